package fr.passerelle.model.entitlement;

import fr.passerelle.model.credit.Interpretation;
import fr.passerelle.model.credit.Regime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What an age gives at an instant, whatever was granted before and wherever one lives.
 *
 * @param regime the row of the table that is open; null if none is
 * @param age full years, as the server counts them then
 * @param refusal why no row is open; null if one is
 */
record Right(@Nullable Regime regime, int age, @Nullable Reason refusal) {

    static Right of(Person person, Instant at, Interpretation reading) {
        AgeWindow window = AgeWindow.at(at);
        LocalDate birth = person.birthDate();
        ZoneId zone = person.zone();
        int age = window.age(birth, at, zone, reading);
        if (age < AgeWindow.FIRST_AGE || at.isBefore(window.opens(birth, zone, reading))) {
            return new Right(null, age, Reason.TOO_YOUNG);
        }
        if (!at.isBefore(window.closes(birth, zone, reading))) {
            return new Right(null, age, Reason.TOO_OLD);
        }
        // Whoever is 19 but inside the margin of the window still counts as 18.
        int counted = Math.min(age, AgeWindow.LAST_AGE);
        Regime open = Regime.open(at, counted, birth, reading);
        if (open != null) {
            return new Right(open, counted, null);
        }
        boolean announced = Regime.announced(at, counted, reading);
        return new Right(null, counted, announced ? Reason.SCHEME_NOT_OPEN_FOR_AGE : Reason.TOO_YOUNG);
    }
}
