package fr.passerelle.ticketing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
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
        move(duration.toNanos(), new CompletableFuture<>());
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
            long start = now;
            move(nanos, event);
            waited += now - start;
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

    /** From timer to timer, in their order, until the event. */
    private void move(long nanos, CompletableFuture<?> event) {
        long start = now;
        for (Timer due = next(start, nanos); due != null; due = next(start, nanos)) {
            now = due.at();
            due.event().complete(null);
            if (event.isDone()) {
                return;
            }
        }
        now = start + nanos;
    }

    private @Nullable Timer next(long start, long nanos) {
        synchronized (timers) {
            timers.removeIf(timer -> timer.event().isDone());
            Timer next = timers.stream()
                    .filter(timer -> timer.at() - start <= nanos)
                    .min(Comparator.comparingLong(timer -> timer.at() - start))
                    .orElse(null);
            timers.remove(next);
            return next;
        }
    }
}
