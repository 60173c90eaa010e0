package fr.passerelle.internal.http;

import fr.passerelle.internal.call.HttpCall;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/** Builds a call's URL, whose host and path no parameter can change. */
final class Urls {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z_]+\\}");
    private static final Set<String> TRAVERSALS = Set.of("", ".", "..");

    private Urls() {}

    /**
     * Base URL, filled template, query.
     *
     * @throws IllegalArgumentException if a path parameter is empty, {@code .} or {@code ..}
     */
    static HttpUrl of(URI base, HttpCall call) {
        String query = call.query().stream()
                .map(p -> encode(p.getKey()) + "=" + encode(p.getValue()))
                .collect(Collectors.joining("&", "?", ""));
        return HttpUrl.get(base + path(call) + (call.query().isEmpty() ? "" : query));
    }

    private static String path(HttpCall call) {
        Iterator<String> values = call.path().iterator();
        return PLACEHOLDER
                .matcher(call.endpoint().template())
                .replaceAll(match -> Matcher.quoteReplacement(segment(match.group(), values.next())));
    }

    private static String segment(String placeholder, String value) {
        if (TRAVERSALS.contains(value)) {
            throw new IllegalArgumentException(placeholder + " cannot be empty, \".\" or \"..\"");
        }
        return encode(value);
    }

    /** Everything but RFC 3986's unreserved characters, so that nothing in a value can mean anything in a URL. */
    private static String encode(String value) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            boolean unreserved = (b >= 'a' && b <= 'z')
                    || (b >= 'A' && b <= 'Z')
                    || (b >= '0' && b <= '9')
                    || "-._~".indexOf(b) >= 0;
            if (unreserved) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(hex(b >> 4)).append(hex(b));
            }
        }
        return encoded.toString();
    }

    private static char hex(int nibble) {
        return "0123456789ABCDEF".charAt(nibble & 0xf);
    }
}
