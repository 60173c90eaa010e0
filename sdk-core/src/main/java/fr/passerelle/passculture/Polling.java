package fr.passerelle.passculture;

import fr.passerelle.internal.base.Durations;
import java.time.Duration;

/**
 * How to wait for what the server does later.
 *
 * @param interval between two looks, and before the first one
 * @param allowed how long to look in all, counted from the sending
 */
public record Polling(Duration interval, Duration allowed) {

    /** A look every 5 seconds, for 2 minutes. */
    public static final Polling DEFAULT = new Polling(Duration.ofSeconds(5), Duration.ofMinutes(2));

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if one is not above zero and at most a day, or if there would be no look at all
     */
    public Polling {
        Durations.checkPositive("interval", interval);
        Durations.checkPositive("allowed", allowed);
        if (interval.compareTo(allowed) > 0) {
            throw new IllegalArgumentException("interval must be at most what is allowed in all, " + allowed);
        }
    }
}
