package fr.passerelle.sandbox.traffic;

import java.time.Duration;
import java.util.Map;

/** What a fault does to a call. */
public sealed interface Effect {

    /** Closes the connection before the request is read. */
    record Refuse() implements Effect {}

    /** Reads the request, does nothing, closes the connection. */
    record DropBefore() implements Effect {}

    /** Does what was asked, closes the connection without answering. */
    record DropAfter() implements Effect {}

    /** Does what was asked, answers late. */
    record Delay(Duration by) implements Effect {}

    /**
     * Answers with a status of its own.
     *
     * @param status the HTTP status
     * @param body as it goes over the wire, maybe empty
     * @param headers beside {@code Content-Length}
     * @param after whether to do what was asked first
     */
    record Status(int status, String body, Map<String, String> headers, boolean after) implements Effect {

        /** Keeps a copy of the headers. */
        public Status {
            headers = Map.copyOf(headers);
        }

        /** An empty response with this status, nothing done. */
        public Status(int status) {
            this(status, "", Map.of(), false);
        }
    }

    /**
     * Does what was asked, announces the whole response, closes the connection after a part of its body.
     *
     * @param bytes how many of the body are sent
     */
    record Truncate(int bytes) implements Effect {}

    /** Does what was asked, answers HTML in place of JSON. */
    record Garbage() implements Effect {}

    /**
     * Does what was asked, answers one byte at a time.
     *
     * @param every the time between two bytes
     */
    record Drip(Duration every) implements Effect {}

    /** The name used on the control plane and in the journal. */
    default String kind() {
        String name = getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
