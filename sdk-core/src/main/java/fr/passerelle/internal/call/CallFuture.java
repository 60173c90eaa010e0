package fr.passerelle.internal.call;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The future of an operation. Whoever completes it or any stage that depends on it from outside, by {@code cancel},
 * {@code orTimeout}, {@code completeOnTimeout} or {@code complete}, no longer waits for the operation, which ends then.
 */
final class CallFuture<T> extends CompletableFuture<T> {

    private final Runnable abandon;

    CallFuture(Runnable abandon) {
        this.abandon = abandon;
    }

    /** The operation's own end. */
    void end(@Nullable T value, @Nullable Throwable failure) {
        if (failure != null) {
            super.completeExceptionally(failure);
        } else {
            super.complete(value);
        }
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CallFuture<>(abandon);
    }

    @Override
    public boolean complete(T value) {
        return abandonedIf(super.complete(value));
    }

    @Override
    public boolean completeExceptionally(Throwable failure) {
        return abandonedIf(super.completeExceptionally(failure));
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        return abandonedIf(super.cancel(mayInterruptIfRunning));
    }

    private boolean abandonedIf(boolean completed) {
        if (completed) {
            abandon.run();
        }
        return completed;
    }
}
