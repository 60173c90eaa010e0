package fr.passerelle.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request for an operation that this SDK does not know yet, such as
 * {@code RawRequest.get("/public/new/v1/things/{id}", 12).query("status", "OPEN")}. Immutable.
 *
 * <p>Its path lies under the client's base URL, whatever is given: there is no way to another host. What varies belongs
 * into placeholders and the query, which are encoded: messages, logs and metrics show the path with its placeholders
 * unfilled, and so no id and no countermark.
 */
public final class RawRequest {

    private static final int LONGEST_PATH = 1_000;

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z0-9_]+)}");

    /** No percent sign: whatever needs one belongs into a placeholder. */
    private static final Pattern PATH = Pattern.compile("(?:/[A-Za-z0-9._~!$&'()*+,;=:@{}-]+)+/?");

    private final String method;
    private final String path;
    private final List<String> values;
    private final List<Map.Entry<String, String>> query;
    private final String body;

    private RawRequest(
            String method, String path, List<String> values, List<Map.Entry<String, String>> query, String body) {
        this.method = method;
        this.path = path;
        this.values = List.copyOf(values);
        this.query = List.copyOf(query);
        this.body = body;
    }

    /**
     * A read. It is retried as every read is.
     *
     * @param path begins with a slash, and may hold placeholders such as {@code {id}}
     * @param values of the placeholders, in order
     * @throws IllegalArgumentException if the path is no plain absolute path, such as a URL or one with {@code ..}, or
     *     if the values are not one for each placeholder, or one of them is empty, {@code .} or {@code ..}
     */
    public static RawRequest get(String path, Object... values) {
        return of("GET", path, values);
    }

    /**
     * A write. It is sent once after a lost response, unless {@link RequestOptions.Builder#assumeIdempotent} vouches
     * for it.
     *
     * @throws IllegalArgumentException as {@link #get} does
     */
    public static RawRequest post(String path, Object... values) {
        return of("POST", path, values);
    }

    /** A write: see {@link #post}. */
    public static RawRequest put(String path, Object... values) {
        return of("PUT", path, values);
    }

    /** A write: see {@link #post}. */
    public static RawRequest patch(String path, Object... values) {
        return of("PATCH", path, values);
    }

    /** A write: see {@link #post}. It has no body. */
    public static RawRequest delete(String path, Object... values) {
        return of("DELETE", path, values);
    }

    private static RawRequest of(String method, String path, Object... values) {
        if (path.length() > LONGEST_PATH || !PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("path must begin with / and hold no host, query, space, % or //, and at"
                    + " most " + LONGEST_PATH + " characters: what varies belongs into {placeholders}");
        }
        Matcher placeholders = PLACEHOLDER.matcher(path);
        if (placeholders.replaceAll("x").matches(".*[{}].*|.*/\\.{1,2}(?:/.*|$)")) {
            throw new IllegalArgumentException(
                    "path must hold no \".\" or \"..\" and no brace without its counterpart");
        }
        List<String> filled = new ArrayList<>();
        for (Object value : values) {
            filled.add(String.valueOf(value));
        }
        List<String> names =
                PLACEHOLDER.matcher(path).results().map(found -> found.group(1)).toList();
        if (names.size() != filled.size()) {
            throw new IllegalArgumentException(
                    "path has " + names.size() + " placeholders, but there are " + filled.size() + " values");
        }
        for (int i = 0; i < filled.size(); i++) {
            String value = filled.get(i);
            if (value.isEmpty() || value.equals(".") || value.equals("..")) {
                throw new IllegalArgumentException("{" + names.get(i) + "} cannot be empty, \".\" or \"..\"");
            }
        }
        return new RawRequest(method, path, filled, List.of(), "");
    }

    /** With a parameter, encoded, behind those that it has. */
    public RawRequest query(String name, Object value) {
        List<Map.Entry<String, String>> longer = new ArrayList<>(query);
        longer.add(Map.entry(name, String.valueOf(value)));
        return new RawRequest(method, path, values, longer, body);
    }

    /**
     * With a JSON document.
     *
     * @throws IllegalArgumentException if it is empty, or the method is GET or DELETE, which have none
     */
    public RawRequest json(String document) {
        if (document.isBlank() || method.equals("GET") || method.equals("DELETE")) {
            throw new IllegalArgumentException(
                    document.isBlank() ? "the JSON document is empty" : "a " + method + " has no body");
        }
        return new RawRequest(method, path, values, query, document);
    }

    /** The HTTP method, in capitals. */
    public String method() {
        return method;
    }

    /** The path, with its placeholders unfilled. */
    public String pathTemplate() {
        return path;
    }

    /** The values of the placeholders, in order, not encoded. */
    public List<String> values() {
        return values;
    }

    /** The parameters, in order, not encoded. */
    public List<Map.Entry<String, String>> query() {
        return query;
    }

    /** The JSON document. */
    public Optional<String> body() {
        return body.isEmpty() ? Optional.empty() : Optional.of(body);
    }

    /** Without any value. */
    @Override
    public String toString() {
        return "RawRequest[" + method + " " + path + "]";
    }
}
