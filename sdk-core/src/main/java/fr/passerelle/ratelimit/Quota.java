package fr.passerelle.ratelimit;

import java.time.Duration;

/**
 * How many calls a server takes from one key in any window of time, and how a {@link RateLimiter} fills it:
 * {@link #burst()} calls may leave at once, further ones at one {@link #interval()} after another. Whatever the pattern
 * of calls, a window then never holds more than {@code burst + spread + 2}, 197 of 200: one permit may come late
 * because the process stood still, and a call may leave a moment after its permit. The rest is for calls that left
 * apart and arrive together. Whoever calls without a break makes {@link #spread()} calls per window, 96 % of the quota.
 *
 * @param calls at most, in any window
 * @param window how long it is
 */
public record Quota(int calls, Duration window) {

    /** What the partner API takes from a key: 200 calls a minute (reference 1.3). */
    public static final Quota PARTNER_API = new Quota(200, Duration.ofSeconds(60));

    /**
     * A quota.
     *
     * @throws IllegalArgumentException if {@code calls} is below 3 (one at once, one later, one left over), or
     *     {@code window} is not positive or longer than a day
     */
    public Quota {
        if (calls < 3) {
            throw new IllegalArgumentException("quota: calls must be at least 3, not " + calls);
        }
        if (window.isNegative() || window.isZero() || window.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("quota: window must be above zero and at most a day, not " + window);
        }
    }

    /** How many calls may leave at once after a lull: 1.5 % of the quota. */
    public int burst() {
        return Math.max(1, (int) (calls * 3L / 200));
    }

    /**
     * How many calls are spread evenly over a window: 96 % of the quota, or what the burst and a margin of two leave.
     */
    public int spread() {
        return Math.max(1, Math.min((int) (calls * 96L / 100), calls - burst() - 2));
    }

    /** How far apart the spread calls are, rounded up. */
    public Duration interval() {
        return Duration.ofNanos(-Math.floorDiv(-window.toNanos(), spread()));
    }

    /**
     * What each of several processes may use when they cannot ask one another. Together they stay within this quota.
     *
     * @throws IllegalArgumentException if {@code processes} is below 1, or so large that a share is below 3 calls
     */
    public Quota share(int processes) {
        if (processes < 1 || calls / processes < 3) {
            throw new IllegalArgumentException(
                    "quota: can be shared by 1 to " + calls / 3 + " processes, not " + processes);
        }
        return new Quota(calls / processes, window);
    }
}
