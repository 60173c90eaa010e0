package fr.passerelle.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a handler answers.
 *
 * @param status the HTTP status
 * @param body the JSON document, or null for a response without a body
 * @param headers headers beside {@code Content-Type} and {@code Content-Length}
 */
public record Response(int status, @Nullable JsonNode body, Map<String, String> headers) {

    public static Response ok(JsonNode body) {
        return of(200, body);
    }

    public static Response created(JsonNode body) {
        return of(201, body);
    }

    public static Response noContent() {
        return new Response(204, null, Map.of());
    }

    public static Response of(int status, JsonNode body) {
        return new Response(status, body, Map.of());
    }

    public Response withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Response(status, body, more);
    }

    /** The body as it goes over the wire; empty when there is none. */
    public byte[] bytes() {
        return body == null ? new byte[0] : Json.write(body);
    }
}
