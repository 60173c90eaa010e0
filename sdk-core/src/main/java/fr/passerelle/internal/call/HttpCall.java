package fr.passerelle.internal.call;

import fr.passerelle.internal.endpoint.Endpoint;
import fr.passerelle.internal.endpoint.RetrySafety;
import fr.passerelle.model.rule.RuleCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One call to make: an endpoint and what fills it.
 *
 * @param path values of the template's placeholders, in order, not yet encoded
 * @param query parameters, in order, not yet encoded
 * @param body what to send, or null
 * @param retrySafety the endpoint's own, unless what fills it makes a difference
 */
public record HttpCall(
        Endpoint endpoint,
        List<String> path,
        List<Map.Entry<String, String>> query,
        @Nullable Body body,
        RetrySafety retrySafety) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    public HttpCall {
        path = List.copyOf(path);
        query = List.copyOf(query);
    }

    /**
     * A call with these values in its path.
     *
     * @throws fr.passerelle.model.rule.RuleViolationException if one is an id below 1
     */
    public static HttpCall to(Endpoint endpoint, Object... path) {
        String[] values = new String[path.length];
        for (int i = 0; i < path.length; i++) {
            if (path[i] instanceof Long id) {
                checkId(placeholder(endpoint.template(), i), id);
            }
            values[i] = String.valueOf(path[i]);
        }
        return new HttpCall(endpoint, List.of(values), List.of(), null, endpoint.retrySafety());
    }

    /** What the programme numbers begins at 1; anything else is a mistake that needs no request. */
    private static void checkId(String name, long id) {
        if (id < 1) {
            new RuleCheck().range(name, id, 1, Long.MAX_VALUE).raise();
        }
    }

    private static String placeholder(String template, int index) {
        return PLACEHOLDER
                .matcher(template)
                .results()
                .skip(index)
                .findFirst()
                .map(found -> found.group(1))
                .orElse("id");
    }

    /**
     * With a parameter.
     *
     * @throws fr.passerelle.model.rule.RuleViolationException if it is an id or an index below 1
     */
    public HttpCall query(String name, Object value) {
        if (value instanceof Long id) {
            checkId(name, id);
        }
        List<Map.Entry<String, String>> longer = new ArrayList<>(query);
        longer.add(Map.entry(name, String.valueOf(value)));
        return new HttpCall(endpoint, path, longer, body, retrySafety);
    }

    /** With a parameter, unless there is nothing to say. */
    public HttpCall queryIfSet(String name, @Nullable Object value) {
        return value == null ? this : query(name, value);
    }

    /** With a parameter whose values are joined by commas, unless there is none. */
    public HttpCall queryIfSet(String name, List<String> values) {
        return values.isEmpty() ? this : query(name, String.join(",", values));
    }

    public HttpCall body(String json) {
        return body(new Body.Json(json));
    }

    public HttpCall body(Body sent) {
        return new HttpCall(endpoint, path, query, sent, retrySafety);
    }

    /** For a call that is another one to retry than others of its endpoint. */
    public HttpCall retrySafety(RetrySafety own) {
        return new HttpCall(endpoint, path, query, body, own);
    }

    /** Without any value: a path may hold a countermark, a body people's data. */
    @Override
    public String toString() {
        return endpoint.method() + " " + endpoint.template();
    }
}
