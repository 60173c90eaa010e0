package fr.passerelle.model.offer;

import static fr.passerelle.model.offer.CategoryId.Fact.DIGITAL;
import static fr.passerelle.model.offer.CategoryId.Fact.DUO;
import static fr.passerelle.model.offer.CategoryId.Fact.EXPIRES;
import static fr.passerelle.model.offer.CategoryId.Fact.NEEDS_CONTACT;
import static fr.passerelle.model.offer.CategoryId.Fact.NOT_CREATABLE;
import static fr.passerelle.model.offer.CategoryId.Fact.NOT_FOR_MINORS;
import static fr.passerelle.model.offer.CategoryId.Fact.NOT_FOR_MINORS_WHEN_PRICED;
import static fr.passerelle.model.offer.CategoryId.Fact.ONLINE_ONLY;
import static fr.passerelle.model.offer.CategoryId.Fact.ONLY_BY_EAN;
import static fr.passerelle.model.offer.CategoryId.Fact.ON_SITE_OR_ONLINE;
import static fr.passerelle.model.offer.CategoryId.Fact.PHYSICAL;
import static fr.passerelle.model.offer.CategoryId.Fact.USED_WHEN_FREE;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;
import java.util.Set;

/**
 * The programme's 73 categories of events and products, with every fact about them: the one table of reference 5.3 and
 * rule book 3.6. Make a {@link Category} of events or a {@link ProductCategory} with its factories; this is its name.
 */
public final class CategoryId extends OpenEnum {

    private enum Kind {
        EVENT,
        PRODUCT,
        UNKNOWN
    }

    /** Which extra fields a category has. */
    enum Fields {
        MUSIC,
        SHOW,
        CINEMA,
        VISUAL_ARTS,
        TALK,
        ARTICLE,
        BOOK,
        AUDIOBOOK,
        RECORDING,
        CONCERT_PASS,
        SHOW_PASS,
        NONE
    }

    /** What is special about a category. */
    enum Fact {
        /** Takes place on line only. */
        ONLINE_ONLY,
        /** May take place on site or on line; all without this and the former are on site only. */
        ON_SITE_OR_ONLINE,
        /** An offer must name a contact for tickets. */
        NEEDS_CONTACT,
        /** Cannot be made by API. */
        NOT_CREATABLE,
        /** Made by API through its EAN, and in no other way. */
        ONLY_BY_EAN,
        /** A product that may be booked for two; events on site all may. */
        DUO,
        /** Counts against the digital ceiling of a credit. */
        DIGITAL,
        /** Counts against the ceiling for goods of a credit. */
        PHYSICAL,
        /** An unused booking is cancelled after some days. */
        EXPIRES,
        /** A free booking is used at once. */
        USED_WHEN_FREE,
        /** Only for adults, at any price. */
        NOT_FOR_MINORS,
        /** Only for adults, unless it is free. */
        NOT_FOR_MINORS_WHEN_PRICED
    }

    private static final Constants<CategoryId> WORDS = new Constants<>(
            (value, known) -> new CategoryId(value, known, Kind.UNKNOWN, Fields.NONE, Set.of(NOT_CREATABLE)));

    public static final CategoryId CONCERT = event("CONCERT", Fields.MUSIC, NEEDS_CONTACT);
    public static final CategoryId EVENEMENT_MUSIQUE = event("EVENEMENT_MUSIQUE", Fields.MUSIC, NEEDS_CONTACT);
    public static final CategoryId FESTIVAL_MUSIQUE = event("FESTIVAL_MUSIQUE", Fields.MUSIC, NEEDS_CONTACT);
    public static final CategoryId LIVESTREAM_MUSIQUE =
            event("LIVESTREAM_MUSIQUE", Fields.MUSIC, ONLINE_ONLY, DIGITAL, NOT_FOR_MINORS_WHEN_PRICED);

