package fr.passerelle.model.rule;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * What may stand after the scheme of a URL, as the programme's server reads it: user info is fine, an address of the
 * internet too, a name has labels of at most 63 characters that neither start nor end with a hyphen.
 */
final class WebHost {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int MAX_LABEL = 63;
    private static final int MAX_PORT = 65_535;
    private static final int MAX_OCTET = 255;
    private static final int MAX_IPV6 = 45;

    private WebHost() {}

    /** How long a URL is when its blanks, braces and letters of other scripts are written in percents. */
    static int writtenLength(String text) {
        int length = 0;
        for (byte octet : text.strip().getBytes(StandardCharsets.UTF_8)) {
            length += octet <= ' ' || octet == '{' || octet == '}' ? 3 : 1;
        }
        return length;
    }

    /** An http or https URL with any host, {@code localhost} included. Blanks around it are dropped by the server. */
    static boolean isUrl(String text) {
        return isUrl(text.strip(), WebHost::isName);
    }

    /** The same with a host that ends in a top-level domain, or is an address. */
    static boolean isPublicUrl(String text) {
        return isUrl(text.strip(), WebHost::isPublicName);
    }

    private static boolean isUrl(String text, Words.Piece name) {
        int scheme = text.indexOf("://");
        if (scheme < 0 || !SCHEMES.contains(text.substring(0, scheme).toLowerCase(Locale.ROOT))) {
            return false;
        }
        int from = scheme + 3;
        int end = from;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        int userInfo = text.indexOf('@', from);
        int host = userInfo >= 0 && userInfo < end ? userInfo + 1 : from;
        int hostEnd = endOfHost(text, host, end);
        return Words.holdsOnly(text, from, text.length(), WebHost::isNotBlank)
                && isPort(text, hostEnd, end)
                && (isIpv6(text, host, hostEnd) || isIpv4(text, host, hostEnd) || name.fits(text, host, hostEnd));
    }

    private static boolean isNotBlank(int c) {
        return c != ' ' && (c < '\t' || c > '\r');
    }

    /** Where the port begins, if there is one; an address of version 6 has colons between its brackets. */
    private static int endOfHost(String text, int from, int to) {
        int colon = text.indexOf(':', text.startsWith("[", from) ? Math.max(from, text.indexOf(']', from)) : from);
        return colon < 0 || colon > to ? to : colon;
    }

    /** Nothing, a colon, or a number behind one. */
    private static boolean isPort(String text, int from, int to) {
        return to - from <= 1 || isNumber(text, from + 1, to, MAX_PORT);
    }

    /** Of no more digits than the highest one. */
    private static boolean isNumber(String text, int from, int to, int highest) {
        return Words.holdsOnly(text, from, to, Words::isDigit)
                && to - from <= String.valueOf(highest).length()
                && Integer.parseInt(text, from, to, 10) <= highest;
    }

    private static boolean isIpv6(String text, int from, int to) {
        int colon = text.indexOf(':', from);
        return text.startsWith("[", from)
                && text.charAt(to - 1) == ']'
                && to - from >= 4
                && to - from <= MAX_IPV6 + 2
                && colon >= 0
                && colon < to
                && Words.holdsOnly(text, from + 1, to - 1, c -> c == ':' || c == '.' || HexFormat.isHexDigit(c));
    }

    private static boolean isIpv4(String text, int from, int to) {
        return Words.eachBetweenDots(text, from, to, WebHost::isOctet)
                && text.substring(from, to).chars().filter(c -> c == '.').count() == 3;
    }

    /** One of three digits has no zero in front. */
    private static boolean isOctet(String text, int from, int to) {
        return isNumber(text, from, to, MAX_OCTET) && (to - from < 3 || text.charAt(from) != '0');
    }

    /** The last label of a name is no number: that would be an address. */
    private static boolean isName(String text, int from, int to) {
        int end = withoutLastDot(text, from, to);
        return Words.eachBetweenDots(text, from, end, WebHost::isLabel)
                && !Words.holdsOnly(text, lastLabel(text, from, end), end, Words::isDigit);
    }

    private static boolean isPublicName(String text, int from, int to) {
        int end = withoutLastDot(text, from, to);
        int last = lastLabel(text, from, end);
        return last > from
                && Words.eachBetweenDots(text, from, last - 1, WebHost::isLabel)
                && isTopLevelDomain(text, last, end);
    }

    private static int withoutLastDot(String text, int from, int to) {
        return from < to && text.charAt(to - 1) == '.' ? to - 1 : to;
    }

    private static int lastLabel(String text, int from, int to) {
        return Math.max(from, 1 + text.lastIndexOf('.', to - 1));
    }

    private static boolean isLabel(String text, int from, int to) {
        return Words.isLabel(text, from, to, c -> Words.isLetterOrNumber(c) || c == '_' || c == '-')
                && text.codePointCount(from, to) <= MAX_LABEL;
    }

    /** Letters of any script, or what stands for them in ASCII, as {@code xn--p1ai}. */
    private static boolean isTopLevelDomain(String text, int from, int to) {
        int length = text.codePointCount(from, to);
        boolean inAscii = text.regionMatches(true, from, "xn--", 0, 4)
                && length >= 6
                && Words.holdsOnly(text, from, to, c -> c == '-' || (c < 0x80 && Character.isLetterOrDigit(c)));
        return length >= 2 && length <= MAX_LABEL && (inAscii || Words.holdsOnly(text, from, to, Character::isLetter));
    }
}
