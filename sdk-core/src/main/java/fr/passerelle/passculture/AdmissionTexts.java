package fr.passerelle.passculture;

import fr.passerelle.passculture.Admission.Outcome;
import java.util.Locale;
import java.util.Map;

/** What the door says, in English and in French. */
final class AdmissionTexts {

    private record Text(String english, String french) {}

    private static final Map<Outcome, Text> BY_OUTCOME = Map.of(
            Outcome.ADMITTED, new Text("Let them in.", "Laissez entrer."),
            Outcome.ALREADY_USED,
                    new Text(
                            "Used at another door while this scan was under way.",
                            "Utilisée à une autre entrée pendant ce contrôle."),
            Outcome.CANCELLED, new Text("The booking is cancelled.", "La réservation est annulée."),
            Outcome.USED_OR_CANCELLED,
                    new Text(
                            "Already used, or the booking is cancelled.",
                            "Déjà utilisée, ou la réservation est annulée."),
            Outcome.TOO_EARLY,
                    new Text(
                            "Too early: the beneficiary may still cancel.",
                            "Trop tôt : le bénéficiaire peut encore annuler."),
            Outcome.PAID_OUT, new Text("Used already, and paid to the venue.", "Déjà utilisée, et remboursée au lieu."),
            Outcome.CLOSED,
                    new Text(
                            "The structure that owns the venue is closed.",
                            "La structure à laquelle appartient le lieu est fermée."),
            Outcome.UNKNOWN,
                    new Text(
                            "No booking of yours has this countermark.",
                            "Aucune de vos réservations ne porte cette contremarque."),
            Outcome.UNCERTAIN,
                    new Text(
                            "Not known whether this scan used it: look at the booking, or scan once more.",
                            "On ne sait pas si ce contrôle l’a utilisée : regardez la réservation, ou scannez à nouveau."));

    /** Why {@link Admission#booking()} is empty. */
    private static final Text NO_BOOKING = new Text(
            " The programme no longer shows a booking for it.",
            " Le programme ne montre plus de réservation pour elle.");

    private AdmissionTexts() {}

    static String of(Outcome outcome, boolean booking, Locale locale) {
        boolean french = locale.getLanguage().equals(Locale.FRENCH.getLanguage());
        Text text = BY_OUTCOME.getOrDefault(outcome, new Text(outcome.name(), outcome.name()));
        boolean unshown = !booking && outcome == Outcome.USED_OR_CANCELLED;
        String more = !unshown ? "" : french ? NO_BOOKING.french() : NO_BOOKING.english();
        return (french ? text.french() : text.english()) + more;
    }
}
