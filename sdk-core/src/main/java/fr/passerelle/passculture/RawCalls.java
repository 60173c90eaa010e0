package fr.passerelle.passculture;

import fr.passerelle.http.RawRequest;
import fr.passerelle.http.RawResponse;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.RequestExecutor;
import fr.passerelle.internal.endpoint.Endpoint.Content;
import fr.passerelle.internal.endpoint.Endpoint.Method;
import fr.passerelle.internal.endpoint.RawEndpoint;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Operations that this SDK does not know yet, through all that its own calls go through: key, quota, retries, deadline,
 * circuit breaker, listeners and exceptions. In metrics all of them are the operation {@code Raw}.
 */
public final class RawCalls {

    private final RequestExecutor requests;

    RawCalls(RequestExecutor requests) {
        this.requests = requests;
    }

    /** The same, with other options for its calls. */
    public RawCalls with(RequestOptions options) {
        return new RawCalls(requests.with(options));
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(requests);
    }

    /**
     * Sends a request, and gives a response that is a success (2xx) as it came. A write whose response is lost is not
     * sent again, unless {@link RequestOptions.Builder#assumeIdempotent} says that this does no harm.
     *
     * @throws IllegalArgumentException if the body is no JSON; nothing is sent
     * @throws fr.passerelle.error.ApiException if the response is no success
     */
    public RawResponse send(RawRequest request) {
        return requests.await(operation -> send(operation, request));
    }

    private static CompletableFuture<RawResponse> send(Operation operation, RawRequest request) {
        Content content = request.body().isPresent() ? Content.JSON : Content.NOTHING;
        HttpCall call = HttpCall.to(
                new RawEndpoint(Method.valueOf(request.method()), request.pathTemplate(), content),
                request.values().toArray());
        for (Map.Entry<String, String> parameter : request.query()) {
            call = call.query(parameter.getKey(), parameter.getValue());
        }
        if (request.body().isPresent()) {
            call = call.body(operation.checkedJson(request.body().get()));
        }
        return operation.raw(call);
    }

    /** {@link RawCalls}, by futures. Cancelling one cancels its call. */
    public static final class Async {

        private final RequestExecutor requests;

        private Async(RequestExecutor requests) {
            this.requests = requests;
        }

        /** See {@link RawCalls#send(RawRequest)}. */
        public CompletableFuture<RawResponse> send(RawRequest request) {
            return requests.submit(operation -> RawCalls.send(operation, request));
        }
    }
}
