package fr.passerelle.benchmarks.storm;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/** Threads that make one call after another, for a while. What is under way at the end is left alone. */
final class Callers {

    private static final long AT_ONCE = TimeUnit.SECONDS.toNanos(1);

    private static final long AFTER_A_FAILURE = TimeUnit.MILLISECONDS.toNanos(100);

    private final Map<String, LongAdder> failures = new ConcurrentSkipListMap<>();
    private final LongAdder done = new LongAdder();
    private final LongAdder failedAtOnce = new LongAdder();
    private final long end;
    private volatile boolean over;

    private Callers(Duration time) {
        end = System.nanoTime() + time.toNanos();
    }

    /**
     * Calls for so long.
     *
     * @param call one call, given the number of its thread
     */
    static Callers run(int threads, Duration time, IntConsumer call) throws InterruptedException {
        Callers callers = new Callers(time);
        Thread[] all = new Thread[threads];
        for (int i = 0; i < threads; i++) {
            int number = i;
            all[i] = daemon(() -> callers.call(call, number));
        }
        for (Thread each : all) {
            TimeUnit.NANOSECONDS.timedJoin(each, Math.max(1, callers.end - System.nanoTime()));
        }
        callers.over = true;
        return callers;
    }

    /** Starts a thread that keeps nobody from ending. */
    static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "caller");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void call(IntConsumer call, int number) {
        while (!over && end - System.nanoTime() > 0) {
            long start = System.nanoTime();
            try {
                call.accept(number);
                done.increment();
            } catch (RuntimeException failure) {
                if (!over) {
                    failures.computeIfAbsent(failure.getClass().getSimpleName(), first -> new LongAdder())
                            .increment();
                    if (System.nanoTime() - start < AT_ONCE) {
                        failedAtOnce.increment();
                    }
                }
                LockSupport.parkNanos(AFTER_A_FAILURE);
            }
        }
    }

    /** Whether those that failed had at least tried for a second. */
    boolean noneFailedAtOnce() {
        return failedAtOnce.sum() == 0;
    }

    boolean noneFailed() {
        return failures.isEmpty();
    }

    /** How many calls there were, and which failed. */
    @Override
    public String toString() {
        return done + " calls done, "
                + (failures.isEmpty() ? "none failed" : "failed: " + failures + ", at once: " + failedAtOnce);
    }
}
