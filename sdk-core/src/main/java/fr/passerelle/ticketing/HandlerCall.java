package fr.passerelle.ticketing;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One call of a handler under the desk's deadline. The handler's thread and whoever watches the deadline both try to
 * complete the same future: whoever comes first decides, so that what the handler did is either answered or undone,
 * never both and never neither.
 *
 * <p>While another delivery of the same booking is in progress, no thread of the executor is held: {@link #response}
 * has the receiving thread, which waits anyway, wait for that one to end and then hand the work in again;
 * {@link #responseLater} has nobody wait, and is woken.
 */
final class HandlerCall implements Runnable {

    /** What became of one run of the work. */
    sealed interface Step permits Result, Busy {}

    /** What a handler did, and how to take it back. */
    record Result(DeskResponse response, Undo undo) implements Step {

        /** Nothing that would have to be taken back. */
        static Result of(DeskResponse response) {
            return new Result(response, () -> false);
        }
    }

    /**
     * Another delivery of the same booking is in progress.
     *
     * @param over when it is; null if it is another process's, which tells nobody: ask again after a pause
     */
    record Busy(@Nullable CompletableFuture<@Nullable Void> over) implements Step {}

    /** Calls a handler. */
    interface Work {
        Step call() throws Exception;
    }

    /** Takes back what a handler did. */
    interface Undo {
        /** Whether there was anything to take back. */
        boolean run() throws Exception;
    }

    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(500);

    private final CompletableFuture<DeskResponse> decision = new CompletableFuture<>();
    private final AtomicBoolean handedIn = new AtomicBoolean();
    private final Message message;
    private final Work work;
    private final Executor executor;
    private final DeskListeners listeners;
    private final DeskTime time;
    private final long end;

    /** Ends because somebody else is busy with the same booking, or empty with a decision. */
    private volatile CompletableFuture<Optional<Busy>> round = new CompletableFuture<>();

    /**
     * Nothing is done yet.
     *
     * @param end the deadline, by the clock of {@code time}
     */
    HandlerCall(Message message, Work work, Executor executor, DeskListeners listeners, long end, DeskTime time) {
        this.message = message;
        this.work = work;
        this.executor = executor;
        this.listeners = listeners;
        this.time = time;
        this.end = end;
    }

    /** The handler's response, or the refusal that stands for it. Never throws. */
    DeskResponse response() {
        try {
            handIn();
            Optional<Busy> busy = endOfRound();
            for (long pause = FIRST_PAUSE; busy.isPresent(); pause = Math.min(2 * pause, LONGEST_PAUSE)) {
                await(busy.get(), pause);
                round = new CompletableFuture<>();
                handIn();
                busy = endOfRound();
            }
            return decision.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return decide(DeskOutcome.INTERRUPTED);
        } catch (Throwable failure) { // an Error of the machine: what a handler may still do is undone
            DeskResponse response = decide(DeskOutcome.HANDLER_FAILED);
            listeners.failure(message, failure);
            return response;
        }
    }

    /** As above, without a thread that waits. It cannot be cancelled: what was sold is not undone by that. */
    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for these stages
    CompletableFuture<DeskResponse> responseLater() {
        try {
            CompletableFuture<@Nullable Void> deadline = time.after(Math.max(0, nanosLeft()));
            deadline.thenRun(() -> decide(DeskOutcome.DEADLINE_PASSED));
            decision.whenComplete((response, never) -> deadline.cancel(false));
            handInLater(FIRST_PAUSE);
        } catch (Throwable failure) { // an Error of the machine, as above
            decide(DeskOutcome.HANDLER_FAILED);
            listeners.failure(message, failure);
        }
        return decision;
    }

    /** Hands the work in, and again when the other delivery is over or the pause is. */
    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for these stages
    private void handInLater(long pause) {
        round.thenAccept(end -> end.ifPresent(busy -> {
            CompletableFuture<@Nullable Void> over = busy.over();
            CompletableFuture<?> wait = over != null ? over : time.after(Math.min(pause, Math.max(0, nanosLeft())));
            wait.thenRunAsync(
                    () -> {
                        if (!decision.isDone()) {
                            round = new CompletableFuture<>();
                            handInLater(Math.min(2 * pause, LONGEST_PAUSE));
                        }
                    },
                    HandlerThreads.HANDOVERS);
        }));
        handIn();
    }

    private Optional<Busy> endOfRound() throws InterruptedException {
        CompletableFuture<Optional<Busy>> current = round;
        time.await(current, nanosLeft());
        if (!current.isDone()) {
            decide(DeskOutcome.DEADLINE_PASSED);
        }
        return current.join();
    }

    private void await(Busy busy, long pause) throws InterruptedException {
        if (busy.over() != null) {
            time.await(busy.over(), nanosLeft());
        } else {
            time.await(decision, Math.min(pause, nanosLeft()));
        }
    }

    /** Past the deadline the executor is not bothered. */
    private void handIn() {
        if (nanosLeft() <= 0) {
            decide(DeskOutcome.DEADLINE_PASSED);
            return;
        }
        handedIn.set(true);
        try {
            executor.execute(this);
        } catch (RejectedExecutionException noThread) {
            decide(DeskOutcome.SATURATED);
            listeners.saturated(message);
        } catch (Throwable failure) { // no native thread left, or an executor with a mistake in it
            decide(DeskOutcome.SATURATED);
            listeners.executorFailure(message, failure);
        }
    }

    /**
     * On a thread of the executor, which may have got it wrong and run it twice: only the first time counts. A call
     * that was given up while it queued does not reach the handler.
     */
    @Override
    public void run() {
        if (!handedIn.compareAndSet(true, false)) {
            return;
        }
        if (nanosLeft() <= 0) {
            decide(DeskOutcome.DEADLINE_PASSED);
        }
        if (decision.isDone()) {
            return;
        }
        try {
            Step step = work.call();
            if (step instanceof Busy busy) {
                round.complete(Optional.of(busy));
            } else if (step instanceof Result result) {
                deliver(result);
            }
        } catch (Throwable failure) { // an Error too: the caller must not wait for a response that cannot come
            decide(DeskOutcome.HANDLER_FAILED);
            listeners.failure(message, failure);
        }
    }

    private void deliver(Result result) {
        boolean given = nanosLeft() > 0 && complete(result.response());
        if (!given) {
            decide(DeskOutcome.DEADLINE_PASSED);
        }
        if (!given || result.response().outcome().refused()) {
            undo(result.undo());
        }
    }

    private void undo(Undo undo) {
        try {
            if (undo.run()) {
                listeners.takenBack(message);
            }
        } catch (Throwable failure) {
            listeners.undoFailed(message, failure);
            listeners.tell(failure);
        }
    }

    /** Decides if nobody has yet; whatever was decided first is the response. */
    private DeskResponse decide(DeskOutcome outcome) {
        if (complete(outcome.response()) && outcome == DeskOutcome.DEADLINE_PASSED) {
            listeners.tooSlow(message);
        }
        return decision.join();
    }

    private boolean complete(DeskResponse response) {
        boolean first = decision.complete(response);
        round.complete(Optional.empty());
        return first;
    }

    private long nanosLeft() {
        return end - time.nanos();
    }
}
