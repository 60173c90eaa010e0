package fr.passerelle.model.credit;

import static fr.passerelle.model.credit.Scheme.GRANT_15_17;
import static fr.passerelle.model.credit.Scheme.GRANT_18_V1;
import static fr.passerelle.model.credit.Scheme.GRANT_18_V2;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Until when a credit can be spent, by when it was granted: one row of the table of rule book 1.5. A credit is active
 * strictly before that instant.
 *
 * @param from the first grants it is for
 * @param schemes the credits it is for
 * @param formula how the end is computed
 * @param approximate whether {@code from} is the day of a commit, which production followed within days
 * @param source where the rule stands
 */
public record ExpiryRule(Instant from, Set<Scheme> schemes, Formula formula, boolean approximate, String source) {

    /** How an end is computed. */
    public enum Formula {
        /** Two years after the instant of the grant. */
        TWO_YEARS,
        /** The end of the day two years after the grant, in Paris. */
        TWO_YEARS_END_OF_PARIS_DAY,
        /** The end of the day two years after the grant, UTC. */
        TWO_YEARS_END_OF_UTC_DAY,
        /** The 18th birthday, 00:00 UTC. */
        BIRTHDAY_18,
        /** The 21st birthday: 11:00 UTC for the server, wherever one lives; 00:00 in Paris for the law. */
        BIRTHDAY_21
    }

    /** The last instant that the server stores for a day. */
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59, 999_999_000);

    private static final int VALIDITY_YEARS = 2;
    private static final int MAJORITY = 18;
    private static final int LAST_BIRTHDAY = 21;
    private static final Duration PACIFIC_MARGIN = Duration.ofHours(11);

    private static final List<ExpiryRule> TABLE = List.of(
            row("2019-01-31T23:00:00Z", Set.of(GRANT_18_V1), Formula.TWO_YEARS, true, "decret 2019-66 (24 months)"),
            row("2021-02-10T00:00:00Z", Set.of(GRANT_18_V1), Formula.TWO_YEARS, false, "server 0eeb5a55f0"),
            row("2021-05-20T22:00:00Z", Set.of(GRANT_18_V2), Formula.TWO_YEARS, false, "decret 2021-628"),
            row("2021-12-31T23:00:00Z", Set.of(GRANT_15_17), Formula.BIRTHDAY_18, false, "decret 2021-1453"),
            row(
                    "2022-11-16T00:00:00Z",
                    Set.of(GRANT_18_V2),
                    Formula.TWO_YEARS_END_OF_PARIS_DAY,
                    true,
                    "server 009c6dd4fb"),
            row(
                    "2023-06-01T00:00:00Z",
                    Set.of(GRANT_18_V2),
                    Formula.TWO_YEARS_END_OF_UTC_DAY,
                    true,
                    "server 7e3e1500f7"),
            row("2025-02-28T23:00:00Z", EnumSet.allOf(Scheme.class), Formula.BIRTHDAY_21, false, "decret 2025-195"));

    public ExpiryRule {
        schemes = Set.copyOf(schemes);
    }

    private static ExpiryRule row(
            String from, Set<Scheme> schemes, Formula formula, boolean approximate, String source) {
        return new ExpiryRule(Instant.parse(from), schemes, formula, approximate, source);
    }

    /** The whole table, in order of time. */
    public static List<ExpiryRule> table() {
        return TABLE;
    }

    /** The row for a grant of this scheme; the earliest one for grants before all of them. */
    public static ExpiryRule of(Scheme scheme, Instant grantedAt) {
        @Nullable ExpiryRule found = null;
        for (ExpiryRule row : TABLE) {
            if (row.schemes.contains(scheme) && (found == null || !grantedAt.isBefore(row.from))) {
                found = row;
            }
        }
        return Objects.requireNonNull(found, "every scheme has a row");
    }

    /** The first instant at which a credit granted then cannot be spent any more. */
    public Instant expiry(LocalDate birth, Instant grantedAt, Interpretation reading) {
        return switch (formula) {
            case TWO_YEARS ->
                grantedAt.atOffset(ZoneOffset.UTC).plusYears(VALIDITY_YEARS).toInstant();
            case TWO_YEARS_END_OF_PARIS_DAY -> endOfDay(grantedAt, Department.PARIS);
            case TWO_YEARS_END_OF_UTC_DAY -> endOfDay(grantedAt, ZoneOffset.UTC);
            case BIRTHDAY_18 -> midnight(reading.birthday(birth, MAJORITY), ZoneOffset.UTC);
            case BIRTHDAY_21 ->
                reading == Interpretation.LAW
                        ? midnight(reading.birthday(birth, LAST_BIRTHDAY), Department.PARIS)
                        : midnight(reading.birthday(birth, LAST_BIRTHDAY), ZoneOffset.UTC)
                                .plus(PACIFIC_MARGIN);
        };
    }

    private static Instant endOfDay(Instant grantedAt, ZoneId zone) {
        return grantedAt
                .atZone(zone)
                .toLocalDate()
                .plusYears(VALIDITY_YEARS)
                .atTime(END_OF_DAY)
                .atZone(zone)
                .toInstant();
    }

    private static Instant midnight(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
