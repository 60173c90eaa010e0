package fr.passerelle.sandbox.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Web addresses and e-mail addresses, each in the flavours that the server knows. */
public final class WebAddresses {

    private static final int MAX_URL = 2083;
    private static final Pattern URL =
            Pattern.compile("(?i)(https?)://([^/?#@\\s]*@)?(\\[[0-9a-f:.]+]|[^/?#:@\\s]+)(:[0-9]{0,5})?([/?#].*)?");
    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://?.*");
    private static final Pattern IPV4 = Pattern.compile("([0-9]{1,3}\\.){3}[0-9]{1,3}");
    private static final String LABEL = "[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_-]{0,61}[\\p{L}\\p{N}_])?";
    private static final Pattern HOST = Pattern.compile("(?i)" + LABEL + "(?:\\." + LABEL + ")*\\.?");

    /** Hosts that a vendor's URL may have and a web page's may not: those whose last part is a number are addresses. */
    private static final Pattern NUMBERED = Pattern.compile("(?:.*\\.)?[0-9]+\\.?");

    private static final Pattern OCTETS = Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?:\\.(?!$)|$)){4}");
    private static final int MAX_PORT = 65_535;
    private static final Map<String, String> DEFAULT_PORTS = Map.of("http", ":80", "https", ":443");

    /** Names that no mail goes to, and everything below them. */
    private static final Pattern SPECIAL =
            Pattern.compile("(?i)(?:.*\\.)?(?:arpa|invalid|local|localhost|onion|test)\\.?");

    private static final Pattern PRETTY = Pattern.compile("[\\p{L}\\p{N}_ ]*? *<(.*)> *");
    private static final Pattern TOP_LEVEL = Pattern.compile("(?i).*\\.(?:[\\p{L}]{2,63}|xn--[a-z0-9-]{2,59})\\.?");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\"(),:;<>\\[\\]\\\\]{1,64}@[^@\\s]{1,255}");

    private WebAddresses() {}

    /** An http(s) URL whose host has a top-level domain. */
    public static Type webPage() {
        return (value, path, reading) -> {
            String text = Types.asText(value);
            if (text == null) {
                reading.problem(path, "str type expected");
                return null;
            }
            String problem = problem(text);
            if (problem != null) {
                reading.problem(path, problem);
            }
            return text.strip();
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
        if (isPortTooLarge(url.group(4))) {
            return "URL port invalid, port cannot exceed " + MAX_PORT;
        }
        String host = url.group(3);
        if (host.startsWith("[")) {
            return null;
        }
        if (!IPV4.matcher(host).matches() && !HOST.matcher(host).matches()) {
            return "URL host invalid";
        }
        return IPV4.matcher(host).matches() || TOP_LEVEL.matcher(host).matches()
                ? null
                : "URL host invalid, top level domain required";
    }

    private static boolean isPortTooLarge(@Nullable String port) {
        return port != null && port.length() > 1 && Integer.parseInt(port.substring(1)) > MAX_PORT;
    }

    /**
     * An http(s) URL of a vendor, in its normal form: any host, localhost included; what is not ASCII is
     * percent-encoded.
     */
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
            String normal = normal(url);
            if (normal.length() > MAX_URL) {
                reading.problem(path, "URL should have at most " + MAX_URL + " characters");
            }
            return normal;
        } catch (IllegalArgumentException badHost) {
            reading.problem(path, "Input should be a valid URL, invalid host or port");
            return null;
        }
    }

    /**
     * As the server writes it: scheme and host in lower case, no default port, ASCII only.
     *
     * @throws IllegalArgumentException when there is no such host or port
     */
    private static String normal(Matcher url) {
        String scheme = url.group(1).toLowerCase(Locale.ROOT);
        String user = url.group(2) == null ? "" : encoded(url.group(2), "\"<>`{}|^");
        String port = url.group(4) == null || url.group(4).equals(":") ? "" : url.group(4);
        if (isPortTooLarge(port)) {
            throw new IllegalArgumentException("port");
        }
        if (port.equals(DEFAULT_PORTS.get(scheme))) {
            port = "";
        }
        String rest = url.group(5) == null ? "" : url.group(5);
        int path = end(rest);
        return scheme + "://" + user + host(url.group(3)) + port + encoded(rest.substring(0, path), "\"<>`{}")
                + encoded(rest.substring(path), "\"<>");
    }

    /** Where the path ends. */
    private static int end(String rest) {
        int at = 0;
        while (at < rest.length() && rest.charAt(at) != '?' && rest.charAt(at) != '#') {
            at++;
        }
        return at;
    }

    private static String host(String host) {
        if (host.startsWith("[")) {
            return host.toLowerCase(Locale.ROOT);
        }
        if (NUMBERED.matcher(host).matches() && !OCTETS.matcher(host).matches()) {
            throw new IllegalArgumentException("address");
        }
        // A label that starts or ends with a hyphen is no name, and the server's library minds it as little as Java's.
        return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    }

    private static String encoded(String text, String marks) {
        StringBuilder ascii = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (octet <= ' ' || octet == 0x7F || marks.indexOf(octet) >= 0) {
                ascii.append(String.format(Locale.ROOT, "%%%02X", octet & 0xFF));
            } else {
                ascii.append((char) octet);
            }
        }
        return ascii.toString();
    }

    /**
     * An e-mail address whose domain has a top level, maybe inside {@code Name <…>}; its domain is made lower case and
     * blanks around it are dropped.
     */
    public static Type email() {
        return (value, path, reading) -> {
            String text = Types.asText(value);
            if (text == null) {
                reading.problem(path, "str type expected");
                return null;
            }
            Matcher pretty = PRETTY.matcher(text);
            String address = (pretty.matches() ? pretty.group(1) : text).strip();
            if (!isEmail(address)) {
                reading.problem(path, "value is not a valid email address");
                return null;
            }
            int at = address.lastIndexOf('@');
            return address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT);
        };
    }

    /** An e-mail address and nothing around it. */
    public static Type bareEmail() {
        return (value, path, reading) -> {
            String text = Types.asText(value);
            if (text == null) {
                reading.problem(path, "str type expected");
            } else if (!isEmail(text)) {
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
                && TOP_LEVEL.matcher(domain).matches()
                && !SPECIAL.matcher(domain).matches();
    }
}
