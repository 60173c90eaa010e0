package fr.passerelle.internal.http;

import fr.passerelle.internal.call.HttpCall;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;

/** Builds a call's URL, whose host and path no parameter can change. */
final class Urls {

    private Urls() {}

    /**
     * Base URL, filled template, query.
     *
     * @throws IllegalArgumentException if a path parameter is empty, {@code .} or {@code ..}
     */
    static HttpUrl of(URI base, HttpCall call) {
        StringBuilder url = new StringBuilder(128).append(base);
        appendPath(url, call.endpoint().template(), call.path());
        char before = '?';
        for (Map.Entry<String, String> parameter : call.query()) {
            url.append(before);
            encode(url, parameter.getKey());
            url.append('=');
            encode(url, parameter.getValue());
            before = '&';
        }
        return HttpUrl.get(url.toString());
    }

    private static void appendPath(StringBuilder url, String template, List<String> values) {
        int from = 0;
        for (String value : values) {
            int open = template.indexOf('{', from);
            int close = template.indexOf('}', open);
            url.append(template, from, open);
            if (value.isEmpty() || value.equals(".") || value.equals("..")) {
                throw new IllegalArgumentException(
                        template.substring(open, close + 1) + " cannot be empty, \".\" or \"..\"");
            }
            encode(url, value);
            from = close + 1;
        }
        url.append(template, from, template.length());
    }

    /** Everything but RFC 3986's unreserved characters, so that nothing in a value can mean anything in a URL. */
    private static void encode(StringBuilder url, String value) {
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            boolean unreserved = (b >= 'a' && b <= 'z')
                    || (b >= 'A' && b <= 'Z')
                    || (b >= '0' && b <= '9')
                    || "-._~".indexOf(b) >= 0;
            if (unreserved) {
                url.append((char) b);
            } else {
                url.append('%').append(hex(b >> 4)).append(hex(b));
            }
        }
    }

    private static char hex(int nibble) {
        return "0123456789ABCDEF".charAt(nibble & 0xf);
    }
}
