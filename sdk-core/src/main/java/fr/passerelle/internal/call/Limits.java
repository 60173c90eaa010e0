package fr.passerelle.internal.call;

import fr.passerelle.client.RequestOptions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long and how often a call may try.
 *
 * @param connect for opening a connection
 * @param attempt for one attempt, connection included
 * @param call for the whole call: attempts, pacing and pauses
 * @param attempts at most
 * @param queue for a future's first permit, before the rest begins to count; null for as long as it takes
 */
public record Limits(
        Duration connect,
        Duration attempt,
        Duration call,
        int attempts,
        @Nullable Duration queue) {

    public static final Limits DEFAULT =
            new Limits(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(90), 3, null);

    public Limits {
        checkPositive("connectTimeout", connect);
        checkPositive("attemptTimeout", attempt);
        checkPositive("callTimeout", call);
        checkAttempts(attempts);
        if (queue != null) {
            checkPositive("queueTimeout", queue);
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

    /** At most a day: beyond, somebody meant milliseconds. */
    public static Duration checkPositive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero() || duration.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(name + " must be above zero and at most one day, not " + duration);
        }
        return duration;
    }

    public static int checkAttempts(int attempts) {
        if (attempts < 1 || attempts > 10) {
            throw new IllegalArgumentException("attempts must be between 1 and 10, not " + attempts);
        }
        return attempts;
    }
}
