package fr.passerelle.ticketing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One call of a handler under the desk's deadline. The handler's thread and the waiting thread both try to complete the
 * same future: whoever comes first decides, so that what the handler did is either answered or undone, never both and
 * never neither.
 */
final class HandlerCall implements Runnable {

    /** What a handler did, and how to take it back. */
    record Result(DeskAnswer answer, Undo undo) {}

    /** Calls a handler. */
    interface Work {
        /** What it did; null to be called again shortly, because another delivery is in progress. */
        @Nullable
        Result call() throws Exception;
    }

    /** Takes back what a handler did. */
    interface Undo {
        void run() throws Exception;
    }

    private static final long AGAIN_MILLIS = 20;

    private final CompletableFuture<DeskAnswer> decision = new CompletableFuture<>();
    private final Work work;
    private final Executor executor;
    private final DeskListeners listeners;
    private final LongSupplier nanoTime;
    private final long end;

    /** Starts the clock. */
    HandlerCall(Work work, Executor executor, DeskListeners listeners, long deadlineNanos, LongSupplier nanoTime) {
        this.work = work;
        this.executor = executor;
        this.listeners = listeners;
        this.nanoTime = nanoTime;
        this.end = nanoTime.getAsLong() + deadlineNanos;
    }

    /** The handler's answer, or the refusal that stands for it. */
    DeskAnswer answer() {
        execute(this);
        try {
            return decision.get(nanosLeft(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return decide(DeskOutcome.DEADLINE_PASSED);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return decide(DeskOutcome.INTERRUPTED);
        } catch (ExecutionException impossible) { // nobody completes the future with an exception
            throw new IllegalStateException(impossible);
        }
    }

    /** On a thread of the executor. A call that was given up while it queued does not reach the handler. */
    @Override
    public void run() {
        if (nanosLeft() <= 0) {
            decide(DeskOutcome.DEADLINE_PASSED);
        }
        if (decision.isDone()) {
            return;
        }
        try {
            Result result = work.call();
            if (result == null) {
                callAgain();
            } else {
                deliver(result);
            }
        } catch (Throwable failure) { // an Error too: the caller must not wait for an answer that cannot come
            decide(DeskOutcome.HANDLER_FAILED);
            report(failure);
        }
    }

    /** Without a thread that waits. */
    private void callAgain() {
        CompletableFuture.delayedExecutor(AGAIN_MILLIS, TimeUnit.MILLISECONDS, this::execute)
                .execute(this);
    }

    private void execute(Runnable call) {
        try {
            executor.execute(call);
        } catch (RejectedExecutionException noThread) {
            decide(DeskOutcome.SATURATED);
        }
    }

    private void deliver(Result result) {
        boolean given = nanosLeft() > 0 && decision.complete(result.answer());
        if (!given) {
            decide(DeskOutcome.DEADLINE_PASSED);
        }
        if (!given || result.answer().outcome().refused()) {
            undo(result.undo());
        }
    }

    private void undo(Undo undo) {
        try {
            undo.run();
        } catch (Throwable failure) {
            listeners.outcome(DeskOutcome.UNDO_FAILED);
            report(failure);
        }
    }

    private void report(Throwable failure) {
        if (failure instanceof InterruptedException) { // whoever owns this thread still wants it to stop
            Thread.currentThread().interrupt();
        }
        listeners.handlerFailure(failure);
    }

    /** Decides if nobody has yet; whatever was decided first is the answer. */
    private DeskAnswer decide(DeskOutcome outcome) {
        decision.complete(outcome.answer());
        return decision.join();
    }

    private long nanosLeft() {
        return end - nanoTime.getAsLong();
    }
}
