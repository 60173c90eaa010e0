package fr.passerelle.internal.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only when somebody waits, and at once. */
public final class VirtualTime implements Time {

    private final List<Duration> pauses = new ArrayList<>();
    private long nanos = 1_000_000_000L;

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        synchronized (this) {
            pauses.add(delay);
            nanos += delay.toNanos();
        }
        task.run();
        return () -> {};
    }

    @Override
    public Timer limit(Duration length, Runnable task) {
        return () -> {};
    }

    public synchronized void pass(Duration duration) {
        nanos += duration.toNanos();
    }

    public synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
