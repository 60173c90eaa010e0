package fr.passerelle.model.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodLimitTest {

    private static PeriodLimit.Use use(String startsAt, int places) {
        return new PeriodLimit.Use(Instant.parse(startsAt), places);
    }

    @Test
    void aMonthEndsAtMidnightInParis() {
        PeriodLimit limit = PeriodLimit.places(Period.MONTH, 10);
        List<PeriodLimit.Use> november = List.of(use("2026-11-12T19:00:00Z", 8));

        assertThat(limit.allows(november, use("2026-11-30T22:59:59Z", 2))).isTrue();
        assertThat(limit.allows(november, use("2026-11-30T22:59:59Z", 3))).isFalse();
        assertThat(limit.allows(november, use("2026-11-30T23:00:00Z", 3))).isTrue();
    }

    @Test
    void outingsAreCountedWhateverTheirSize() {
        PeriodLimit limit = PeriodLimit.outings(Period.SEASON, 2);
        List<PeriodLimit.Use> uses = List.of(use("2026-09-12T19:00:00Z", 1), use("2027-08-30T19:00:00Z", 1));

        assertThat(limit.allows(uses, use("2026-12-01T19:00:00Z", 1))).isFalse();
        assertThat(limit.allows(uses, use("2027-09-01T19:00:00Z", 1))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH,   2026-11-20T19:00:00Z, 2026-11-01, 2026-11-30",
        "QUARTER, 2026-12-31T22:59:59Z, 2026-10-01, 2026-12-31",
        "QUARTER, 2026-12-31T23:00:00Z, 2027-01-01, 2027-03-31",
        "SEASON,  2026-08-31T21:59:59Z, 2025-09-01, 2026-08-31",
        "SEASON,  2026-08-31T22:00:00Z, 2026-09-01, 2027-08-31",
        "YEAR,    2024-02-29T12:00:00Z, 2024-01-01, 2024-12-31"
    })
    void aPeriodHasAFirstAndALastDay(Period period, Instant at, LocalDate first, LocalDate last) {
        assertThat(period.firstDay(at)).isEqualTo(first);
        assertThat(period.lastDay(at)).isEqualTo(last);
    }
}
