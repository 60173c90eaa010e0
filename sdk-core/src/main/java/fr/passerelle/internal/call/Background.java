package fr.passerelle.internal.call;

import fr.passerelle.internal.http.DaemonThreads;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs work for futures. Cancelling a future interrupts its work. */
public final class Background implements AutoCloseable {

    private static final int THREADS = 16;
    private static final int WAITING = 1_000;
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration THREADS_END = Duration.ofSeconds(2);

    private final Executor executor;
    private final @Nullable ThreadPoolExecutor own;

    /**
     * Runs on the user's executor, or on threads of its own.
     *
     * @param theirs never shut down by us; null for our own threads
     */
    public Background(@Nullable Executor theirs) {
        own = theirs == null ? pool() : null;
        executor = own != null ? own : Objects.requireNonNull(theirs);
    }

    private static ThreadPoolExecutor pool() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE.toMillis(),
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(WAITING),
                new DaemonThreads("passculture-async"));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Starts work; the future fails at once if too much is waiting already, or after {@link #close()}. */
    public <T> CompletableFuture<T> run(Callable<T> work) {
        Job<T> job = new Job<>(work);
        try {
            executor.execute(job);
        } catch (RejectedExecutionException e) {
            String problem = "the executor takes no more calls: it is closed, or too many are waiting (ours holds "
                    + WAITING + ")";
            job.future.completeExceptionally(new RejectedExecutionException(problem, e));
        }
        return job.future;
    }

    /** Interrupts what runs and cancels what waits, on our own threads. */
    @Override
    public void close() {
        if (own == null) {
            return;
        }
        for (Runnable waiting : own.shutdownNow()) {
            ((FutureTask<?>) waiting).cancel(false);
        }
        try {
            // Bounded, because this very thread may be one of those.
            own.awaitTermination(THREADS_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A task that hands its end over to a future, and takes the future's cancellation as its own. */
    private static final class Job<T> extends FutureTask<T> {

        private final CompletableFuture<T> future = new CompletableFuture<>() {
            @Override
            public boolean cancel(boolean mayInterruptIfRunning) {
                boolean cancelled = super.cancel(mayInterruptIfRunning);
                Job.this.cancel(true);
                return cancelled;
            }
        };

        Job(Callable<T> work) {
            super(work);
        }

        @Override
        protected void done() {
            try {
                future.complete(get());
            } catch (CancellationException e) {
                future.cancel(false);
            } catch (ExecutionException e) {
                future.completeExceptionally(e.getCause() == null ? e : e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                future.completeExceptionally(e);
            }
        }
    }
}
