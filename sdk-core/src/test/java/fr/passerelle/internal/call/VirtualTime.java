package fr.passerelle.internal.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only when somebody pauses, and at once. */
public final class VirtualTime implements Time {

    private final List<Duration> pauses = new ArrayList<>();
    private long nanos = 1_000_000_000L;
    private boolean open = true;

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized boolean pause(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        pauses.add(duration);
        nanos += duration.toNanos();
        return open;
    }

    public synchronized void pass(Duration duration) {
        nanos += duration.toNanos();
    }

    public synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }

    synchronized void close() {
        open = false;
    }
}
