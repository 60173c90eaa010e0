package fr.passerelle.internal.call;

import fr.passerelle.error.ApiException;
import fr.passerelle.error.CallException;
import fr.passerelle.error.CircuitOpenException;
import fr.passerelle.error.TransportException;
import fr.passerelle.error.UnreadableResponseException;
import fr.passerelle.http.CallListener.WaitReason;
import fr.passerelle.internal.endpoint.RetryAfter;
import fr.passerelle.internal.endpoint.RetrySafety;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Tries again what may be tried again, while attempts, budget and deadline last. */
public final class AttemptsChannel implements Channel {

    private static final int TOO_MANY_REQUESTS = 429;

    /** Which other responses are worth a retry. All else is final. */
    private static final Set<Integer> TRANSIENT = Set.of(408, 500, 502, 503, 504);

    private final RetryBudget budget = new RetryBudget();
    private final RandomGenerator random;
    private final Channel next;

    public AttemptsChannel(RandomGenerator random, Channel next) {
        this.random = random;
        this.next = next;
    }

    @Override
    public <T> CompletableFuture<T> send(Call<T> call) {
        return attempt(call, RetryBudget.NO_RETRY, null);
    }

    private <T> CompletableFuture<T> attempt(Call<T> call, int refund, @Nullable CallException earlier) {
        CompletableFuture<T> sent = Stages.ending(next.send(call), failure -> {
            if (failure == null) {
                budget.refund(refund);
            }
        });
        return Stages.recover(sent, failure -> failed(call, failure, earlier));
    }

    private <T> CompletableFuture<T> failed(Call<T> call, Throwable thrown, @Nullable CallException earlier) {
        if (thrown instanceof CircuitOpenException && earlier != null) {
            return Stages.failed(earlier);
        }
        return thrown instanceof CallException failure ? retry(call, failure) : Stages.failed(thrown);
    }

    private <T> CompletableFuture<T> retry(Call<T> call, CallException failure) {
        Duration asked = failure instanceof ApiException response ? RetryAfter.capped(response) : Duration.ZERO;
        RetryKind kind = isThrottled(failure) ? RetryKind.THROTTLED : RetryKind.TRANSIENT;
        Duration backoff = kind.backoff(call.attempt(), random);
        Duration wait = asked.compareTo(backoff) > 0 ? asked : backoff;
        boolean retry = allows(call, failure)
                && call.attempt() < call.limits().attempts()
                && wait.compareTo(call.deadline().remaining()) < 0
                && budget.take(kind.cost());
        if (!retry) {
            return Stages.failed(failure);
        }
        Call<T> second = call.retry(failure);
        return Stages.then(
                call.operation().pause(wait, second, WaitReason.BACKOFF),
                waited -> attempt(second, kind.cost(), failure));
    }

    /** Asking for time is throttling, whatever the status. */
    private static boolean isThrottled(CallException failure) {
        return failure instanceof ApiException response
                && (response.status() == TOO_MANY_REQUESTS
                        || response.retryAfter().isPresent());
    }

    /** What was surely not done may be done by any method; what may have been done, only where a second one is safe. */
    private static boolean allows(Call<?> call, CallException failure) {
        if (failure instanceof ApiException response) {
            return response.status() == TOO_MANY_REQUESTS
                    || (TRANSIENT.contains(response.status()) && isSafeToRetry(call));
        }
        if (failure instanceof UnreadableResponseException) {
            // A read would most likely get the same again.
            return isSafeToRetry(call) && call.retrySafety() != RetrySafety.SAFE;
        }
        return failure instanceof TransportException lost
                && lost.isTheServers()
                && (!lost.sent() || isSafeToRetry(call));
    }

    private static boolean isSafeToRetry(Call<?> call) {
        return call.retrySafety().atLeast(RetrySafety.GUARDED);
    }
}
