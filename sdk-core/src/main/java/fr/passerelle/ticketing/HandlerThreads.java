package fr.passerelle.ticketing;

import fr.passerelle.internal.base.DaemonThreads;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The desk's own threads: few, named, daemon, gone when idle. When all work and the queue is full, calls are refused.
 */
final class HandlerThreads implements Executor, AutoCloseable {

    private static final int QUEUED_PER_THREAD = 16;
    private static final long IDLE_SECONDS = 30;
    private static final long INTERRUPTED_SECONDS = 1;

    private final ThreadPoolExecutor pool;
    private final long graceNanos;

    /**
     * Starts no thread yet.
     *
     * @param threads how many handlers run at once
     * @param graceNanos how long closing waits for those that run
     */
    HandlerThreads(int threads, long graceNanos) {
        this.pool = new ThreadPoolExecutor(
                threads,
                threads,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(threads * QUEUED_PER_THREAD),
                new DaemonThreads("passculture-desk"));
        this.pool.allowCoreThreadTimeOut(true);
        this.graceNanos = graceNanos;
    }

    @Override
    public void execute(Runnable call) {
        pool.execute(call);
    }

    /** Lets what runs and queues finish, then interrupts it. */
    @Override
    public void close() {
        pool.shutdown();
        try {
            if (!pool.awaitTermination(graceNanos, TimeUnit.NANOSECONDS)) {
                pool.shutdownNow();
                boolean ignored = pool.awaitTermination(INTERRUPTED_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException interrupted) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
