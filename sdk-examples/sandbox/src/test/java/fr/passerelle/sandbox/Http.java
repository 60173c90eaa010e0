package fr.passerelle.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.sandbox.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Calls a sandbox over the loopback interface. */
public final class Http {

    /** A response; the body is an empty object when there is none. */
    public record Reply(int status, JsonNode body, HttpResponse<byte[]> raw) {}

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;

    /** Calls go to this address. */
    public Http(URI base) {
        this.base = base;
    }

    /** Sends a JSON body, in which quotes may be written as apostrophes; an empty text is no body. */
    public Reply call(String method, String path, String bearer, String json) {
        try {
            return send(method, path, bearer, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, where a broken connection is expected. */
    public Reply send(String method, String path, String bearer, String json) throws IOException {
        return send(method, path, bearer, "application/json", BodyPublishers.ofString(json.replace('\'', '"')));
    }

    /** Sends a body of another type. */
    public Reply send(String method, String path, String bearer, String type, BodyPublisher content)
            throws IOException {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", type)
                .method(method, content);
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        try {
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            JsonNode body = Json.read(response.body());
            return new Reply(response.statusCode(), body == null ? Json.object() : body, response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A call of the control plane that must succeed. */
    public JsonNode control(String method, String path, String json) {
        Reply reply = call(method, "/sandbox" + path, "", json);
        if (reply.status() >= 300) {
            throw new AssertionError(method + " " + path + " answered " + reply.status() + " " + reply.body());
        }
        return reply.body();
    }
}
