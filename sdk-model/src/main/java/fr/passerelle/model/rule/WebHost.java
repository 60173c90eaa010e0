package fr.passerelle.model.rule;

import java.nio.charset.StandardCharsets;

/**
 * What may stand after the scheme of a URL, as the programme's server reads it: user info is fine, an address of the
 * internet too, a name has labels of at most 63 characters that neither start nor end with a hyphen.
 */
final class WebHost {

    private static final String LABEL = "[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_-]{0,61}[\\p{L}\\p{N}_])?";
    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";
    private static final String IPV4 = "(?:" + OCTET + "\\.){3}" + OCTET;
    private static final String IPV6 = "\\[(?=[^]]*:)[0-9A-Fa-f:.]{2,45}]";

    /** The last label of a name is no number: that would be an address. */
    private static final String NAME = "(?:" + LABEL + "\\.)*(?![0-9]+\\.?(?:[:/?#]|$))" + LABEL + "\\.?";

    private static final String PUBLIC_NAME = "(?:" + LABEL + "\\.)+(?:xn--[a-zA-Z0-9-]{2,59}|[\\p{L}]{2,63})\\.?";
    private static final String PORT =
            "(?::(?:6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[0-5]?[0-9]{1,4})?)?";
    private static final String REST = "(?:[/?#]\\S*)?";
    private static final String START = "(?i)https?://(?:[^\\s/?#@]*@)?";

    static final AsciiPattern ANY = AsciiPattern.of(START + "(?:" + IPV4 + "|" + IPV6 + "|" + NAME + ")" + PORT + REST);
    static final AsciiPattern PUBLIC =
            AsciiPattern.of(START + "(?:" + IPV4 + "|" + IPV6 + "|" + PUBLIC_NAME + ")" + PORT + REST);

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
        return ANY.matches(text.strip());
    }

    /** The same with a host that ends in a top-level domain, or is an address. */
    static boolean isPublicUrl(String text) {
        return PUBLIC.matches(text.strip());
    }
}
