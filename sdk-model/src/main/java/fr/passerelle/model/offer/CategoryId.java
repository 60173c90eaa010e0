package fr.passerelle.model.offer;

import static fr.passerelle.model.offer.CategoryId.Fact.NEEDS_CONTACT;
import static fr.passerelle.model.offer.CategoryId.Fact.NOT_CREATABLE;
import static fr.passerelle.model.offer.CategoryId.Fact.ONLINE_ONLY;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;
import java.util.Set;

/**
 * The programme's categories of events, with what each asks for: the one table of reference 5.3. Make a
 * {@link Category} with its factories; this is its name.
 */
public final class CategoryId extends OpenEnum {

    /** Which extra fields a category has. */
    enum Fields {
        MUSIC,
        SHOW,
        CINEMA,
        VISUAL_ARTS,
        TALK,
        NONE
    }

    /** What is special about a category. */
    enum Fact {
        ONLINE_ONLY,
        NEEDS_CONTACT,
        NOT_CREATABLE
    }

    private static final Words<CategoryId> WORDS =
            new Words<>((value, known) -> new CategoryId(value, known, Fields.NONE, Set.of(NOT_CREATABLE)));

    public static final CategoryId CONCERT = event("CONCERT", Fields.MUSIC, NEEDS_CONTACT);
    public static final CategoryId EVENEMENT_MUSIQUE = event("EVENEMENT_MUSIQUE", Fields.MUSIC, NEEDS_CONTACT);
    public static final CategoryId FESTIVAL_MUSIQUE = event("FESTIVAL_MUSIQUE", Fields.MUSIC, NEEDS_CONTACT);
    public static final CategoryId LIVESTREAM_MUSIQUE = event("LIVESTREAM_MUSIQUE", Fields.MUSIC, ONLINE_ONLY);

    public static final CategoryId SPECTACLE_REPRESENTATION =
            event("SPECTACLE_REPRESENTATION", Fields.SHOW, NEEDS_CONTACT);
    public static final CategoryId FESTIVAL_SPECTACLE = event("FESTIVAL_SPECTACLE", Fields.SHOW, NEEDS_CONTACT);
    public static final CategoryId LIVESTREAM_EVENEMENT = event("LIVESTREAM_EVENEMENT", Fields.SHOW, ONLINE_ONLY);

    public static final CategoryId SEANCE_CINE = event("SEANCE_CINE", Fields.CINEMA);
    public static final CategoryId CINE_PLEIN_AIR = event("CINE_PLEIN_AIR", Fields.CINEMA);
    public static final CategoryId EVENEMENT_CINE = event("EVENEMENT_CINE", Fields.CINEMA);
    public static final CategoryId FESTIVAL_CINE = event("FESTIVAL_CINE", Fields.CINEMA);

    public static final CategoryId FESTIVAL_ART_VISUEL =
            event("FESTIVAL_ART_VISUEL", Fields.VISUAL_ARTS, NEEDS_CONTACT);

    public static final CategoryId ATELIER_PRATIQUE_ART = event("ATELIER_PRATIQUE_ART", Fields.TALK);
    public static final CategoryId CONFERENCE = event("CONFERENCE", Fields.TALK);
    public static final CategoryId RENCONTRE = event("RENCONTRE", Fields.TALK);
    public static final CategoryId RENCONTRE_EN_LIGNE = event("RENCONTRE_EN_LIGNE", Fields.TALK, ONLINE_ONLY);
    public static final CategoryId SALON = event("SALON", Fields.TALK);
    public static final CategoryId SEANCE_ESSAI_PRATIQUE_ART = event("SEANCE_ESSAI_PRATIQUE_ART", Fields.TALK);

    public static final CategoryId CONCOURS = event("CONCOURS", Fields.NONE);
    public static final CategoryId EVENEMENT_JEU = event("EVENEMENT_JEU", Fields.NONE);
    public static final CategoryId EVENEMENT_PATRIMOINE = event("EVENEMENT_PATRIMOINE", Fields.NONE);
    public static final CategoryId FESTIVAL_LIVRE = event("FESTIVAL_LIVRE", Fields.NONE);
    public static final CategoryId LIVESTREAM_PRATIQUE_ARTISTIQUE =
            event("LIVESTREAM_PRATIQUE_ARTISTIQUE", Fields.NONE, ONLINE_ONLY);
    public static final CategoryId RENCONTRE_JEU = event("RENCONTRE_JEU", Fields.NONE);
    public static final CategoryId VISITE = event("VISITE", Fields.NONE);
    public static final CategoryId VISITE_GUIDEE = event("VISITE_GUIDEE", Fields.NONE);

    /** Answered by the server for offers made elsewhere; not creatable. */
    public static final CategoryId ACTIVATION_EVENT = event("ACTIVATION_EVENT", Fields.NONE, NOT_CREATABLE);

    /** Answered by the server for offers made elsewhere; not creatable. */
    public static final CategoryId DECOUVERTE_METIERS = event("DECOUVERTE_METIERS", Fields.TALK, NOT_CREATABLE);

    private final Fields fields;
    private final Set<Fact> facts;

    private CategoryId(String value, boolean known, Fields fields, Set<Fact> facts) {
        super(value, known);
        this.fields = fields;
        this.facts = facts;
    }

    private static CategoryId event(String value, Fields fields, Fact... facts) {
        return WORDS.known(new CategoryId(value, true, fields, Set.of(facts)));
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

    /** Whether an offer of this category can be made by API. */
    public boolean creatable() {
        return !facts.contains(NOT_CREATABLE);
    }

    /** Whether it takes place on line only: its location must be digital. All others are on site only. */
    public boolean onlineOnly() {
        return facts.contains(ONLINE_ONLY);
    }

    /** Whether one booking may take two places. */
    public boolean duoPossible() {
        return creatable() && !onlineOnly();
    }

    /** Whether an offer must name someone whom visitors can write to about their tickets. */
    public boolean needsBookingContact() {
        return facts.contains(NEEDS_CONTACT);
    }

    Fields fields() {
        return fields;
    }
}
