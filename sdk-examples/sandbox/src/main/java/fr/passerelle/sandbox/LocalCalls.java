package fr.passerelle.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.sandbox.http.Dispatcher;
import fr.passerelle.sandbox.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Calls the sandbox's own routes from Java. */
final class LocalCalls {

    private final Dispatcher dispatcher;

    LocalCalls(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /** Calls the control plane. */
    JsonNode control(String method, String path, ObjectNode body) {
        return call(method, path, null, body);
    }

    /**
     * Calls any route.
     *
     * @param bearer the key or token to send, null for none
     * @return the response, an empty object when it has no body
     * @throws SandboxRefusedException when the response is an error
     * @throws UncheckedIOException when a fault closes the connection
     */
    JsonNode call(String method, String path, @Nullable String bearer, ObjectNode body) {
        var exchange = new LocalExchange(method, path, dispatcher.operation(method, path), bearer, Json.write(body));
        int status;
        try {
            dispatcher.dispatch(exchange);
            status = exchange.status();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
        JsonNode read = Json.read(exchange.response());
        JsonNode response = read == null ? Json.object() : read;
        if (status >= 400) {
            throw new SandboxRefusedException(method + " " + path, status, response);
        }
        return response;
    }
}
