package fr.passerelle.ticketing;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A clock that moves only when somebody waits, or a test says so. For one thread. */
final class FakeDeskTime implements DeskTime {

    private long now = Long.MAX_VALUE - 5; // the clock of nanoTime may wrap around
    private long waited;

    void advance(Duration duration) {
        now += duration.toNanos();
    }

    /** How long was waited in vain since this was last asked. */
    Duration waited() {
        Duration sum = Duration.ofNanos(waited);
        waited = 0;
        return sum;
    }

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public void await(CompletableFuture<?> event, long nanos) throws InterruptedException {
        if (!event.isDone()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            now += nanos;
            waited += nanos;
        }
    }
}
