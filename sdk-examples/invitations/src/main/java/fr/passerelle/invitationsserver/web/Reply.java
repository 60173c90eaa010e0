package fr.passerelle.invitationsserver.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is sent back.
 *
 * @param status of HTTP
 * @param headers that are not about the body's length
 * @param body empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // written once, and nobody changes it
public record Reply(int status, Map<String, String> headers, byte[] body) {

    private static final String JSON = "application/json";
    private static final int ETAG_DIGITS = 32;

    /** A thing, or a list of them. */
    public static Reply ok(Object value) {
        return of(200, JSON, Wire.bytes(value), null);
    }

    /** One thing, with its version. */
    public static Reply one(Object value) {
        return stored(value, false);
    }

    /** One thing after a write: 201 if it is new. */
    public static Reply stored(Object value, boolean created) {
        byte[] body = Wire.bytes(value);
        return of(created ? 201 : 200, JSON, body, etag(body));
    }

    /** Text. */
    public static Reply text(String text) {
        return of(200, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8), null);
    }

    /** Done, and nothing to say. */
    public static Reply nothing() {
        return new Reply(204, Map.of(), new byte[0]);
    }

    /** A problem. */
    public static Reply problem(ProblemException problem) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/problem+json");
        if (problem.retryAfterSeconds() > 0) {
            headers.put("Retry-After", String.valueOf(problem.retryAfterSeconds()));
        }
        if (!problem.allow().isEmpty()) {
            headers.put("Allow", problem.allow());
        }
        if (problem.problem().status() == 401) {
            headers.put("WWW-Authenticate", "Bearer");
        }
        if (problem.problem().status() == 415) {
            headers.put("Accept", JSON);
        }
        return new Reply(problem.problem().status(), headers, Wire.bytes(problem.problem()));
    }

    /** The version of a thing: the digest of what is sent. */
    public static String etag(Object value) {
        return etag(Wire.bytes(value));
    }

    private static String etag(byte[] body) {
        return '"' + Wire.sha256(body).substring(0, ETAG_DIGITS) + '"';
    }

    private static Reply of(int status, String type, byte[] body, @Nullable String etag) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", type);
        if (etag != null) {
            headers.put("ETag", etag);
        }
        return new Reply(status, headers, body);
    }
}
