package fr.passerelle.internal.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Time that passes when the test says so; what is due then runs, in its order. */
final class ManualTime implements Time {

    private record Scheduled(long at, Runnable task) {}

    private final List<Scheduled> tasks = new ArrayList<>();
    private long nanos = 1_000_000_000L;

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        Scheduled scheduled = new Scheduled(nanos + delay.toNanos(), task);
        tasks.add(scheduled);
        return () -> tasks.remove(scheduled);
    }

    int timers() {
        return tasks.size();
    }

    /** Lets time pass. */
    void pass(Duration duration) {
        long end = nanos + duration.toNanos();
        Optional<Scheduled> next = due(end);
        while (next.isPresent()) {
            tasks.remove(next.get());
            nanos = Math.max(nanos, next.get().at);
            next.get().task.run();
            next = due(end);
        }
        nanos = end;
    }

    /** Lets time pass while everything stands still: what was due runs late, at the end. */
    void standStill(Duration duration) {
        nanos += duration.toNanos();
        pass(Duration.ZERO);
    }

    private Optional<Scheduled> due(long end) {
        return tasks.stream().filter(task -> task.at <= end).min(Comparator.comparingLong(Scheduled::at));
    }
}
