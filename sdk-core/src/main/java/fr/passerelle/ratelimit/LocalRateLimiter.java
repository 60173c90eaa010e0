package fr.passerelle.ratelimit;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A burst at once, the rest at even intervals (the generic cell rate algorithm): the moment at which the whole burst is
 * free again moves on by one interval with each permit, and a permit comes when that moment is less than a burst away.
 *
 * <p>Not the rate limiter of Resilience4j: with fixed cycles a slower rate that is raised again lets the permits taken
 * before and after meet in one cycle. Here permits come in order, at least an interval apart but for the burst, so the
 * pace may change at any time and the bound of {@link Quota} stays.
 */
final class LocalRateLimiter implements RateLimiter {

    private final Slowdown slowdown = new Slowdown();
    private final LongSupplier nanos;
    private final long interval;
    private final long burst;
    private long burstFree;

    /**
     * Turns by the given clock; the burst is free from the start.
     *
     * @param nanos a clock that never goes back
     */
    LocalRateLimiter(Quota quota, LongSupplier nanos) {
        this.nanos = nanos;
        interval = quota.interval().toNanos();
        burst = quota.burst() * interval;
        burstFree = nanos.getAsLong();
    }

    @Override
    public synchronized Optional<Permit> reserve(Duration atMost) {
        long now = nanos.getAsLong();
        long free = later(burstFree, now);
        Duration delay = Duration.ofNanos(Math.max(0, free + interval - burst - now));
        if (delay.compareTo(atMost) > 0) {
            return Optional.empty();
        }
        burstFree = free + interval * slowdown.permitsPerCall();
        return Optional.of(Permit.in(delay));
    }

    @Override
    public synchronized Duration soonestAfter(int others) {
        long now = nanos.getAsLong();
        long free = later(burstFree, now) + interval * slowdown.permitsOf(others);
        return Duration.ofNanos(Math.max(0, free + interval - burst - now));
    }

    @Override
    public boolean mayBlock() {
        return false;
    }

    @Override
    public void throttled(Duration hold) {
        slowdown.throttled();
        startAfter(hold);
    }

    @Override
    public void admitted() {
        slowdown.admitted();
    }

    /** As if the burst were used up by then: the next permit comes an interval after the pause, or later. */
    synchronized void startAfter(Duration pause) {
        burstFree = later(burstFree, nanos.getAsLong() + pause.toNanos() + burst);
    }

    /** Of two readings of a clock that may overflow. */
    private static long later(long a, long b) {
        return a - b > 0 ? a : b;
    }
}
