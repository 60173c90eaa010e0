package fr.passerelle.model.entitlement;

import fr.passerelle.model.credit.Department;
import fr.passerelle.model.credit.Regime;
import fr.passerelle.model.credit.Scheme;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where one has to live, by date (rule book 1.4). */
public final class Territory {

    private record Experiment(Instant from, Set<String> departments, String source) {}

    private record Excluded(String department, @Nullable Instant until, String source) {}

    private static final List<Experiment> EXPERIMENT = List.of(
            new Experiment(
                    Instant.parse("2019-01-31T23:00:00Z"),
                    Set.of("29", "34", "67", "93", "973"),
                    "decret 2019-66; arrete of 5 Feb 2019"),
            new Experiment(
                    Instant.parse("2019-06-05T22:00:00Z"),
                    Set.of("08", "22", "25", "29", "34", "35", "56", "58", "67", "71", "84", "93", "94", "973"),
                    "JO of 6 June 2019"));

    private static final Instant SOUTH_PROVINCE_FROM = Instant.parse("2025-12-01T00:00:00Z");

    private static final List<Excluded> EXCLUDED = List.of(
            new Excluded("984", null, "decret 2021-628 art. 2"),
            new Excluded("987", null, "decret 2021-628 art. 2"),
            new Excluded("988", SOUTH_PROVINCE_FROM, "decret 2021-628 art. 2; agreement with the South province"),
            new Excluded("989", null, "decret 2021-628 art. 2 does not name it"));

    /** New Caledonia, North province and Loyalty Islands: server 191b8a5253. */
    private static final Set<String> REFUSED_POSTAL_CODES =
            Set.of(("98811 98813 98815 98816 98817 98818 98821 98822 98823 98824 98825 98826 98831 98833 98850 98860 "
                            + "98814 98820 98828 98878 98884 98885")
                    .split(" "));

    private static final Instant POSTAL_CODES_REFUSED_FROM = Instant.parse("2025-01-21T00:00:00Z");

    private Territory() {}

    /** Postal codes where nobody gets a credit although the department is not excluded. */
    public static Set<String> refusedPostalCodes() {
        return REFUSED_POSTAL_CODES;
    }

    /** Why somebody cannot get this credit where they live; null if they can. */
    static @Nullable Reason refusal(Person person, Regime regime, Instant at) {
        Department department = person.department();
        if (department == null) {
            return null;
        }
        if (regime.scheme() == Scheme.GRANT_18_V1) {
            return inExperiment(department, at) ? null : Reason.TERRITORY_NOT_IN_EXPERIMENT;
        }
        String postalCode = person.postalCode();
        if (postalCode != null
                && REFUSED_POSTAL_CODES.contains(postalCode)
                && !at.isBefore(POSTAL_CODES_REFUSED_FROM)) {
            return Reason.INELIGIBLE_POSTAL_CODE;
        }
        return EXCLUDED.stream().anyMatch(row -> excludes(row, department, at)) ? Reason.TERRITORY_EXCLUDED : null;
    }

    private static boolean inExperiment(Department department, Instant at) {
        return EXPERIMENT.stream()
                .anyMatch(row -> !at.isBefore(row.from) && row.departments.contains(department.code()));
    }

    private static boolean excludes(Excluded row, Department department, Instant at) {
        return row.department.equals(department.code()) && (row.until == null || at.isBefore(row.until));
    }

    /** Every instant at which the map changed. */
    static List<Instant> changes() {
        return Stream.of(
                        EXPERIMENT.stream().map(Experiment::from),
                        EXCLUDED.stream().flatMap(row -> Stream.ofNullable(row.until)),
                        Stream.of(POSTAL_CODES_REFUSED_FROM))
                .flatMap(instants -> instants)
                .toList();
    }
}