    public static final CategoryId SPECTACLE_REPRESENTATION =
            event("SPECTACLE_REPRESENTATION", Fields.SHOW, NEEDS_CONTACT);
    public static final CategoryId FESTIVAL_SPECTACLE = event("FESTIVAL_SPECTACLE", Fields.SHOW, NEEDS_CONTACT);
    public static final CategoryId LIVESTREAM_EVENEMENT =
            event("LIVESTREAM_EVENEMENT", Fields.SHOW, ONLINE_ONLY, DIGITAL, NOT_FOR_MINORS_WHEN_PRICED);

    public static final CategoryId SEANCE_CINE = event("SEANCE_CINE", Fields.CINEMA);
    public static final CategoryId CINE_PLEIN_AIR = event("CINE_PLEIN_AIR", Fields.CINEMA);
    public static final CategoryId EVENEMENT_CINE = event("EVENEMENT_CINE", Fields.CINEMA);
    public static final CategoryId FESTIVAL_CINE = event("FESTIVAL_CINE", Fields.CINEMA);

    public static final CategoryId FESTIVAL_ART_VISUEL =
            event("FESTIVAL_ART_VISUEL", Fields.VISUAL_ARTS, NEEDS_CONTACT);

    public static final CategoryId ATELIER_PRATIQUE_ART = event("ATELIER_PRATIQUE_ART", Fields.TALK);
    public static final CategoryId CONFERENCE = event("CONFERENCE", Fields.TALK);
    public static final CategoryId RENCONTRE = event("RENCONTRE", Fields.TALK);
    public static final CategoryId RENCONTRE_EN_LIGNE =
            event("RENCONTRE_EN_LIGNE", Fields.TALK, ONLINE_ONLY, NOT_FOR_MINORS_WHEN_PRICED);
    public static final CategoryId SALON = event("SALON", Fields.TALK);
    public static final CategoryId SEANCE_ESSAI_PRATIQUE_ART = event("SEANCE_ESSAI_PRATIQUE_ART", Fields.TALK, EXPIRES);

    public static final CategoryId CONCOURS = event("CONCOURS", Fields.NONE);
    public static final CategoryId EVENEMENT_JEU = event("EVENEMENT_JEU", Fields.NONE);
    public static final CategoryId EVENEMENT_PATRIMOINE = event("EVENEMENT_PATRIMOINE", Fields.NONE);
    public static final CategoryId FESTIVAL_LIVRE = event("FESTIVAL_LIVRE", Fields.NONE);
    public static final CategoryId LIVESTREAM_PRATIQUE_ARTISTIQUE =
            event("LIVESTREAM_PRATIQUE_ARTISTIQUE", Fields.NONE, ONLINE_ONLY, DIGITAL, NOT_FOR_MINORS_WHEN_PRICED);
    public static final CategoryId RENCONTRE_JEU = event("RENCONTRE_JEU", Fields.NONE);
    public static final CategoryId VISITE = event("VISITE", Fields.NONE);
    public static final CategoryId VISITE_GUIDEE = event("VISITE_GUIDEE", Fields.NONE);

    /** Answered by the server for offers made elsewhere; not creatable. */
    public static final CategoryId ACTIVATION_EVENT =
            event("ACTIVATION_EVENT", Fields.NONE, NOT_CREATABLE, ON_SITE_OR_ONLINE, NOT_FOR_MINORS_WHEN_PRICED);

    /** Answered by the server for offers made elsewhere; not creatable. */
    public static final CategoryId DECOUVERTE_METIERS = event("DECOUVERTE_METIERS", Fields.TALK, NOT_CREATABLE);

