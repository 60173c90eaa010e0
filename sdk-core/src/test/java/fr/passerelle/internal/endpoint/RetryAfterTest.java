package fr.passerelle.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.http.RawResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "12 | 12",
                " 12 | 12",
                "-1 | 0",
                "Mon, 23 Nov 2026 10:01:00 GMT | 60",
                "Mon, 23 Nov 2026 09:00:00 GMT | 0",
            })
    void readsSecondsAndDates(String header, long seconds) {
        assertThat(RetryAfter.of(response(Map.of("retry-after", List.of(header))), NOW))
                .contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "1.5", "99999999999999999999", "Mon, 99 Nov 2026 10:01:00 GMT"})
    void ignoresWhatItCannotRead(String header) {
        assertThat(RetryAfter.of(response(Map.of("Retry-After", List.of(header))), NOW))
                .isEmpty();
    }

    @Test
    void measuresDatesByTheServersOwnClock() {
        RawResponse response = response(Map.of(
                "Date", List.of("Mon, 23 Nov 2026 12:00:00 GMT"),
                "Retry-After", List.of("Mon, 23 Nov 2026 12:00:05 GMT")));

        assertThat(RetryAfter.of(response, NOW)).contains(Duration.ofSeconds(5));
    }

    private static RawResponse response(Map<String, List<String>> headers) {
        return new RawResponse(429, headers, new byte[0], 1);
    }
}
