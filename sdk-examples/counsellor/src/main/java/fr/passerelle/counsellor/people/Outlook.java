package fr.passerelle.counsellor.people;

import fr.passerelle.model.entitlement.Assumption;
import fr.passerelle.model.entitlement.Change;
import fr.passerelle.model.entitlement.Eligibility;
import fr.passerelle.model.entitlement.Entitlement;
import fr.passerelle.model.entitlement.Nationality;
import fr.passerelle.model.entitlement.Person;
import fr.passerelle.model.entitlement.Reason;
import fr.passerelle.model.value.Price;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What the rules answer about one person now, and what becomes of it.
 *
 * @param status where the person stands
 * @param now the answer now
 * @param then the answer after its next change; null if it stays for good
 * @param lastDayToAct the last day, on the person's clock, on which no money is lost yet by waiting; null if there is
 *     no money to lose
 * @param entitledFrom when somebody not entitled yet will be; null if never, or already
 * @param zone the person's clock
 */
public record Outlook(
        Status status,
        Entitlement now,
        @Nullable Entitlement then,
        @Nullable LocalDate lastDayToAct,
        @Nullable LocalDate entitledFrom,
        ZoneId zone) {

    private static final int SOON_MONTHS = 12;

    /** Registration is open until the eve of this birthday (rule book 1.6). */
    private static final int TOO_OLD_TO_REGISTER = 19;

    /** Looks at a person at an instant. */
    public static Outlook of(Person person, Instant asOf) {
        Entitlement now = Eligibility.of(person, asOf);
        ZoneId zone = person.zone();
        Entitlement then = after(person, now);
        if (now.eligible()) {
            Status status = hangsOnResidence(person, now) ? Status.UNDECIDED : Status.ENTITLED;
            return new Outlook(status, now, then, lastDay(person, now, then), null, zone);
        }
        for (Entitlement next = then; next != null; next = after(person, next)) {
            if (next.eligible()) {
                LocalDate from = next.asOf().atZone(zone).toLocalDate();
                LocalDate horizon = asOf.atZone(zone).toLocalDate().plusMonths(SOON_MONTHS);
                Status status = from.isAfter(horizon) ? Status.LATER : Status.SOON;
                return new Outlook(status, now, then, null, from, zone);
            }
        }
        return new Outlook(closed(person, now), now, then, null, null, zone);
    }

    private static Status closed(Person person, Entitlement now) {
        if (now.reason() == Reason.TOO_OLD) {
            return hangsOnRegistration(person, now.asOf()) ? Status.UNDECIDED : Status.TOO_LATE;
        }
        return now.reason() == Reason.RESIDENCY_UNDER_ONE_YEAR ? Status.TOO_LATE : Status.NOT_COVERED;
    }

    /** Whether a registration in time, of which nothing is said, would have kept the right. */
    private static boolean hangsOnRegistration(Person person, Instant asOf) {
        if (person.firstRegistration() != null) {
            return false;
        }
        LocalDate eve = person.birthDate().plusYears(TOO_OLD_TO_REGISTER).minusDays(1);
        Person inTime = person.toBuilder()
                .firstRegistration(Moment.noon(eve, person.zone()))
                .build();
        return Eligibility.of(inTime, asOf).eligible();
    }

    private static boolean hangsOnResidence(Person person, Entitlement now) {
        return person.nationality() == Nationality.OTHER
                && now.assumptions().contains(Assumption.RESIDENT_FOR_MORE_THAN_A_YEAR);
    }

    private static @Nullable Entitlement after(Person person, Entitlement answer) {
        Change change = answer.nextChange();
        return change == null ? null : Eligibility.of(person, change.at());
    }

    /** The eve of the first change after which whoever has done nothing gets less than whoever acts now. */
    private static @Nullable LocalDate lastDay(Person person, Entitlement now, @Nullable Entitlement then) {
        if (now.newMoney().equals(Price.FREE)) {
            return null;
        }
        Person acting = person.firstRegistration() == null
                ? person.toBuilder().firstRegistration(now.asOf()).build()
                : person;
        for (Entitlement idle = then; idle != null; idle = after(person, idle)) {
            Price left = idle.newMoney();
            // The second question is asked only if the first leaves it open: it costs as much as all the rest.
            if (left.compareTo(now.newMoney()) < 0
                    || left.compareTo(Eligibility.of(acting, idle.asOf()).newMoney()) < 0) {
                return idle.asOf().minusNanos(1).atZone(person.zone()).toLocalDate();
            }
        }
        return null;
    }
}
