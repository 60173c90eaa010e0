package fr.passerelle.internal.call;

import java.time.Duration;

/**
 * The moment by which an operation must be over. A blocking call's runs from the start, its waits included. A future's
 * begins with its first request: a thousand futures are a queue, not a thousand timeouts.
 */
public final class Deadline {

    private final Duration length;
    private final Time time;
    private long end;
    private boolean started;

    private Deadline(Duration length, Time time) {
        this.length = length;
        this.time = time;
    }

    /** Running from now. */
    public static Deadline in(Duration length, Time time) {
        Deadline deadline = new Deadline(length, time);
        deadline.start();
        return deadline;
    }

    /** Running once somebody {@linkplain #start() starts} it. */
    static Deadline notStarted(Duration length, Time time) {
        return new Deadline(length, time);
    }

    /** Begins, unless it has started. */
    public synchronized void start() {
        if (!started) {
            started = true;
            end = time.nanos() + length.toNanos();
        }
    }

    synchronized boolean started() {
        return started;
    }

    /** What is left; all of it before the start, zero once it has passed. */
    public synchronized Duration remaining() {
        return started ? Duration.ofNanos(Math.max(0, end - time.nanos())) : length;
    }

    public synchronized boolean passed() {
        return started && end - time.nanos() <= 0;
    }
}