    public static final CategoryId ABO_BIBLIOTHEQUE = product("ABO_BIBLIOTHEQUE", PHYSICAL, EXPIRES, USED_WHEN_FREE);
    public static final CategoryId ABO_CONCERT = product("ABO_CONCERT", Fields.CONCERT_PASS, EXPIRES);
    public static final CategoryId ABO_JEU_VIDEO =
            product("ABO_JEU_VIDEO", NOT_CREATABLE, ONLINE_ONLY, DIGITAL, NOT_FOR_MINORS);
    public static final CategoryId ABO_LIVRE_NUMERIQUE = product("ABO_LIVRE_NUMERIQUE", ONLINE_ONLY, DIGITAL, EXPIRES);
    public static final CategoryId ABO_LUDOTHEQUE =
            product("ABO_LUDOTHEQUE", NOT_CREATABLE, PHYSICAL, EXPIRES, NOT_FOR_MINORS);
    public static final CategoryId ABO_MEDIATHEQUE = product("ABO_MEDIATHEQUE", PHYSICAL, EXPIRES, USED_WHEN_FREE);
    public static final CategoryId ABO_PLATEFORME_MUSIQUE =
            product("ABO_PLATEFORME_MUSIQUE", ONLINE_ONLY, DIGITAL, NOT_FOR_MINORS_WHEN_PRICED);
    public static final CategoryId ABO_PLATEFORME_VIDEO =
            product("ABO_PLATEFORME_VIDEO", ONLINE_ONLY, DIGITAL, NOT_FOR_MINORS_WHEN_PRICED);
    public static final CategoryId ABO_PRATIQUE_ART = product("ABO_PRATIQUE_ART", EXPIRES);
    public static final CategoryId ABO_PRESSE_EN_LIGNE = product("ABO_PRESSE_EN_LIGNE", ONLINE_ONLY, DIGITAL);
    public static final CategoryId ABO_SPECTACLE = product("ABO_SPECTACLE", Fields.SHOW_PASS, EXPIRES);
    public static final CategoryId ACHAT_INSTRUMENT = product("ACHAT_INSTRUMENT", Fields.ARTICLE, PHYSICAL, EXPIRES);
    public static final CategoryId ACTIVATION_THING =
            product("ACTIVATION_THING", NOT_CREATABLE, ON_SITE_OR_ONLINE, PHYSICAL, NOT_FOR_MINORS_WHEN_PRICED);
    public static final CategoryId APP_CULTURELLE = product("APP_CULTURELLE", ONLINE_ONLY, DIGITAL);
    public static final CategoryId AUTRE_SUPPORT_NUMERIQUE =
            product("AUTRE_SUPPORT_NUMERIQUE", ONLINE_ONLY, DIGITAL, NOT_FOR_MINORS_WHEN_PRICED);
    public static final CategoryId BON_ACHAT_INSTRUMENT =
            product("BON_ACHAT_INSTRUMENT", NOT_CREATABLE, PHYSICAL, EXPIRES);
    public static final CategoryId CAPTATION_MUSIQUE =
            product("CAPTATION_MUSIQUE", Fields.RECORDING, NOT_CREATABLE, DIGITAL);
    public static final CategoryId CARTE_CINE_ILLIMITE = product("CARTE_CINE_ILLIMITE", NOT_CREATABLE, EXPIRES);
    public static final CategoryId CARTE_CINE_MULTISEANCES = product("CARTE_CINE_MULTISEANCES", NOT_CREATABLE, EXPIRES);
    public static final CategoryId CARTE_JEUNES = product("CARTE_JEUNES", PHYSICAL, EXPIRES);
    public static final CategoryId CARTE_MUSEE = product("CARTE_MUSEE", EXPIRES, DUO, USED_WHEN_FREE);
    public static final CategoryId CINE_VENTE_DISTANCE =
            product("CINE_VENTE_DISTANCE", Fields.CINEMA, NOT_CREATABLE, ONLINE_ONLY);
    public static final CategoryId ESCAPE_GAME = product("ESCAPE_GAME", NOT_CREATABLE, DUO);
    public static final CategoryId JEU_EN_LIGNE =
            product("JEU_EN_LIGNE", Fields.ARTICLE, NOT_CREATABLE, ONLINE_ONLY, DIGITAL, NOT_FOR_MINORS);
    public static final CategoryId JEU_SUPPORT_PHYSIQUE =
            product("JEU_SUPPORT_PHYSIQUE", NOT_CREATABLE, ON_SITE_OR_ONLINE, PHYSICAL, NOT_FOR_MINORS);
    public static final CategoryId LIVRE_AUDIO_PHYSIQUE =
            product("LIVRE_AUDIO_PHYSIQUE", Fields.BOOK, PHYSICAL, EXPIRES);
    public static final CategoryId LIVRE_NUMERIQUE = product("LIVRE_NUMERIQUE", Fields.BOOK, ONLINE_ONLY, DIGITAL);
    public static final CategoryId LIVRE_PAPIER =
            product("LIVRE_PAPIER", Fields.BOOK, NOT_CREATABLE, ONLY_BY_EAN, PHYSICAL, EXPIRES);
    public static final CategoryId LOCATION_INSTRUMENT =
            product("LOCATION_INSTRUMENT", Fields.ARTICLE, PHYSICAL, EXPIRES);
    public static final CategoryId MATERIEL_ART_CREATIF =
            product("MATERIEL_ART_CREATIF", Fields.ARTICLE, NOT_CREATABLE, PHYSICAL, EXPIRES);
    public static final CategoryId MUSEE_VENTE_DISTANCE = product("MUSEE_VENTE_DISTANCE", NOT_CREATABLE, ONLINE_ONLY);
    public static final CategoryId OEUVRE_ART =
            product("OEUVRE_ART", NOT_CREATABLE, ON_SITE_OR_ONLINE, PHYSICAL, EXPIRES, NOT_FOR_MINORS_WHEN_PRICED);
    public static final CategoryId PARTITION = product("PARTITION", Fields.ARTICLE, PHYSICAL, EXPIRES);
    public static final CategoryId PLATEFORME_PRATIQUE_ARTISTIQUE =
            product("PLATEFORME_PRATIQUE_ARTISTIQUE", ONLINE_ONLY, DIGITAL, EXPIRES, NOT_FOR_MINORS_WHEN_PRICED);
    public static final CategoryId PODCAST = product("PODCAST", ONLINE_ONLY, DIGITAL);
    public static final CategoryId PRATIQUE_ART_VENTE_DISTANCE =
            product("PRATIQUE_ART_VENTE_DISTANCE", Fields.TALK, ONLINE_ONLY);
    public static final CategoryId SPECTACLE_ENREGISTRE =
            product("SPECTACLE_ENREGISTRE", Fields.SHOW, ONLINE_ONLY, DIGITAL, NOT_FOR_MINORS_WHEN_PRICED);
    public static final CategoryId SPECTACLE_VENTE_DISTANCE =
            product("SPECTACLE_VENTE_DISTANCE", Fields.SHOW, NOT_CREATABLE, ONLINE_ONLY);
    public static final CategoryId SUPPORT_PHYSIQUE_FILM =
            product("SUPPORT_PHYSIQUE_FILM", Fields.ARTICLE, PHYSICAL, EXPIRES);
    public static final CategoryId SUPPORT_PHYSIQUE_MUSIQUE_CD =
            product("SUPPORT_PHYSIQUE_MUSIQUE_CD", Fields.RECORDING, NOT_CREATABLE, ONLY_BY_EAN, PHYSICAL, EXPIRES);
    public static final CategoryId SUPPORT_PHYSIQUE_MUSIQUE_VINYLE =
            product("SUPPORT_PHYSIQUE_MUSIQUE_VINYLE", Fields.RECORDING, NOT_CREATABLE, ONLY_BY_EAN, PHYSICAL, EXPIRES);
    public static final CategoryId TELECHARGEMENT_LIVRE_AUDIO =
            product("TELECHARGEMENT_LIVRE_AUDIO", Fields.AUDIOBOOK, ONLINE_ONLY, DIGITAL);
    public static final CategoryId TELECHARGEMENT_MUSIQUE =
            product("TELECHARGEMENT_MUSIQUE", Fields.RECORDING, ONLINE_ONLY, DIGITAL, NOT_FOR_MINORS_WHEN_PRICED);
    public static final CategoryId VISITE_VIRTUELLE =
            product("VISITE_VIRTUELLE", ONLINE_ONLY, DIGITAL, NOT_FOR_MINORS_WHEN_PRICED);
    public static final CategoryId VOD = product("VOD", ONLINE_ONLY, DIGITAL, NOT_FOR_MINORS_WHEN_PRICED);

