package fr.passerelle.invitationsserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.invitationsserver.web.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls with one key. Each request that is meant to be right, and each response, is held against the document. */
final class Api {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /**
     * What came back.
     *
     * @param status of HTTP
     * @param body as JSON; a missing node if there is none
     * @param text as it came
     * @param etag its version; empty if it has none
     */
    record Result(int status, JsonNode body, String text, String etag, HttpResponse<byte[]> raw) {

        /** The body as a type of the model. */
        <T> T as(Class<T> type) {
            assertThat(status).as(text).isLessThan(300);
            return Wire.stored(text, type);
        }

        /** The code of a problem. */
        String code() {
            return body.path("code").asText();
        }

        /** The codes of violations by path, such as {@code quantity too_large}. */
        List<String> violations() {
            List<String> all = new ArrayList<>();
            body.path("violations")
                    .forEach(each -> all.add(
                            each.path("path").asText() + " " + each.path("code").asText()));
            return all;
        }
    }

    private final URI server;
    private final @Nullable String secret;
    private final List<String> header;

    Api(URI server, @Nullable String secret) {
        this(server, secret, List.of());
    }

    private Api(URI server, @Nullable String secret, List<String> header) {
        this.server = server;
        this.secret = secret;
        this.header = header;
    }

    /** The same server with another key. */
    Api with(String otherSecret) {
        return new Api(server, otherSecret);
    }

    Result get(String path) {
        return send("GET", path, null, null, true);
    }

    Result put(String path, Object body) {
        return send("PUT", path, Wire.bytes(body), null, true);
    }

    Result put(String path) {
        return send("PUT", path, null, null, true);
    }

    Result putIfMatch(String path, Object body, String etag) {
        return send("PUT", path, Wire.bytes(body), etag, true);
    }

    Result post(String path, Object body) {
        return send("POST", path, Wire.bytes(body), null, true);
    }

    Result delete(String path) {
        return send("DELETE", path, null, null, true);
    }

    /** Sends what need not be right. */
    Result nonsense(String method, String path, @Nullable String body) {
        return send(method, path, body == null ? null : body.getBytes(StandardCharsets.UTF_8), null, false);
    }

    /** The same call with one more header. */
    Api with(String header, String value) {
        return new Api(server, secret, List.of(header, value));
    }

    private Result send(
            String method, String path, byte @Nullable [] body, @Nullable String etag, boolean meantToBeRight) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        if (secret != null) {
            request.header("Authorization", "Bearer " + secret);
        }
        if (etag != null) {
            request.header("If-Match", etag);
        }
        if (!header.isEmpty()) {
            request.header(header.get(0), header.get(1));
        }
        Optional<OpenApi.Operation> operation =
                OpenApi.document().find(method, server.resolve(path).getRawPath());
        if (meantToBeRight) {
            assertThat(operation).as("an operation for %s %s", method, path).isPresent();
            assertThat(OpenApi.document().problemsOfRequest(operation.orElseThrow(), body == null ? null : json(body)))
                    .as("%s %s %s", method, path, body == null ? "" : new String(body, StandardCharsets.UTF_8))
                    .isEmpty();
        }
        HttpResponse<byte[]> response = sent(request.build());
        String type = response.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
        String text = new String(response.body(), StandardCharsets.UTF_8);
        JsonNode json = type.endsWith("json") ? json(response.body()) : MAPPER.missingNode();
        operation.ifPresent(described -> assertThat(OpenApi.document()
                        .problemsOfResponse(
                                described,
                                response.statusCode(),
                                type,
                                type.equals("text/plain")
                                        ? MAPPER.getNodeFactory().textNode(text)
                                        : json.isMissingNode() ? null : json))
                .as("the response to %s %s: %s %s", method, path, response.statusCode(), text)
                .isEmpty());
        return new Result(
                response.statusCode(),
                json,
                text,
                response.headers().firstValue("ETag").orElse(""),
                response);
    }

    private static HttpResponse<byte[]> sent(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
