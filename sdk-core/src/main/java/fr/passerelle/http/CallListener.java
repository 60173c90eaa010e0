package fr.passerelle.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Is told what one call of a client does, for metrics and traces: {@code fr.passerelle.metrics} and
 * {@code fr.passerelle.tracing} hold two that are ready. It learns operations, path <em>templates</em>, statuses, kinds
 * of failure and times; never a URL, a header, a key, a countermark or a body.
 *
 * <p>One call is one observation, whether it is made directly or for a future; a list is one for each page. The renewal
 * of an access token belongs to the call that needed it, and is not told apart. All that is told of a call is told on
 * the thread that makes it, while the call waits: be brief. What a listener throws is dropped, and the call goes on.
 */
public interface CallListener {

    /** Makes a listener for each call. Must be safe for use by several threads. */
    @FunctionalInterface
    interface Factory {

        /** A call begins. What is returned is told the rest of it. */
        CallListener started(Target target);

        /** The client's circuit breaker has changed; told on the thread of the call that changed it. */
        default void circuitChanged(CircuitChange change) {}
    }

    /** What a circuit breaker does with calls. */
    enum CircuitState {
        /** Lets them through. */
        CLOSED,
        /** Refuses them, as the server fails. */
        OPEN,
        /** Lets a few through, to see how the server is. */
        HALF_OPEN
    }

    /**
     * A change of a circuit breaker.
     *
     * @param from what it did
     * @param to what it does now
     * @param host the server's name
     * @param client the client's name; empty if it has none
     * @param tags the client's tags, and {@code programme}: {@code passculture} or {@code invitations}
     */
    record CircuitChange(CircuitState from, CircuitState to, String host, String client, Map<String, String> tags) {

        public CircuitChange {
            tags = Map.copyOf(tags);
        }
    }

    /**
     * What a call is for.
     *
     * @param operation its id in the programme's OpenAPI document, such as {@code PostEventOffer}
     * @param method the HTTP method, in capitals
     * @param pathTemplate the path with its placeholders unfilled, such as {@code /public/offers/v1/events/{event_id}}
     * @param host the server's name
     * @param port the server's port
     * @param client the client's name; empty if it has none
     * @param tags the client's tags, and {@code programme}: {@code passculture} or {@code invitations}
     */
    record Target(
            String operation,
            String method,
            String pathTemplate,
            String host,
            int port,
            String client,
            Map<String, String> tags) {

        public Target {
            tags = Map.copyOf(tags);
        }

        /** Of a client without name and tags, as a test of yours may need it. */
        public Target(String operation, String method, String pathTemplate, String host, int port) {
            this(operation, method, pathTemplate, host, port, "", Map.of());
        }
    }

    /**
     * The call has waited before an attempt.
     *
     * @param nanos how long
     */
    default void waited(WaitReason reason, long nanos) {}

    /** An attempt has ended. */
    default void attempted(Attempt attempt) {}

    /** The call has ended, in any way; told once, and last. */
    default void ended(End end) {}

    /** What calls wait for. */
    enum WaitReason {
        /** A permit under the key's quota. */
        RATE_LIMIT,
        /** The moment to try again after a failed attempt. */
        BACKOFF
    }

    /**
     * One attempt: a request and its response.
     *
     * @param number 1 for the first
     * @param status the HTTP status, or null if there was no response
     * @param failure the simple class name of what went wrong instead of a response, such as
     *     {@code TransportException}; null if there was one, of any status
     * @param nanos how long it took, connecting and reading included
     */
    record Attempt(
            int number, @Nullable Integer status, @Nullable String failure, long nanos) {}

    /**
     * How a call ended.
     *
     * @param attempts how many there were; 0 if nothing was sent
     * @param status the last attempt's HTTP status, or null if it had no response
     * @param failure the simple class name of the exception that the caller gets, such as {@code NotFoundException};
     *     null after a success
     * @param nanos how long it took, waits included
     */
    record End(
            int attempts,
            @Nullable Integer status,
            @Nullable String failure,
            long nanos) {}
}
