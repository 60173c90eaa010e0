package fr.passerelle.sandbox.http;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Thrown by a handler to respond an error at once. The envelope is always a JSON object; its values are lists of texts
 * or bare texts, which differs from one operation to the next (reference, section 1.2).
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Response response;

    public Refusal(Response response) {
        super("Refused with status " + response.status(), null, false, false);
        this.response = response;
    }

    public static Refusal listed(int status, String key, String text) {
        ObjectNode body = Json.object();
        body.putArray(key).add(text);
        return new Refusal(Response.of(status, body));
    }

    public static Refusal bare(int status, String key, String text) {
        return new Refusal(Response.of(status, Json.object().put(key, text)));
    }

    public static Refusal empty(int status) {
        return new Refusal(Response.of(status, Json.object()));
    }

    /** What the server sends when it crashes on a request. */
    public static Refusal crash() {
        return listed(500, "global", "An unexpected error has occurred");
    }

    public Response response() {
        return response;
    }
}
