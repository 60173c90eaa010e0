package fr.passerelle.invitations;

import fr.passerelle.internal.signature.KeyRing;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a signature header says: {@code t=<seconds>,v1=<hex>}, with one {@code v1} for each key that signs. Parts of
 * other names are for versions to come.
 *
 * @param moment the seconds since 1970, as they are written and signed
 * @param claimed the signatures
 */
record WebhookSignature(String moment, List<byte[]> claimed) {

    /** Two keys while they rotate, and as many again for whoever has reasons. */
    private static final int MOST_SIGNATURES = 4;

    private static final int LONGEST_HEADER = 500;
    private static final int HEX_DIGITS = 64;
    private static final Pattern MOMENT = Pattern.compile("[0-9]{1,12}");
    private static final Pattern PARTS = Pattern.compile(",");

    /** Null if there is no moment, more than one, or no signature. */
    static @Nullable WebhookSignature read(@Nullable String header) {
        if (header == null || header.length() > LONGEST_HEADER) {
            return null;
        }
        String moment = null;
        List<byte[]> claimed = new ArrayList<>();
        for (String part : PARTS.splitAsStream(header).toList()) {
            String text = part.strip();
            if (text.startsWith("t=")) {
                if (moment != null) {
                    return null;
                }
                moment = text.substring(2);
            } else if (text.startsWith("v1=") && isHex(text.substring(3)) && claimed.size() < MOST_SIGNATURES) {
                claimed.add(HexFormat.of().parseHex(text.substring(3)));
            }
        }
        if (moment == null || !MOMENT.matcher(moment).matches() || claimed.isEmpty()) {
            return null;
        }
        return new WebhookSignature(moment, claimed);
    }

    private static boolean isHex(String text) {
        return text.length() == HEX_DIGITS && text.chars().allMatch(HexFormat::isHexDigit);
    }

    /** The bytes that are signed: the moment, a full stop, the body. */
    static byte[] signed(String moment, byte[] body) {
        ByteArrayOutputStream signed = new ByteArrayOutputStream(moment.length() + 1 + body.length);
        signed.writeBytes((moment + ".").getBytes(StandardCharsets.US_ASCII));
        signed.writeBytes(body);
        return signed.toByteArray();
    }

    /** Whether one of the keys made one of the signatures; all are tried, so that the time taken tells nothing. */
    boolean isBy(KeyRing keys, byte[] body) {
        byte[] signed = signed(moment, body);
        boolean right = false;
        for (byte[] one : claimed) {
            right |= keys.signerOf(signed, one) != null;
        }
        return right;
    }

    Instant at() {
        return Instant.ofEpochSecond(Long.parseLong(moment));
    }
}
