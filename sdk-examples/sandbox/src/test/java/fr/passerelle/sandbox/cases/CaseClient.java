package fr.passerelle.sandbox.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import fr.passerelle.sandbox.http.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** Sends the steps of the HTTP cases. */
final class CaseClient {

    /** The characters of a target that are sent as they are; the others are percent-encoded. */
    private static final String PLAIN = "%/:?&=,+@-._~!$'()*;";

    private static final String BOUNDARY = "----http-cases-boundary";

    /**
     * What came back.
     *
     * @param json missing if the body is no JSON
     */
    record Response(int status, String body, JsonNode json) {

        @Override
        public String toString() {
            String line = body.strip().replace('\n', ' ');
            return status + " " + (line.length() > 200 ? line.substring(0, 197) + "..." : line);
        }
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;

    CaseClient(URI base) {
        this.base = base;
    }

    /** Sends one step. */
    Response send(JsonNode step, Templates templates) {
        String line = HttpCase.line(step);
        int space = line.indexOf(' ');
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(base + encoded(templates.target(line.substring(space + 1)))))
                .timeout(Duration.ofSeconds(10))
                .header("Accept", "application/json");
        if (step.path("auth").isTextual()) {
            request.header(
                    "Authorization",
                    "Bearer " + templates.text(step.path("auth").asText()));
        }
        byte[] body = new byte[0];
        if (step.has("multipart")) {
            body = multipart(step.path("multipart"), templates);
            request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
        } else if (step.has("rawBody")) {
            body = utf8(templates.text(step.path("rawBody").asText()));
            request.header("Content-Type", "application/json");
        } else if (step.has("body")) {
            body = Json.write(templates.resolve(step.path("body")));
            request.header("Content-Type", "application/json");
        }
        return send(request.method(
                        line.substring(0, space),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .build());
    }

    private Response send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            JsonNode json = Json.read(response.body());
            return new Response(
                    response.statusCode(),
                    new String(response.body(), StandardCharsets.UTF_8),
                    json == null ? MissingNode.getInstance() : json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String target) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : utf8(target)) {
            if (octet > 0 && (Character.isLetterOrDigit(octet) || PLAIN.indexOf(octet) >= 0)) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append(Templates.hex(octet));
            }
        }
        return encoded.toString();
    }

    private static byte[] multipart(JsonNode parts, Templates templates) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, JsonNode> entry : parts.properties()) {
            JsonNode part = entry.getValue();
            String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + entry.getKey() + '"';
            byte[] data;
            if (part.isObject()) {
                head += "; filename=\"" + part.path("filename").asText("file") + "\"\r\nContent-Type: "
                        + part.path("contentType").asText("application/octet-stream");
                data = Base64.getDecoder().decode(part.path("base64").asText());
            } else {
                data = utf8(templates.text(part.asText()));
            }
            body.writeBytes(utf8(head + "\r\n\r\n"));
            body.writeBytes(data);
            body.writeBytes(utf8("\r\n"));
        }
        body.writeBytes(utf8("--" + BOUNDARY + "--\r\n"));
        return body.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
