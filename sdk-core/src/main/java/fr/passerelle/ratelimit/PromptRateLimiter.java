package fr.passerelle.ratelimit;

import fr.passerelle.internal.base.DaemonThreads;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Asks another rate limiting, whose store may hang, and does not wait long for its response. */
final class PromptRateLimiter implements RateLimiter {

    private static final int MOST_AT_ONCE = 4;
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final RateLimiter store;
    private final Duration patience;
    private final Executor threads;

    PromptRateLimiter(RateLimiter store, Duration patience) {
        this.store = store;
        this.patience = patience;
        threads = daemons();
    }

    /** Not the common pool: what hangs there would hold up the embedder's own work. They end when idle. */
    private static Executor daemons() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                MOST_AT_ONCE,
                MOST_AT_ONCE,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                new DaemonThreads("passerelle-limiter"));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /**
     * What the other rate limiting gives.
     *
     * @throws IllegalStateException if it does not respond in time; the permit that it may give later is lost
     */
    @Override
    public Optional<Permit> reserve(Duration atMost) {
        CompletableFuture<Optional<Permit>> response = new CompletableFuture<>();
        threads.execute(() -> ask(atMost, response));
        try {
            return response.orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS).join();
        } catch (CompletionException e) {
            throw reason(e);
        }
    }

    private void ask(Duration atMost, CompletableFuture<Optional<Permit>> response) {
        if (response.isDone()) {
            return; // given up before a thread was free
        }
        try {
            response.complete(store.reserve(atMost));
        } catch (Throwable unreachable) {
            response.completeExceptionally(unreachable);
        }
    }

    private RuntimeException reason(CompletionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof RuntimeException thrown) {
            return thrown;
        }
        return new IllegalStateException("no response within " + patience.toMillis() + " ms", cause);
    }

    @Override
    public void throttled(Duration hold) {
        store.throttled(hold);
    }

    @Override
    public void admitted() {
        store.admitted();
    }
}
