package fr.passerelle.season.publish;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The vendor's own names for what it publishes: the same from run to run, so that it is found again. At most 70
 * characters, and none that a comma-separated query could mistake.
 */
final class StableId {

    /** How the names of events begin that come from an agenda, so that no other event is taken for one. */
    private static final String EVENT = "agenda-";

    private static final int LIMIT = 70;
    private static final int DIGEST_BYTES = 10;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:@+-]{1," + LIMIT + "}");

    private StableId() {}

    /** For an event, by the agenda's own number. */
    static String ofEvent(String id) {
        return of(EVENT + id);
    }

    /** Whether an event comes from an agenda. */
    static boolean isEvent(String name) {
        return name.startsWith(EVENT);
    }

    /** The text itself where it can serve, else as much of it as can, and a digest of all of it. */
    static String of(String text) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        String digest = HexFormat.of().formatHex(sha256(text), 0, DIGEST_BYTES);
        String plain = text.replaceAll("[^A-Za-z0-9._:@+-]+", "-");
        int room = LIMIT - digest.length() - 1;
        return plain.substring(0, Math.min(plain.length(), room)) + "-" + digest;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }
}
