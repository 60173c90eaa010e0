package fr.passerelle.internal.base;

import java.time.Duration;

/** What a duration may be that a user gives. */
public final class Durations {

    private static final Duration LONGEST = Duration.ofDays(1);

    private Durations() {}

    /**
     * At most a day: beyond, somebody meant milliseconds.
     *
     * @throws IllegalArgumentException if it is not above zero and at most a day
     */
    public static Duration checkPositive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + " must be above zero and at most one day, not " + duration);
        }
        return duration;
    }
}
