package fr.passerelle.internal.call;

import fr.passerelle.error.ApiException;
import fr.passerelle.error.CallException;
import fr.passerelle.error.CallInterruptedException;
import fr.passerelle.http.CallListener.WaitReason;
import fr.passerelle.internal.call.OutcomeCheck.Look;
import fr.passerelle.internal.endpoint.RetrySafety;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A write whose outcome is looked up when its response is lost; the attempts below have retried by then what they may.
 */
final class CheckedWrite<T> {

    /** A first request that is still under way gets this long, where a second one is never sent. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final Operation operation;
    private final OutcomeCheck<T> check;

    CheckedWrite(Operation operation, OutcomeCheck<T> check) {
        this.operation = operation;
        this.check = check;
    }

    CompletableFuture<T> send(Call<T> call) {
        CompletableFuture<Optional<Look<T>>> before =
                Stages.map(Stages.start(() -> check.before(operation)), Optional::of);
        return Stages.then(
                Stages.recover(before, failure -> unread(call, failure)),
                look -> Stages.recover(
                        operation.send(call),
                        failure -> look.isPresent() ? settle(call, look.get(), failure) : Stages.failed(failure)));
    }

    /** What cannot be read settles nothing later; the write itself says what is wrong. */
    private CompletableFuture<Optional<Look<T>>> unread(Call<T> call, Throwable failure) {
        boolean goesOn = failure instanceof CallException
                && operation.ended(call) == null
                && !(failure instanceof CallInterruptedException);
        return goesOn ? Stages.done(Optional.empty()) : Stages.failed(failure);
    }

    private CompletableFuture<T> settle(Call<T> call, Look<T> look, Throwable thrown) {
        if (!(thrown instanceof CallException failure)
                || !failure.mayHaveBeenProcessed()
                || failure instanceof CallInterruptedException
                || operation.ended(call) != null) {
            return Stages.failed(thrown);
        }
        Duration asked = failure instanceof ApiException api ? api.retryAfter().orElse(Duration.ZERO) : Duration.ZERO;
        if (asked.compareTo(operation.deadline().remaining()) >= 0) {
            return Stages.failed(failure);
        }
        CompletableFuture<Optional<T>> seen = look(call, look, failure, asked);
        if (call.retrySafety() == RetrySafety.VERIFIABLE) {
            seen = Stages.then(
                    seen, found -> found.isPresent() ? Stages.done(found) : look(call, look, failure, MOMENT));
        }
        return Stages.handle(
                seen,
                found -> found.map(Stages::done).orElseGet(() -> Stages.failed(failure)),
                unread -> undecided(failure, unread));
    }

    private CompletableFuture<Optional<T>> look(Call<T> call, Look<T> look, CallException failure, Duration pause) {
        return Stages.then(operation.pause(pause, call, WaitReason.BACKOFF), waited -> look.look(operation, failure));
    }

    /** The write's own failure says what matters, whatever became of the reads. */
    private static <T> CompletableFuture<T> undecided(CallException failure, Throwable unread) {
        failure.addSuppressed(unread);
        return Stages.failed(failure);
    }
}
