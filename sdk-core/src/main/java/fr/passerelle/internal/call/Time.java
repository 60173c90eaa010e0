package fr.passerelle.internal.call;

import java.time.Duration;

/** The pipeline's sense of time; tests have one of their own and take milliseconds. */
public interface Time {

    /** A clock that never goes back, in nanoseconds. */
    long nanos();

    /**
     * Runs a task later, once.
     *
     * @param task quick: it runs on the one thread that all clients' timers share
     */
    Timer schedule(Duration delay, Runnable task);

    /**
     * Runs a task later, unless what it limits has ended by then and {@linkplain Timer#cancel() cancelled} it. Time
     * that passes at once for a test does not pass for this one.
     */
    default Timer limit(Duration length, Runnable task) {
        return schedule(length, task);
    }

    /** A task that waits for its time. */
    @FunctionalInterface
    interface Timer {

        /** Forgets the task, unless it has started. */
        void cancel();
    }
}
