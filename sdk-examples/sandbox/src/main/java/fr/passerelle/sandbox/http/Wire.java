package fr.passerelle.sandbox.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** How a response looks on the wire. */
public final class Wire {

    private Wire() {}

    /** The headers of a response; {@code Content-Length} is added by the server. */
    public static Map<String, String> headers(Response response) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Access-Control-Allow-Origin", "*");
        if (response.body() != null) {
            headers.put("Content-Type", "application/json");
        }
        headers.putAll(response.headers());
        return headers;
    }
}
