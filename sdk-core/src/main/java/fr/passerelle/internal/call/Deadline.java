package fr.passerelle.internal.call;

import java.time.Duration;

/**
 * The moment by which a call must be over, its waits included.
 *
 * @param time whose nanoseconds count
 * @param endNanos the last of them
 */
public record Deadline(Time time, long endNanos) {

    public static Deadline in(Duration duration, Time time) {
        return new Deadline(time, time.nanos() + duration.toNanos());
    }

    /** What is left; zero once it has passed. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, endNanos - time.nanos()));
    }

    public boolean passed() {
        return remaining().isZero();
    }
}
