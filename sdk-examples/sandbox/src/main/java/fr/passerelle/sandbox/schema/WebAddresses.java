package fr.passerelle.sandbox.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Web addresses and e-mail addresses, each in the flavours that the server knows. */
public final class WebAddresses {

    private static final int MAX_URL = 2083;
    private static final Pattern URL =
            Pattern.compile("(?i)(https?)://(?:[^/?#@\\s]*@)?([^/?#:@\\s]+)(:[0-9]{1,5})?([/?#].*)?");
    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://?.*");
    private static final Pattern IPV4 = Pattern.compile("([0-9]{1,3}\\.){3}[0-9]{1,3}");
    private static final Pattern HOST = Pattern.compile(
            "(?i)[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_-]{0,62})(?:\\.[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_-]{0,62}))*\\.?");
    private static final Pattern TOP_LEVEL = Pattern.compile("(?i).*\\.(?:[\\p{L}]{2,63}|xn--[a-z0-9-]{2,59})\\.?");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\"(),:;<>\\[\\]\\\\]{1,64}@[^@\\s]{1,255}");

    private WebAddresses() {}

    /** An http(s) URL whose host has a top-level domain. */
    public static Type webPage() {
        return (value, path, reading) -> {
            String text = value.isTextual() ? value.asText() : null;
            if (text == null) {
                reading.problem(path, "str type expected");
                return null;
            }
            String problem = problem(text);
            if (problem != null) {
                reading.problem(path, problem);
            }
            return text;
        };
    }

    private static @Nullable String problem(String text) {
        if (text.isEmpty()) {
            return "ensure this value has at least 1 characters";
        }
        if (text.length() > MAX_URL) {
            return "ensure this value has at most " + MAX_URL + " characters";
        }
        Matcher url = URL.matcher(text.strip());
        if (!url.matches()) {
            boolean otherScheme = SCHEME.matcher(text).matches()
                    && !text.toLowerCase(Locale.ROOT).startsWith("http");
            return otherScheme
                    ? "URL scheme not permitted"
                    : text.contains("://") ? "URL host invalid" : "invalid or missing URL scheme";
        }
        if (text.strip().chars().anyMatch(Character::isWhitespace)) {
            return "URL invalid, extra characters found after valid URL";
        }
        String host = url.group(2);
        if (!IPV4.matcher(host).matches() && !HOST.matcher(host).matches()) {
            return "URL host invalid";
        }
        return IPV4.matcher(host).matches() || TOP_LEVEL.matcher(host).matches()
                ? null
                : "URL host invalid, top level domain required";
    }

    /** An http(s) URL of a vendor: any host, localhost included; what is not ASCII is percent-encoded. */
    public static Type vendorUrl() {
        return (value, path, reading) -> {
            if (!value.isTextual()) {
                reading.problem(path, "URL input should be a string or URL");
                return null;
            }
            return vendorUrl(value, path, reading);
        };
    }

    private static @Nullable String vendorUrl(JsonNode value, String path, Reading reading) {
        String text = value.asText().strip();
        if (text.isEmpty()) {
            reading.problem(path, "Input should be a valid URL, input is empty");
            return null;
        }
        if (text.length() > MAX_URL) {
            reading.problem(path, "URL should have at most " + MAX_URL + " characters");
            return null;
        }
        Matcher url = URL.matcher(text);
        if (!url.matches()) {
            reading.problem(
                    path,
                    SCHEME.matcher(text).matches()
                            ? "URL scheme should be 'http' or 'https'"
                            : "Input should be a valid URL, relative URL without a base");
            return null;
        }
        try {
            String host = url.group(2);
            return text.substring(0, url.start(2)) + IDN.toASCII(host) + encoded(text.substring(url.end(2)));
        } catch (IllegalArgumentException badHost) {
            reading.problem(path, "Input should be a valid URL, invalid international domain name");
            return null;
        }
    }

    private static String encoded(String text) {
        StringBuilder ascii = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (octet < 0 || octet == ' ') {
                ascii.append(String.format(Locale.ROOT, "%%%02X", octet & 0xFF));
            } else {
                ascii.append((char) octet);
            }
        }
        return ascii.toString();
    }

    /** An e-mail address whose domain has a top level. */
    public static Type email() {
        return (value, path, reading) -> {
            String text = value.isTextual() ? value.asText().strip() : null;
            if (text == null) {
                reading.problem(path, "str type expected");
                return null;
            }
            if (!isEmail(text)) {
                reading.problem(path, "value is not a valid email address");
            }
            return text;
        };
    }

    private static boolean isEmail(String text) {
        if (!EMAIL.matcher(text).matches()) {
            return false;
        }
        String local = text.substring(0, text.lastIndexOf('@'));
        String domain = text.substring(text.lastIndexOf('@') + 1);
        return !local.startsWith(".")
                && !local.endsWith(".")
                && !local.contains("..")
                && HOST.matcher(domain).matches()
                && TOP_LEVEL.matcher(domain).matches();
    }
}
