package fr.passerelle.internal.call;

import fr.passerelle.client.RequestOptions;
import fr.passerelle.internal.Endpoint;
import fr.passerelle.internal.Repeatability;
import org.jspecify.annotations.Nullable;

/**
 * A call on its way down the stack.
 *
 * @param options what the caller asked for this call
 * @param limits the client's, with the options applied
 * @param deadline running since the call was asked for
 * @param attempt 1, then one more with each repeat
 * @param mayHaveBeenProcessed whether an earlier attempt may have had its effect
 * @param observation who is told what becomes of it, or null
 */
public record Call(
        HttpCall http,
        RequestOptions options,
        Limits limits,
        Deadline deadline,
        int attempt,
        boolean mayHaveBeenProcessed,
        @Nullable Observation observation) {

    public static Call first(HttpCall http, RequestOptions options, Limits limits, Deadline deadline) {
        return new Call(http, options, limits, deadline, 1, false, null);
    }

    public Call again(boolean processed) {
        return new Call(http, options, limits, deadline, attempt + 1, mayHaveBeenProcessed || processed, observation);
    }

    Call observedBy(Observation observers) {
        return new Call(http, options, limits, deadline, attempt, mayHaveBeenProcessed, observers);
    }

    /** The call once more, after this many attempts of which the last may have had its effect. */
    Call afterDoubt(int attempts) {
        return new Call(http, options, limits, deadline, attempts + 1, true, observation);
    }

    public Endpoint endpoint() {
        return http.endpoint();
    }

    /** The endpoint's own, unless the caller knows that a repeat does no harm. */
    public Repeatability repeatability() {
        Repeatability own = endpoint().repeatability();
        return options.idempotent() && !own.atLeast(Repeatability.IDEMPOTENT) ? Repeatability.IDEMPOTENT : own;
    }

    @Override
    public String toString() {
        return http + " attempt " + attempt;
    }
}
