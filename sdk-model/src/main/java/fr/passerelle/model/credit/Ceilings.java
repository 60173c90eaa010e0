package fr.passerelle.model.credit;

import fr.passerelle.model.value.Price;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How much of a credit may go where; null means no ceiling (rule book 1.3).
 *
 * @param all the whole credit
 * @param digital for what is read, heard, seen or played on line
 * @param physical for goods
 */
public record Ceilings(
        Price all, @Nullable Price digital, @Nullable Price physical) {

    /** A digital ceiling that replaces the scheme's own for the residents of one department. */
    private record Local(
            String department, Instant from, @Nullable Price digital, String source) {}

    /** Schemes without a local digital ceiling. */
    private static final Set<Scheme> EVERYWHERE_THE_SAME = Set.of(Scheme.GRANT_15_17);

    private static final List<Local> LOCAL = List.of(
            local("986", "2022-10-17T00:00:00Z", null, "server c729b664d3"),
            local("976", "2022-10-19T00:00:00Z", Price.cents(15_000), "server 986c053a32"),
            local("975", "2022-10-19T00:00:00Z", Price.cents(20_000), "server 986c053a32"));

    /** Order of 3 December 2025, published on 30 December; residents of the departments above are exempt. */
    private static final Instant LEGAL_LIMIT_FROM = Instant.parse("2025-12-30T23:00:00Z");

    private static final Price LEGAL_LIMIT = Price.cents(5_000);

    /**
     * A second set of digital ceilings that stands in the server's code since some day after February 2026.
     *
     * @param from from when it applies, and to whom, is not known: null
     * @param digital the ceiling
     * @param without departments that have no digital ceiling under it
     * @param source where it was seen
     */
    public record SecondSet(@Nullable Instant from, Price digital, Set<String> without, String source) {

        /** What it would make of a digital ceiling; null for none. */
        public @Nullable Price digital(@Nullable Department department) {
            return department != null && without.contains(department.code()) ? null : digital;
        }
    }

    /** The second set. No ceiling of this class follows it, for nobody knows from when it applies. */
    public static final SecondSet SECOND_SET = new SecondSet(
            null, Price.cents(5_000), Set.of("975", "976", "986"), "a copy of the server's code, autumn 2026");

    /** It was seen after February 2026 and not before. */
    private static final Instant SECOND_SET_NOT_BEFORE = Instant.parse("2026-03-01T00:00:00Z");

    /** Whether these ceilings would be others if the second set applied to a credit at this moment. */
    public boolean doubtful(Scheme scheme, @Nullable Department department, Instant at, Interpretation reading) {
        return reading == Interpretation.SERVER
                && scheme == Scheme.GRANT_17_18
                && !at.isBefore(SECOND_SET_NOT_BEFORE)
                && !Objects.equals(digital, SECOND_SET.digital(department));
    }

    private static Local local(String department, String from, @Nullable Price digital, String source) {
        return new Local(department, Instant.parse(from), digital, source);
    }

    /**
     * The ceilings of a credit.
     *
     * @param amount the whole credit
     * @param department what the profile says at the moment of the check, not of the grant
     */
    public static Ceilings of(
            Scheme scheme, Price amount, @Nullable Department department, Instant at, Interpretation reading) {
        return new Ceilings(amount, digital(scheme, department, at, reading), scheme.physicalCeiling());
    }

    private static @Nullable Price digital(
            Scheme scheme, @Nullable Department department, Instant at, Interpretation reading) {
        if (department != null && !EVERYWHERE_THE_SAME.contains(scheme)) {
            for (Local row : LOCAL) {
                if (row.department.equals(department.code()) && !at.isBefore(row.from)) {
                    return row.digital;
                }
            }
        }
        boolean limited =
                reading == Interpretation.LAW && scheme == Scheme.GRANT_17_18 && !at.isBefore(LEGAL_LIMIT_FROM);
        return limited ? LEGAL_LIMIT : scheme.digitalCeiling();
    }

    /** Every instant at which a ceiling changed. */
    public static List<Instant> changes() {
        return Stream.concat(LOCAL.stream().map(Local::from), Stream.of(LEGAL_LIMIT_FROM))
                .toList();
    }
}
