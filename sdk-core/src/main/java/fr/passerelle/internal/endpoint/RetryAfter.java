package fr.passerelle.internal.endpoint;

import fr.passerelle.error.ApiException;
import fr.passerelle.http.RawResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** The {@code Retry-After} header: seconds or an HTTP date (RFC 9110, 10.2.3), never negative. */
public final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("-?[0-9]{1,9}");

    /** A server that asks for more gets this much. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private RetryAfter() {}

    /** How long a client waits when a response asks it to; zero if it does not. */
    public static Duration capped(ApiException response) {
        Duration asked = response.retryAfter().orElse(Duration.ZERO);
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }

    /**
     * How long the server asks to wait; empty if it does not say, or says it unreadably.
     *
     * @param now used for a date when the response does not carry the server's own {@code Date}
     */
    public static Optional<Duration> of(RawResponse response, Instant now) {
        return response.header("Retry-After")
                .map(String::strip)
                .flatMap(text -> SECONDS.matcher(text).matches()
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                        : date(text).map(until -> Duration.between(serverTime(response, now), until)))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    private static Instant serverTime(RawResponse response, Instant now) {
        return response.header("Date").flatMap(RetryAfter::date).orElse(now);
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
