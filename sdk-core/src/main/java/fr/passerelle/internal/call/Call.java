package fr.passerelle.internal.call;

import fr.passerelle.error.CallException;
import fr.passerelle.http.Limits;
import fr.passerelle.http.RawResponse;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.endpoint.Endpoint;
import fr.passerelle.internal.endpoint.RetrySafety;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A call on its way down the stack.
 *
 * @param <T> what it gives
 * @param reader makes the value of a response, or throws what the response means
 * @param operation whose call it is: its options, its deadline, where it runs and what ends it
 * @param attempt 1, then one more with each retry
 * @param mayHaveBeenProcessed whether an earlier attempt may have had its effect
 * @param observation who is told what becomes of it, or null
 * @param permit to leave now, once the rate limiter has given it
 */
public record Call<T>(
        HttpCall http,
        Function<RawResponse, T> reader,
        Operation operation,
        int attempt,
        boolean mayHaveBeenProcessed,
        @Nullable Observation observation,
        @Nullable TimedPermit permit) {

    public static <T> Call<T> first(HttpCall http, Function<RawResponse, T> reader, Operation operation) {
        return new Call<>(http, reader, operation, 1, false, null, null);
    }

    /** The same once more, after this came of it. */
    public Call<T> retry(CallException failure) {
        boolean processed = mayHaveBeenProcessed || failure.mayHaveBeenProcessed();
        int last = Math.max(attempt, failure.attempts());
        return new Call<>(http, reader, operation, last + 1, processed, observation, null);
    }

    Call<T> observedBy(Observation observers) {
        return new Call<>(http, reader, operation, attempt, mayHaveBeenProcessed, observers, permit);
    }

    Call<T> leavingBy(@Nullable TimedPermit given) {
        return new Call<>(http, reader, operation, attempt, mayHaveBeenProcessed, observation, given);
    }

    public Endpoint endpoint() {
        return http.endpoint();
    }

    public RequestOptions options() {
        return operation.options();
    }

    public Limits limits() {
        return operation.limits();
    }

    public Deadline deadline() {
        return operation.deadline();
    }

    /** The call's own, unless the caller knows that a retry does no harm. */
    RetrySafety retrySafety() {
        RetrySafety own = http.retrySafety();
        return options().assumeIdempotent() && !own.atLeast(RetrySafety.IDEMPOTENT) ? RetrySafety.IDEMPOTENT : own;
    }

    @Override
    public String toString() {
        return http + " attempt " + attempt;
    }
}
