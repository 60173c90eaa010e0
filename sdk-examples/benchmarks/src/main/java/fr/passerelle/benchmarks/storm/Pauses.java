package fr.passerelle.benchmarks.storm;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** How long the machine kept this process from running, at the longest: no client can be quicker. */
final class Pauses {

    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(5);

    private final AtomicLong longest = new AtomicLong();

    private Pauses() {}

    static Pauses watch() {
        Pauses pauses = new Pauses();
        Callers.daemon(pauses::run);
        return pauses;
    }

    private void run() {
        long last = System.nanoTime();
        while (true) {
            LockSupport.parkNanos(STEP);
            long now = System.nanoTime();
            longest.accumulateAndGet(now - last - STEP, Math::max);
            last = now;
        }
    }

    long longestMillis() {
        return TimeUnit.NANOSECONDS.toMillis(longest.get());
    }
}
