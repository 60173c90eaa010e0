package fr.passerelle.sandbox.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** How an answer looks on the wire. */
public final class Wire {

    private Wire() {}

    /** The headers of an answer; {@code Content-Length} is added by the server. */
    public static Map<String, String> headers(Answer answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Access-Control-Allow-Origin", "*");
        if (answer.body() != null) {
            headers.put("Content-Type", "application/json");
        }
        headers.putAll(answer.headers());
        return headers;
    }
}
