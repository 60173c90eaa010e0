package fr.passerelle.internal.call;

import fr.passerelle.client.Pacing;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Turns in cycles: so many calls in each period, the rest waits for the next one. */
public final class LocalPacing implements Pacing {

    /** The client's default: a 60 s window touches at most 11 cycles, hence 198 calls, under the quota of 200. */
    public static final int CALLS = 18;

    public static final Duration PERIOD = Duration.ofSeconds(6);

    private final RateLimiter limiter;

    /**
     * Turns by the given clock.
     *
     * @param nanos a clock that never goes back
     */
    public LocalPacing(int calls, Duration period, Supplier<Long> nanos) {
        if (calls < 1) {
            throw new IllegalArgumentException("pacing: calls must be at least 1, not " + calls);
        }
        if (period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("pacing: period must be positive, not " + period);
        }
        RateLimiterConfig config = RateLimiterConfig.custom()
                .limitForPeriod(calls)
                .limitRefreshPeriod(period)
                .timeoutDuration(Duration.ZERO)
                .build();
        limiter = RateLimiter.of("passculture", config, nanos);
    }

    /** Synchronized, because the limiter knows only one patience at a time. */
    @Override
    public synchronized Optional<Duration> reserve(Duration atMost) {
        limiter.changeTimeoutDuration(atMost);
        long wait = limiter.reservePermission();
        return wait < 0 ? Optional.empty() : Optional.of(Duration.ofNanos(wait));
    }
}
