package fr.passerelle.http;

import fr.passerelle.internal.base.Durations;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a client leaves a server alone that is down. Once so many of the last requests failed for the server's sake (no
 * response, or a 5xx), the circuit opens: calls fail at once with a {@link fr.passerelle.error.CircuitOpenException}
 * for a while; then a few are let through, which close it or open it again. Immutable.
 *
 * @param enabled false for a client without a circuit breaker
 * @param failureRate how many failures open it, in percent of the window
 * @param window how many requests are looked at, the last ones
 * @param minimumRequests how many there must be before it opens at all
 * @param waitTime how long it stays open
 * @param trials how many requests are let through then
 */
public record CircuitBreaker(
        boolean enabled, int failureRate, int window, int minimumRequests, Duration waitTime, int trials) {

    /** What a client has unless it is told otherwise: 80 % of the last 100 requests, at least 50; 10 s; 5 trials. */
    public static final CircuitBreaker DEFAULT = builder().build();

    private static final int MOST_REQUESTS = 10_000;
    private static final int MOST_TRIALS = 1_000;

    /**
     * Options.
     *
     * @throws IllegalArgumentException if {@code failureRate} is not 1 to 100, {@code window} not 1 to 10 000,
     *     {@code minimumRequests} not 1 to the window, {@code waitTime} not above zero and at most a day, or
     *     {@code trials} not 1 to 1 000
     */
    public CircuitBreaker {
        check("failureRate", failureRate, 100);
        check("window", window, MOST_REQUESTS);
        check("minimumRequests", minimumRequests, window);
        Durations.checkPositive("circuitBreaker: waitTime", waitTime);
        check("trials", trials, MOST_TRIALS);
    }

    /** None: every call is sent, however the server is. */
    public static CircuitBreaker off() {
        return new CircuitBreaker(
                false, DEFAULT.failureRate, DEFAULT.window, DEFAULT.minimumRequests, DEFAULT.waitTime, DEFAULT.trials);
    }

    /** Options to fill; what is left out is as in {@link #DEFAULT}. */
    public static Builder builder() {
        return new Builder();
    }

    private static void check(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(
                    "circuitBreaker: " + name + " must be between 1 and " + most + ", not " + value);
        }
    }

    /** Fills {@link CircuitBreaker}. Not for use by several threads. */
    public static final class Builder {

        private int failureRate = 80;
        private int window = 100;
        private @Nullable Integer minimumRequests;
        private Duration waitTime = Duration.ofSeconds(10);
        private int trials = 5;

        private Builder() {}

        /** How many failures open it, in percent: 1 to 100. Default 80. */
        public Builder failureRate(int percent) {
            failureRate = percent;
            return this;
        }

        /** How many requests are looked at, the last ones: 1 to 10 000. Default 100. */
        public Builder window(int requests) {
            window = requests;
            return this;
        }

        /** How many there must be before it opens at all: 1 to the window. Default: half of the window. */
        public Builder minimumRequests(int requests) {
            minimumRequests = requests;
            return this;
        }

        /** How long it stays open: at most a day. Default 10 s. */
        public Builder waitTime(Duration time) {
            waitTime = time;
            return this;
        }

        /** How many requests are let through then: 1 to 1 000. Default 5. */
        public Builder trials(int requests) {
            trials = requests;
            return this;
        }

        /**
         * The options.
         *
         * @throws IllegalArgumentException if one of them is out of its bounds
         */
        public CircuitBreaker build() {
            int minimum = minimumRequests == null ? Math.max(1, window / 2) : minimumRequests;
            return new CircuitBreaker(true, failureRate, window, minimum, waitTime, trials);
        }
    }
}
