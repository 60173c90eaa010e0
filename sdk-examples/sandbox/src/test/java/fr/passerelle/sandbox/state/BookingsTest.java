package fr.passerelle.sandbox.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookingsTest {

    @ParameterizedTest(name = "booked {0}, starting {1}")
    @CsvSource({
        "2026-03-01T10:00:00Z, 2026-03-20T20:00:00Z, 2026-03-03T10:00:00Z",
        "2026-03-17T10:00:00Z, 2026-03-20T20:00:00Z, 2026-03-18T20:00:00Z",
        "2026-03-19T10:00:00Z, 2026-03-20T20:00:00Z, 2026-03-19T10:00:00Z",
        "2026-03-21T10:00:00Z, 2026-03-20T20:00:00Z, 2026-03-21T10:00:00Z",
    })
    void closesTheUsersWindow(Instant created, Instant beginning, Instant limit) {
        assertThat(Bookings.cancellationLimit(beginning, created)).isEqualTo(limit);
    }
}
