package fr.passerelle.internal.base;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may stand in a header: nothing that could end it and begin another. No message quotes a value. */
public final class HeaderRules {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

    private static final int LONGEST_ID = 128;

    /** The SDK's own business. */
    private static final Set<String> RESERVED = Set.of(
            "authorization",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "accept-encoding",
            "expect",
            "host",
            "keep-alive",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "user-agent");

    private HeaderRules() {}

    /**
     * Checks an extra header.
     *
     * @throws IllegalArgumentException if the name is no token or is reserved, or if the value holds anything but
     *     visible ASCII and inner spaces
     */
    public static void checkExtra(String name, String value) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("header name must be letters, digits and !#$%&'*+.^_`|~- only");
        }
        if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("header " + name + " is set by the client and cannot be replaced");
        }
        checkValue("header " + name, value);
    }

    /**
     * Checks an API key.
     *
     * @throws IllegalArgumentException if it is null or blank, or holds anything but visible ASCII
     */
    public static String checkKey(@Nullable String key) {
        if (key == null || key.isBlank()) {
            throw new IllegalArgumentException("apiKey is missing or blank: pass the key that the programme gave you");
        }
        return checkToken("apiKey", key);
    }

    /**
     * Checks a secret that travels in a header.
     *
     * @throws IllegalArgumentException if it is empty or holds anything but visible ASCII
     */
    public static String checkToken(String what, String token) {
        if (token.isEmpty()) {
            throw new IllegalArgumentException(what + " is empty");
        }
        for (int i = 0; i < token.length(); i++) {
            if (token.charAt(i) <= ' ' || token.charAt(i) > '~') {
                throw new IllegalArgumentException(what + " must be visible ASCII only, but character " + (i + 1)
                        + " of " + token.length() + " is not: is there a space or a line break too many?");
            }
        }
        return token;
    }

    /**
     * Checks a request id.
     *
     * @throws IllegalArgumentException if it is empty, longer than 128 characters, or holds anything but visible ASCII
     */
    public static String checkRequestId(String id) {
        if (id.length() > LONGEST_ID) {
            throw new IllegalArgumentException("requestId must have at most " + LONGEST_ID + " characters");
        }
        return checkToken("requestId", id);
    }

    /**
     * Checks a header's value.
     *
     * @throws IllegalArgumentException if it holds anything but visible ASCII and inner spaces
     */
    public static String checkValue(String what, String value) {
        boolean plain = value.chars().allMatch(c -> c >= ' ' && c <= '~');
        if (!plain || !value.equals(value.strip())) {
            throw new IllegalArgumentException(what + " must be visible ASCII, with no space at either end");
        }
        return value;
    }
}
