package fr.passerelle.internal.call;

import java.time.Duration;

/** The pipeline's sense of time; tests have one of their own and take milliseconds. */
public interface Time {

    /** A clock that never goes back, in nanoseconds. */
    long nanos();

    /**
     * Waits.
     *
     * @return false if the client was closed meanwhile
     */
    boolean pause(Duration duration) throws InterruptedException;
}
