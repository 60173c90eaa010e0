package fr.passerelle.internal.call;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Steps of the pipeline that may have to wait. Most are complete when they come back, and what comes next is done at
 * once, on the thread that asked: so a blocking call runs through all of them on its own thread.
 */
public final class Stages {

    private Stages() {}

    public static <T> CompletableFuture<T> done(T value) {
        return CompletableFuture.completedFuture(value);
    }

    public static <T> CompletableFuture<T> failed(Throwable failure) {
        return CompletableFuture.failedFuture(failure);
    }

    /** The step's own stage; a failed one if the step throws. */
    public static <T> CompletableFuture<T> start(Supplier<CompletableFuture<T>> step) {
        try {
            return step.get();
        } catch (Throwable thrown) {
            return failed(thrown);
        }
    }

    /** The next step, with the value of this one. A failure skips it. */
    public static <T, R> CompletableFuture<R> then(
            CompletableFuture<T> stage, Function<? super T, CompletableFuture<R>> next) {
        return stage.thenCompose(next);
    }

    /** The value as another one. */
    public static <T, R> CompletableFuture<R> map(CompletableFuture<T> stage, Function<? super T, ? extends R> made) {
        return stage.thenApply(made);
    }

    /** The next step: one after a value, another after a failure. */
    @SuppressWarnings("FutureReturnValueIgnored") // the stage within a stage is what comes out of both
    public static <T, R> CompletableFuture<R> handle(
            CompletableFuture<T> stage,
            Function<? super T, CompletableFuture<R>> after,
            Function<Throwable, CompletableFuture<R>> afterFailure) {
        return stage.handle(
                        (value, failure) -> failure == null ? after.apply(value) : afterFailure.apply(cause(failure)))
                .thenCompose(Function.identity());
    }

    /** The same step, with somebody told of its end before anything else goes on. */
    static <T> CompletableFuture<T> ending(CompletableFuture<T> stage, Consumer<@Nullable Throwable> told) {
        return stage.whenComplete((value, failure) -> told.accept(failure == null ? null : cause(failure)));
    }

    /** Tells somebody how a step ends: at once if it has. */
    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for the telling
    public static <T> void whenDone(CompletableFuture<T> stage, BiConsumer<@Nullable T, @Nullable Throwable> told) {
        stage.whenComplete((value, failure) -> told.accept(value, failure == null ? null : cause(failure)));
    }

    /** The next step after a failure. A value passes. */
    public static <T> CompletableFuture<T> recover(
            CompletableFuture<T> stage, Function<Throwable, CompletableFuture<T>> next) {
        boolean hasValue = stage.isDone() && !stage.isCompletedExceptionally();
        return hasValue ? stage : stage.exceptionallyCompose(failure -> next.apply(cause(failure)));
    }

    /**
     * Takes one step after another until there is none. However many there are, and however many of them have to wait,
     * neither stack nor memory grows.
     *
     * @param step gives the next step; null at the end
     */
    public static CompletableFuture<Boolean> loop(Supplier<@Nullable CompletableFuture<?>> step) {
        CompletableFuture<Boolean> end = new CompletableFuture<>();
        loop(step, end);
        return end;
    }

    private static void loop(Supplier<@Nullable CompletableFuture<?>> step, CompletableFuture<Boolean> end) {
        while (true) {
            CompletableFuture<?> next;
            try {
                next = step.get();
            } catch (Throwable thrown) {
                end.completeExceptionally(thrown);
                return;
            }
            if (next == null) {
                end.complete(true);
                return;
            }
            if (!next.isDone()) {
                whenDone(next, (value, failure) -> {
                    if (failure == null) {
                        loop(step, end);
                    } else {
                        end.completeExceptionally(failure);
                    }
                });
                return;
            }
            if (next.isCompletedExceptionally()) {
                whenDone(next, (value, failure) -> end.completeExceptionally(failure));
                return;
            }
        }
    }

    /** What went wrong, without the wrapping that composed stages give it. */
    static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
