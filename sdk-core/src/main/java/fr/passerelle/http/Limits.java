package fr.passerelle.http;

import fr.passerelle.internal.base.Durations;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long and how often a call may try.
 *
 * @param connect for opening a connection
 * @param attempt for one attempt, connection included
 * @param call for the whole call: attempts, rate limiting and pauses
 * @param attempts at most
 * @param queue for a future's first permit, before the rest begins to count; null for as long as it takes
 */
public record Limits(
        Duration connect,
        Duration attempt,
        Duration call,
        int attempts,
        @Nullable Duration queue) {

    /** What a client has unless it is told otherwise. */
    public static final Limits DEFAULT =
            new Limits(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(90), 3, null);

    /**
     * Limits.
     *
     * @throws IllegalArgumentException if a duration is not above zero and at most a day, or attempts not 1 to 10
     */
    public Limits {
        Durations.checkPositive("connectTimeout", connect);
        Durations.checkPositive("attemptTimeout", attempt);
        Durations.checkPositive("callTimeout", call);
        checkAttempts(attempts);
        if (queue != null) {
            Durations.checkPositive("queueTimeout", queue);
        }
    }

    /** These limits, with what one call asks otherwise. */
    public Limits with(RequestOptions options) {
        return new Limits(
                options.connectTimeout().orElse(connect),
                options.attemptTimeout().orElse(attempt),
                options.callTimeout().orElse(call),
                options.attempts().orElse(attempts),
                options.queueTimeout().orElse(queue));
    }

    static int checkAttempts(int attempts) {
        if (attempts < 1 || attempts > 10) {
            throw new IllegalArgumentException("attempts must be between 1 and 10, not " + attempts);
        }
        return attempts;
    }
}
