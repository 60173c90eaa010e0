package fr.passerelle.internal.call;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The future of an operation. Whoever completes it or any stage that depends on it from outside, by {@code cancel},
 * {@code orTimeout}, {@code completeOnTimeout} or {@code complete}, no longer waits for the operation, which ends then.
 * A stage that waits for two of them, as by {@code thenCombine} or {@code thenCompose}, ends both.
 */
final class CallFuture<T> extends CompletableFuture<T> {

    private volatile Abandonment abandonment;

    CallFuture(Runnable ending) {
        this(new Abandonment(ending));
    }

    private CallFuture(Abandonment abandonment) {
        this.abandonment = abandonment;
    }

    /** The operation's own end. */
    void end(@Nullable T value, @Nullable Throwable failure) {
        if (failure != null) {
            super.completeExceptionally(failure);
        } else {
            super.complete(value);
        }
    }

    /** A stage of this one ends what this one waits for. */
    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CallFuture<>(abandonment);
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

    @Override
    public void obtrudeValue(T value) {
        super.obtrudeValue(value);
        abandonment.run();
    }

    @Override
    public void obtrudeException(Throwable failure) {
        super.obtrudeException(failure);
        abandonment.run();
    }

    /** Not the inherited one, which completes the future past {@link #complete}. */
    @Override
    public CompletableFuture<T> completeAsync(Supplier<? extends T> supplier, Executor executor) {
        executor.execute(() -> {
            if (isDone()) {
                return;
            }
            try {
                complete(supplier.get());
            } catch (Throwable thrown) {
                completeExceptionally(thrown);
            }
        });
        return this;
    }

    private boolean abandonedIf(boolean completed) {
        if (completed) {
            abandonment.run();
        }
        return completed;
    }

    /** A stage of this one that waits for another one too. */
    private static <R> CompletableFuture<R> both(CompletableFuture<R> stage, CompletionStage<?> other) {
        if (stage instanceof CallFuture<R> one && other instanceof CallFuture<?> two) {
            one.abandonment = new Abandonment(one.abandonment, two.abandonment);
        }
        return stage;
    }

    /** A stage of this one, then of what a function gives. */
    private <A, U> CompletableFuture<U> composed(
            Function<Function<A, CompletionStage<U>>, CompletableFuture<U>> compose,
            Function<? super A, ? extends CompletionStage<U>> function) {
        Abandonment current = new Abandonment(abandonment);
        CompletableFuture<U> stage = compose.apply(argument -> {
            CompletionStage<U> given = function.apply(argument);
            if (given instanceof CallFuture<U> call) {
                current.replace(call.abandonment);
            } else {
                current.forget();
            }
            return given;
        });
        if (stage instanceof CallFuture<U> ours) {
            ours.abandonment = current;
        }
        return stage;
    }

    @Override
    public <U> CompletableFuture<U> thenCompose(Function<? super T, ? extends CompletionStage<U>> function) {
        return this.<T, U>composed(noted -> super.thenCompose(noted), function);
    }

    @Override
    public <U> CompletableFuture<U> thenComposeAsync(Function<? super T, ? extends CompletionStage<U>> function) {
        return this.<T, U>composed(noted -> super.thenComposeAsync(noted), function);
    }

    @Override
    public <U> CompletableFuture<U> thenComposeAsync(
            Function<? super T, ? extends CompletionStage<U>> function, Executor executor) {
        return this.<T, U>composed(noted -> super.thenComposeAsync(noted, executor), function);
    }

    @Override
    public CompletableFuture<T> exceptionallyCompose(Function<Throwable, ? extends CompletionStage<T>> function) {
        return this.<Throwable, T>composed(noted -> super.exceptionallyCompose(noted), function);
    }

    @Override
    public CompletableFuture<T> exceptionallyComposeAsync(Function<Throwable, ? extends CompletionStage<T>> function) {
        return this.<Throwable, T>composed(noted -> super.exceptionallyComposeAsync(noted), function);
    }

    @Override
    public CompletableFuture<T> exceptionallyComposeAsync(
            Function<Throwable, ? extends CompletionStage<T>> function, Executor executor) {
        return this.<Throwable, T>composed(noted -> super.exceptionallyComposeAsync(noted, executor), function);
    }

    @Override
    public <U, V> CompletableFuture<V> thenCombine(
            CompletionStage<? extends U> other, BiFunction<? super T, ? super U, ? extends V> action) {
        return both(super.thenCombine(other, action), other);
    }

    @Override
    public <U, V> CompletableFuture<V> thenCombineAsync(
            CompletionStage<? extends U> other, BiFunction<? super T, ? super U, ? extends V> action) {
        return both(super.thenCombineAsync(other, action), other);
    }

    @Override
    public <U, V> CompletableFuture<V> thenCombineAsync(
            CompletionStage<? extends U> other,
            BiFunction<? super T, ? super U, ? extends V> action,
            Executor executor) {
        return both(super.thenCombineAsync(other, action, executor), other);
    }

    @Override
    public <U> CompletableFuture<Void> thenAcceptBoth(
            CompletionStage<? extends U> other, BiConsumer<? super T, ? super U> action) {
        return both(super.thenAcceptBoth(other, action), other);
    }

    @Override
    public <U> CompletableFuture<Void> thenAcceptBothAsync(
            CompletionStage<? extends U> other, BiConsumer<? super T, ? super U> action) {
        return both(super.thenAcceptBothAsync(other, action), other);
    }

    @Override
    public <U> CompletableFuture<Void> thenAcceptBothAsync(
            CompletionStage<? extends U> other, BiConsumer<? super T, ? super U> action, Executor executor) {
        return both(super.thenAcceptBothAsync(other, action, executor), other);
    }

    @Override
    public CompletableFuture<Void> runAfterBoth(CompletionStage<?> other, Runnable action) {
        return both(super.runAfterBoth(other, action), other);
    }

    @Override
    public CompletableFuture<Void> runAfterBothAsync(CompletionStage<?> other, Runnable action) {
        return both(super.runAfterBothAsync(other, action), other);
    }

    @Override
    public CompletableFuture<Void> runAfterBothAsync(CompletionStage<?> other, Runnable action, Executor executor) {
        return both(super.runAfterBothAsync(other, action, executor), other);
    }
}
