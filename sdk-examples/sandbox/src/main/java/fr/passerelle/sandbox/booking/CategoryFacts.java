package fr.passerelle.sandbox.booking;

import fr.passerelle.sandbox.state.Offer;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What a category means for bookings, as data (rule book 3.5 and 3.6). */
final class CategoryFacts {

    /** Count against the digital ceiling when the offer has a URL. */
    private static final Set<String> DIGITAL = Set.of(
            "ABO_JEU_VIDEO",
            "ABO_LIVRE_NUMERIQUE",
            "ABO_PLATEFORME_MUSIQUE",
            "ABO_PLATEFORME_VIDEO",
            "ABO_PRESSE_EN_LIGNE",
            "APP_CULTURELLE",
            "AUTRE_SUPPORT_NUMERIQUE",
            "CAPTATION_MUSIQUE",
            "JEU_EN_LIGNE",
            "LIVESTREAM_EVENEMENT",
            "LIVESTREAM_MUSIQUE",
            "LIVESTREAM_PRATIQUE_ARTISTIQUE",
            "LIVRE_NUMERIQUE",
            "PLATEFORME_PRATIQUE_ARTISTIQUE",
            "PODCAST",
            "SPECTACLE_ENREGISTRE",
            "TELECHARGEMENT_LIVRE_AUDIO",
            "TELECHARGEMENT_MUSIQUE",
            "VISITE_VIRTUELLE",
            "VOD");

    /** Unused bookings fall after a while. */
    private static final Set<String> EXPIRING = Set.of(
            "ABO_BIBLIOTHEQUE",
            "ABO_CONCERT",
            "ABO_LIVRE_NUMERIQUE",
            "ABO_LUDOTHEQUE",
            "ABO_MEDIATHEQUE",
            "ABO_PRATIQUE_ART",
            "ABO_SPECTACLE",
            "ACHAT_INSTRUMENT",
            "BON_ACHAT_INSTRUMENT",
            "CARTE_CINE_ILLIMITE",
            "CARTE_CINE_MULTISEANCES",
            "CARTE_JEUNES",
            "CARTE_MUSEE",
            "LIVRE_AUDIO_PHYSIQUE",
            "LIVRE_PAPIER",
            "LOCATION_INSTRUMENT",
            "MATERIEL_ART_CREATIF",
            "OEUVRE_ART",
            "PARTITION",
            "PLATEFORME_PRATIQUE_ARTISTIQUE",
            "SEANCE_ESSAI_PRATIQUE_ART",
            "SUPPORT_PHYSIQUE_FILM",
            "SUPPORT_PHYSIQUE_MUSIQUE_CD",
            "SUPPORT_PHYSIQUE_MUSIQUE_VINYLE");

    /** Used at once when free. */
    private static final Set<String> USED_WHEN_FREE = Set.of("ABO_BIBLIOTHEQUE", "ABO_MEDIATHEQUE", "CARTE_MUSEE");

    private static final Set<String> FOR_ADULTS =
            Set.of("ABO_JEU_VIDEO", "ABO_LUDOTHEQUE", "JEU_EN_LIGNE", "JEU_SUPPORT_PHYSIQUE");

    /** Beside {@link #FOR_ADULTS}. */
    private static final Set<String> FOR_ADULTS_WHEN_PRICED = Set.of(
            "ABO_PLATEFORME_MUSIQUE",
            "ABO_PLATEFORME_VIDEO",
            "ACTIVATION_EVENT",
            "ACTIVATION_THING",
            "AUTRE_SUPPORT_NUMERIQUE",
            "LIVESTREAM_EVENEMENT",
            "LIVESTREAM_MUSIQUE",
            "LIVESTREAM_PRATIQUE_ARTISTIQUE",
            "OEUVRE_ART",
            "PLATEFORME_PRATIQUE_ARTISTIQUE",
            "RENCONTRE_EN_LIGNE",
            "SPECTACLE_ENREGISTRE",
            "TELECHARGEMENT_MUSIQUE",
            "VISITE_VIRTUELLE",
            "VOD");

    private static final Duration PAPER_BOOK_LIFE = Duration.ofDays(10);
    private static final Duration OTHER_LIFE = Duration.ofDays(30);

    private CategoryFacts() {}

    /** Whether bookings of the offer count against the digital ceiling. */
    static boolean isDigital(Offer offer) {
        return offer.url != null && DIGITAL.contains(offer.category);
    }

    /** Whether only the adult role may book it at this price, in euro cents. */
    static boolean isForAdults(String category, int price) {
        return FOR_ADULTS.contains(category) || (price > 0 && FOR_ADULTS_WHEN_PRICED.contains(category));
    }

    /** Whether a booking at this price, in euro cents, is used as soon as it is made. */
    static boolean isUsedAtOnce(String category, int price) {
        return price == 0 && USED_WHEN_FREE.contains(category);
    }

    /** How long an unused booking lives; empty for ever. */
    static Optional<Duration> life(String category) {
        if (!EXPIRING.contains(category)) {
            return Optional.empty();
        }
        return Optional.of(category.equals("LIVRE_PAPIER") ? PAPER_BOOK_LIFE : OTHER_LIFE);
    }
}
