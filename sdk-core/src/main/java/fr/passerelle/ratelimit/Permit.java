package fr.passerelle.ratelimit;

import java.time.Duration;

/** A call's place in the line of a {@link RateLimiter}. */
@FunctionalInterface
public interface Permit {

    /** How long to wait before the call leaves, counted from when the permit was taken; never negative. */
    Duration delay();

    /**
     * Asked once the delay is over, right before the call leaves: whether it may. If not, something happened meanwhile
     * that the rate limiting had not foreseen; the permit is void, and the caller takes another.
     */
    default boolean holds() {
        return true;
    }

    /** A permit that comes after a delay and holds. */
    static Permit in(Duration delay) {
        return () -> delay;
    }
}
