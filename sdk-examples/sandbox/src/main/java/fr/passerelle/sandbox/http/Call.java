package fr.passerelle.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.sandbox.state.Provider;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One request, as a handler sees it. */
public final class Call {

    private final Exchange exchange;
    private final Map<String, String> variables;
    private final byte[] bytes;
    private final @Nullable JsonNode json;
    private final @Nullable Provider provider;

    Call(
            Exchange exchange,
            Map<String, String> variables,
            byte[] bytes,
            @Nullable JsonNode json,
            @Nullable Provider provider) {
        this.exchange = exchange;
        this.variables = variables;
        this.bytes = bytes;
        this.json = json;
        this.provider = provider;
    }

    /** An integer variable of the path. */
    public long id(String name) {
        return Long.parseLong(text(name));
    }

    /** A text variable of the path. */
    public String text(String name) {
        return Objects.requireNonNull(variables.get(name), name);
    }

    /** The query string, decoded, in order; several values per name are possible. */
    public Map<String, List<String>> query() {
        return exchange.query();
    }

    public @Nullable String header(String name) {
        return exchange.header(name);
    }

    /** The request body as received. */
    public byte[] bytes() {
        return bytes;
    }

    /** The JSON document of a route that takes one. */
    public JsonNode json() {
        return Objects.requireNonNull(json, "This route takes no JSON body");
    }

    /** The caller of a partner route. */
    public Provider provider() {
        return Objects.requireNonNull(provider, "This route is open to anybody");
    }
}