    private final Kind kind;
    private final Fields fields;
    private final Set<Fact> facts;

    private CategoryId(String value, boolean known, Kind kind, Fields fields, Set<Fact> facts) {
        super(value, known);
        this.kind = kind;
        this.fields = fields;
        this.facts = facts;
    }

    private static CategoryId event(String value, Fields fields, Fact... facts) {
        return WORDS.known(new CategoryId(value, true, Kind.EVENT, fields, Set.of(facts)));
    }

    private static CategoryId product(String value, Fact... facts) {
        return product(value, Fields.NONE, facts);
    }

    private static CategoryId product(String value, Fields fields, Fact... facts) {
        return WORDS.known(new CategoryId(value, true, Kind.PRODUCT, fields, Set.of(facts)));
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static CategoryId of(String value) {
        return WORDS.of(value);
    }

    /** Every category known today, creatable or not. */
    public static List<CategoryId> values() {
        return WORDS.all();
    }

    /** Whether it is a category of events: dated, with performances to book. */
    public boolean event() {
        return kind == Kind.EVENT;
    }

    /** Whether it is a category of products: goods, subscriptions and what is read, heard or seen on line. */
    public boolean product() {
        return kind == Kind.PRODUCT;
    }

    /** Whether an offer of this category can be made by API. */
    public boolean creatable() {
        return !facts.contains(NOT_CREATABLE);
    }

    /** Whether offers are made from an EAN, and in no other way: paper books, CDs and vinyl (operation 30). */
    public boolean onlyByEan() {
        return facts.contains(ONLY_BY_EAN);
    }

    /** Whether it takes place on line only: its location must be digital. Creatable others are on site only. */
    public boolean onlineOnly() {
        return facts.contains(ONLINE_ONLY);
    }

    /** Whether one booking may take two places. */
    public boolean duoPossible() {
        return facts.contains(DUO) || (event() && !onlineOnly() && !facts.contains(ON_SITE_OR_ONLINE));
    }

    /** Whether an offer must name someone whom beneficiaries can write to about their tickets. */
    public boolean needsBookingContact() {
        return facts.contains(NEEDS_CONTACT);
    }

    /** Whether an offer with a URL counts against the digital ceiling of a credit (rule book 1.3). */
    public boolean digital() {
        return facts.contains(DIGITAL);
    }

    /** Whether an offer without a URL counts against the ceiling for goods of a credit (rule book 1.3). */
    public boolean physical() {
        return facts.contains(PHYSICAL);
    }

    /** Whether an unused booking is cancelled after some days (rule book 3.5). */
    public boolean expires() {
        return facts.contains(EXPIRES);
    }

    /** Whether a free booking is used at once (rule book 3.5). */
    public boolean usedWhenFree() {
        return facts.contains(USED_WHEN_FREE);
    }

    /** Whether somebody without the adult role may not book it (rule book 3.6). */
    public boolean forbiddenToMinors(boolean free) {
        return facts.contains(NOT_FOR_MINORS) || (!free && facts.contains(NOT_FOR_MINORS_WHEN_PRICED));
    }

    Fields fields() {
        return fields;
    }
}
