package fr.passerelle.model.entitlement;

import fr.passerelle.model.credit.Department;
import fr.passerelle.model.credit.Interpretation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * How the server counts ages and where its window begins and ends: one row of the table of rule book 1.6.
 *
 * @param from when it began to do so
 * @param age the clock on which full years are counted
 * @param opening the clock of the first day
 * @param closing the clock of the 19th birthday, which is outside
 * @param tolerance how long after that midnight the window stays open
 * @param source where the rule stands
 */
public record AgeWindow(Instant from, Clock age, Clock opening, Clock closing, Duration tolerance, String source) {

    /** Whose midnight counts. */
    public enum Clock {
        UTC,
        DEPARTMENT;

        ZoneId of(ZoneId department) {
            return this == UTC ? ZoneOffset.UTC : department;
        }
    }

    /** Nobody is covered before this birthday. */
    static final int FIRST_AGE = 15;

    /** The last age of the window. */
    static final int LAST_AGE = 18;

    private static final Duration PACIFIC_MARGIN = Duration.ofHours(11);

    private static final List<AgeWindow> TABLE = List.of(
            new AgeWindow(Instant.MIN, Clock.UTC, Clock.UTC, Clock.UTC, Duration.ZERO, "server until 2021-12"),
            row("2021-12-15T00:00:00Z", Clock.UTC, Clock.UTC, PACIFIC_MARGIN, "server 49f1869164"),
            row("2025-01-15T00:00:00Z", Clock.DEPARTMENT, Clock.UTC, PACIFIC_MARGIN, "server b8ddd435fd"),
            row("2025-02-14T00:00:00Z", Clock.DEPARTMENT, Clock.DEPARTMENT, Duration.ZERO, "server 3e35728ad1"));

    private static AgeWindow row(String from, Clock age, Clock edges, Duration tolerance, String source) {
        return new AgeWindow(Instant.parse(from), age, edges, edges, tolerance, source);
    }

    /** The whole table, in order of time. */
    public static List<AgeWindow> table() {
        return TABLE;
    }

    /** The row in force at this instant. */
    public static AgeWindow at(Instant at) {
        AgeWindow found = TABLE.get(0);
        for (AgeWindow row : TABLE) {
            found = at.isBefore(row.from) ? found : row;
        }
        return found;
    }

    /** Full years at this instant. */
    int age(LocalDate birth, Instant at, ZoneId department, Interpretation reading) {
        return reading.age(birth, at.atZone(age.of(department)).toLocalDate());
    }

    /** The first instant of the window. */
    Instant opens(LocalDate birth, ZoneId department, Interpretation reading) {
        return midnight(reading.birthday(birth, FIRST_AGE), opening.of(department));
    }

    /** The first instant after the window. */
    Instant closes(LocalDate birth, ZoneId department, Interpretation reading) {
        return midnight(reading.birthday(birth, LAST_AGE + 1), closing.of(department))
                .plus(tolerance);
    }

    /** Every clock and margin that decides something on a birthday. */
    static List<Instant> instantsOf(LocalDate birthday, ZoneId department) {
        Instant utc = midnight(birthday, ZoneOffset.UTC);
        return List.of(
                utc, utc.plus(PACIFIC_MARGIN), midnight(birthday, department), midnight(birthday, Department.PARIS));
    }

    static Instant midnight(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
