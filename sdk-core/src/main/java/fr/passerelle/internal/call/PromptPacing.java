package fr.passerelle.internal.call;

import fr.passerelle.client.Pacing;
import fr.passerelle.client.Turn;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Asks another pacing, whose store may hang, and does not wait long for its answer. */
public final class PromptPacing implements Pacing {

    private static final int MOST_AT_ONCE = 4;
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final Pacing store;
    private final Duration patience;
    private final Executor threads;

    public PromptPacing(Pacing store, Duration patience) {
        this.store = store;
        this.patience = patience;
        threads = daemons();
    }

    /** Not the common pool: what hangs there would hold up the embedder's own work. They end when idle. */
    private static Executor daemons() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                MOST_AT_ONCE, MOST_AT_ONCE, IDLE.toSeconds(), TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "passerelle-pace");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /**
     * What the other pacing gives.
     *
     * @throws IllegalStateException if it does not answer in time; the turn that it may give later is lost
     */
    @Override
    public Optional<Turn> reserve(Duration atMost) {
        CompletableFuture<Optional<Turn>> answer = new CompletableFuture<>();
        threads.execute(() -> ask(atMost, answer));
        try {
            return answer.orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS).join();
        } catch (CompletionException e) {
            throw reason(e);
        }
    }

    private void ask(Duration atMost, CompletableFuture<Optional<Turn>> answer) {
        if (answer.isDone()) {
            return; // given up before a thread was free
        }
        try {
            answer.complete(store.reserve(atMost));
        } catch (Throwable unreachable) {
            answer.completeExceptionally(unreachable);
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
        return new IllegalStateException("no answer within " + patience.toMillis() + " ms", cause);
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
