package fr.passerelle.sandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The path of a route. {@code {offer_id}} takes a non-negative integer, {@code {token:text}} takes any one segment. A
 * trailing slash never matters.
 */
final class PathTemplate {

    private static final Pattern INTEGER = Pattern.compile("[0-9]{1,18}");

    private final List<String> segments;

    PathTemplate(String template) {
        this.segments = segments(template);
    }

    /** The raw segments of a path, without the trailing slash. */
    static List<String> segments(String path) {
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return List.of(trimmed.split("/", -1));
    }

    /** The variables of the path, decoded, or null when it is another path. */
    @Nullable
    Map<String, String> match(List<String> path) {
        if (path.size() != segments.size()) {
            return null;
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            String expected = segments.get(i);
            String actual = decode(path.get(i));
            if (!expected.startsWith("{")) {
                if (!expected.equals(actual)) {
                    return null;
                }
            } else if (expected.endsWith(":text}")) {
                variables.put(expected.substring(1, expected.length() - ":text}".length()), actual);
            } else if (INTEGER.matcher(actual).matches()) {
                variables.put(expected.substring(1, expected.length() - 1), actual);
            } else {
                return null;
            }
        }
        return variables;
    }

    private static String decode(String segment) {
        try {
            // A plus sign is a plus sign in a path.
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return segment;
        }
    }
}
