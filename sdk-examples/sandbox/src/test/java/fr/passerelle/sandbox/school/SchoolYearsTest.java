package fr.passerelle.sandbox.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchoolYearsTest {

    private final SchoolYears years = new SchoolYears(() -> Instant.parse("2026-03-02T10:00:00Z"));

    @ParameterizedTest
    @CsvSource({
        "2025-08-31T23:59:59Z, 2024",
        "2025-09-01T00:00:00Z, 2025",
        "2026-01-01T00:00:00Z, 2025",
        "2026-08-31T23:59:59Z, 2025"
    })
    void namesAYearByItsFirstCalendarYear(Instant moment, int year) {
        assertThat(SchoolYears.of(moment)).isEqualTo(year);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-08-31T23:59:59Z, false",
        "2025-09-01T00:00:00Z, true",
        "2027-08-31T23:59:59Z, true",
        "2026-08-31T23:59:59.000001Z, false",
        "2027-09-01T00:00:00Z, false"
    })
    void coverThisYearAndTheNext(Instant moment, boolean covered) {
        assertThat(years.cover(moment)).isEqualTo(covered);
    }

    @Test
    void coverWhatTheyAreToldTo() {
        years.set(List.of(2030));

        assertThat(years.cover(Instant.parse("2026-03-02T10:00:00Z"))).isFalse();
        assertThat(years.cover(Instant.parse("2031-03-02T10:00:00Z"))).isTrue();
    }
}
