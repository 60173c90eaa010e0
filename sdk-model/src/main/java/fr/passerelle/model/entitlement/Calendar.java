package fr.passerelle.model.entitlement;

import fr.passerelle.model.credit.Ceilings;
import fr.passerelle.model.credit.ExpiryRule;
import fr.passerelle.model.credit.Grant;
import fr.passerelle.model.credit.Interpretation;
import fr.passerelle.model.credit.Regime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every instant at which a response for somebody can change at all: birthdays, own facts, and new rows in the tables.
 */
final class Calendar {

    private static final int LAST_BIRTHDAY = 21;

    private static final List<Change> RULES = Stream.of(
                    Regime.changes().stream(),
                    AgeWindow.table().stream().map(AgeWindow::from).filter(from -> from.isAfter(Instant.MIN)),
                    ExpiryRule.table().stream().map(ExpiryRule::from),
                    Ceilings.changes().stream(),
                    Territory.changes().stream(),
                    BonusRules.changes().stream(),
                    Stream.of(Rules.EVERY_BIRTHDAY_PAID_FROM, Rules.SEVENTEEN_PAID_ONCE_FROM))
            .flatMap(instants -> instants)
            .distinct()
            .map(at -> new Change(at, Change.Why.RULES_CHANGE))
            .toList();

    private Calendar() {}

    /** The first instant after {@code after} at which the decision is another one; null if it stays for good. */
    static @Nullable Change next(
            Person person, Interpretation reading, Instant after, Decision now, Function<Instant, Decision> rules) {
        return candidates(person, reading, after)
                .filter(change -> change.at().isAfter(after))
                .sorted(Comparator.comparing(Change::at).thenComparing(Change::why))
                .filter(change -> !rules.apply(change.at()).sameResponse(now))
                .findFirst()
                .orElse(null);
    }

    private static Stream<Change> candidates(Person person, Interpretation reading, Instant after) {
        List<Change> changes = new ArrayList<>(RULES);
        // No clock or margin is more than a day from UTC.
        LocalDate past = after.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(2);
        for (int age = AgeWindow.FIRST_AGE; age <= LAST_BIRTHDAY; age++) {
            LocalDate birthday = reading.birthday(person.birthDate(), age);
            if (birthday.isBefore(past)) {
                continue;
            }
            Change.Why why = Change.Why.turning(age);
            AgeWindow.instantsOf(birthday, person.zone()).forEach(at -> changes.add(new Change(at, why)));
        }
        for (Grant grant : person.existingGrants()) {
            changes.add(new Change(grant.grantedAt(), Change.Why.FACT_TAKES_EFFECT));
            changes.add(new Change(grant.expiresAt(), Change.Why.CREDIT_ENDS));
        }
        Instant registration = person.firstRegistration();
        if (registration != null) {
            changes.add(new Change(registration, Change.Why.FACT_TAKES_EFFECT));
        }
        changes.add(new Change(Rules.residentLongEnoughFrom(person), Change.Why.RESIDENT_FOR_MORE_THAN_A_YEAR));
        return changes.stream();
    }
}
