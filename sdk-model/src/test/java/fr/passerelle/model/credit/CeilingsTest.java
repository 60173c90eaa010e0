package fr.passerelle.model.credit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.value.Price;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CeilingsTest {

    /** Nobody knows from when the second set applies: no ceiling follows it, and each one says whether it might. */
    @ParameterizedTest
    @CsvSource({
        "GRANT_17_18, 75, 2026-02-28T23:59:59Z, SERVER, false",
        "GRANT_17_18, 75, 2026-03-01T00:00:00Z, SERVER, true",
        "GRANT_17_18, , 2026-11-29T00:00:00Z, SERVER, true",
        "GRANT_17_18, 976, 2026-11-29T00:00:00Z, SERVER, true",
        "GRANT_17_18, 986, 2026-11-29T00:00:00Z, SERVER, false",
        "GRANT_17_18, 75, 2026-11-29T00:00:00Z, LAW, false",
        "GRANT_18_V2, 75, 2026-11-29T00:00:00Z, SERVER, false"
    })
    void sayWhetherTheSecondSetWouldChangeThem(
            Scheme scheme, @Nullable String department, Instant at, Interpretation reading, boolean doubtful) {
        Department home = department == null ? null : new Department(department);
        Ceilings ceilings = Ceilings.of(scheme, Price.euros("150"), home, at, reading);

        assertThat(ceilings.doubtful(scheme, home, at, reading)).isEqualTo(doubtful);
        assertThat(Ceilings.SECOND_SET.from()).isNull();
        assertThat(Ceilings.SECOND_SET.digital(home))
                .isEqualTo("976".equals(department) || "986".equals(department) ? null : Price.euros("50"));
    }

    @ParameterizedTest
    @CsvSource({
        // scheme, department, at, reading, digital, physical
        "GRANT_18_V1, 93, 2020-01-01T00:00:00Z, SERVER, 20000, 20000",
        "GRANT_18_V2, 75, 2022-01-01T00:00:00Z, SERVER, 10000,",
        "GRANT_15_17, 75, 2023-01-01T00:00:00Z, SERVER, ,",
        "GRANT_17_18, 75, 2026-02-10T00:00:00Z, SERVER, 10000,",
        "GRANT_17_18, , 2026-02-10T00:00:00Z, SERVER, 10000,",
        "GRANT_FREE, 75, 2026-02-10T00:00:00Z, SERVER, ,",
        // exceptions of three departments, by date; not for minors of the second regime
        "GRANT_18_V2, 986, 2022-10-16T23:59:59Z, SERVER, 10000,",
        "GRANT_18_V2, 986, 2022-10-17T00:00:00Z, SERVER, ,",
        "GRANT_18_V2, 976, 2022-10-18T23:59:59Z, SERVER, 10000,",
        "GRANT_18_V2, 976, 2022-10-19T00:00:00Z, SERVER, 15000,",
        "GRANT_18_V2, 975, 2022-10-19T00:00:00Z, SERVER, 20000,",
        "GRANT_17_18, 976, 2026-02-10T00:00:00Z, SERVER, 15000,",
        "GRANT_17_18, 975, 2026-02-10T00:00:00Z, SERVER, 20000,",
        "GRANT_17_18, 986, 2026-02-10T00:00:00Z, SERVER, ,",
        "GRANT_18_V1, 976, 2022-12-01T00:00:00Z, SERVER, 15000, 20000",
        "GRANT_15_17, 976, 2023-01-01T00:00:00Z, SERVER, ,",
        "GRANT_FREE, 975, 2026-02-10T00:00:00Z, SERVER, 20000,",
        // the order of December 2025
        "GRANT_17_18, 75, 2025-12-30T22:59:59Z, LAW, 10000,",
        "GRANT_17_18, 75, 2025-12-30T23:00:00Z, LAW, 5000,",
        "GRANT_17_18, 976, 2026-02-10T00:00:00Z, LAW, 15000,",
        "GRANT_18_V2, 75, 2026-02-10T00:00:00Z, LAW, 10000,"
    })
    void followSchemeDepartmentAndDate(
            Scheme scheme,
            @Nullable String department,
            Instant at,
            Interpretation reading,
            @Nullable Long digital,
            @Nullable Long physical) {
        Ceilings ceilings = Ceilings.of(
                scheme, Price.euros("80"), department == null ? null : new Department(department), at, reading);

        assertThat(ceilings)
                .isEqualTo(new Ceilings(
                        Price.euros("80"),
                        digital == null ? null : Price.cents(digital),
                        physical == null ? null : Price.cents(physical)));
    }
}
