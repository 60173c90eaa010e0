package fr.passerelle.benchmarks.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** What a server sees of the requests of one API key, with the quota that the programme documents. */
final class Arrivals {

    private static final int QUOTA = 200;
    private static final long MINUTE = TimeUnit.SECONDS.toNanos(60);
    private static final long PATIENCE = TimeUnit.SECONDS.toMillis(10);

    private final Deque<Long> lastMinute = new ArrayDeque<>();
    private final LongSupplier nanos;
    private long first;
    private int arrived;
    private int mostInAMinute;
    private int refused;
    private int abandoned;

    Arrivals(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** A request is here. Whether the last minute is still within the quota. */
    synchronized boolean arrive() {
        long now = nanos.getAsLong();
        first = arrived == 0 ? now : first;
        lastMinute.add(now);
        while (now - lastMinute.element() >= MINUTE) {
            lastMinute.remove();
        }
        mostInAMinute = Math.max(mostInAMinute, lastMinute.size());
        arrived++;
        notifyAll();
        return lastMinute.size() <= QUOTA;
    }

    /** Whether the first request came less than so many milliseconds before. */
    synchronized boolean isYoungerThan(int millis) {
        return nanos.getAsLong() - first < TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /** A request gets a 429. */
    synchronized void refuse() {
        refused++;
    }

    /** A client went away before it had its response. */
    synchronized void abandon() {
        abandoned++;
        notifyAll();
    }

    synchronized Counts counts() {
        return new Counts(arrived, mostInAMinute, refused, abandoned);
    }

    /** The counts once so many have been abandoned, or after ten seconds. */
    synchronized Counts awaitAbandoned(int wanted) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE);
        while (abandoned < wanted && end - System.nanoTime() > 0) {
            wait(millisUntil(end));
        }
        return counts();
    }

    /** The counts once so many have arrived, or after ten seconds. */
    synchronized Counts awaitArrived(int wanted) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE);
        while (arrived < wanted && end - System.nanoTime() > 0) {
            wait(millisUntil(end));
        }
        return counts();
    }

    /** Never zero, which is for ever. */
    private static long millisUntil(long end) {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
    }
}
