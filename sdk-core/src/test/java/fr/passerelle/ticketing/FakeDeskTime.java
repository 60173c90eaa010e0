package fr.passerelle.ticketing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A clock that moves only when somebody waits, or a test says so. Only one thread moves it. */
final class FakeDeskTime implements DeskTime {

    private record Timer(long at, CompletableFuture<@Nullable Void> event) {}

    private final List<Timer> timers = new ArrayList<>();
    private volatile long now = Long.MAX_VALUE - 5; // the clock of nanoTime may wrap around
    private long waited;

    void advance(Duration duration) {
        move(duration.toNanos());
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
            move(nanos);
            waited += nanos;
        }
    }

    @Override
    public CompletableFuture<@Nullable Void> after(long nanos) {
        Timer timer = new Timer(now + nanos, new CompletableFuture<>());
        synchronized (timers) {
            timers.add(timer);
        }
        return timer.event();
    }

    private void move(long nanos) {
        List<Timer> due = new ArrayList<>();
        synchronized (timers) {
            long then = now + nanos;
            now = then;
            timers.removeIf(timer -> timer.at() - then <= 0 && due.add(timer));
        }
        due.forEach(timer -> timer.event().complete(null));
    }
}
