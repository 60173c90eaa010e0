package fr.passerelle.internal.call;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** The two reasons to try again, with how long to wait and what it costs the {@link RetryBudget}. */
enum RetryKind {
    /** The server or the network hiccuped. */
    TRANSIENT(Duration.ofMillis(200), Duration.ofSeconds(5), 14),
    /** The server asks for patience. */
    THROTTLED(Duration.ofSeconds(1), Duration.ofSeconds(20), 5);

    private final Duration base;
    private final Duration cap;
    private final int cost;

    RetryKind(Duration base, Duration cap, int cost) {
        this.base = base;
        this.cap = cap;
        this.cost = cost;
    }

    int cost() {
        return cost;
    }

    /** Full jitter: anything from nothing to the base doubled with each attempt, capped. */
    Duration backoff(int attempt, RandomGenerator random) {
        long doubled = base.toNanos() << Math.min(attempt - 1, 10);
        return Duration.ofNanos(random.nextLong(Math.min(doubled, cap.toNanos()) + 1));
    }
}
