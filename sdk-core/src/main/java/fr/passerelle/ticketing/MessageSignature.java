package fr.passerelle.ticketing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The signature of vendor messages (reference 9.1): HMAC-SHA-256, in hexadecimal, over the document <em>inside</em> the
 * JSON string that is the body. A body that is itself a JSON object signs its own bytes. Nothing of the document is
 * parsed before its signature is known to be right.
 */
final class MessageSignature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int HEX_DIGITS = 64;

    private final List<Mac> keys;
    private final int maxBodyBytes;

    MessageSignature(List<String> hmacKeys, int maxBodyBytes) {
        this.keys = hmacKeys.stream().map(MessageSignature::keyed).toList();
        this.maxBodyBytes = maxBodyBytes;
    }

    /** The document that one of the keys signed. */
    String verifiedDocument(@Nullable String header, byte @Nullable [] body) throws RefusedMessageException {
        byte[] claimed = claimed(header);
        if (body == null || body.length == 0) {
            throw new RefusedMessageException(DeskOutcome.BODY_EMPTY);
        }
        if (body.length > maxBodyBytes) {
            throw new RefusedMessageException(DeskOutcome.BODY_TOO_LARGE);
        }
        String document = document(body);
        byte[] signed = document.getBytes(StandardCharsets.UTF_8);
        boolean right = false;
        for (Mac key : keys) { // all of them, so that the time taken does not tell which one it was
            right |= MessageDigest.isEqual(copy(key).doFinal(signed), claimed);
        }
        if (!right) {
            throw new RefusedMessageException(DeskOutcome.SIGNATURE_WRONG);
        }
        return document;
    }

    /** The signature of a document, in lowercase hexadecimal. */
    static String of(String hmacKey, String document) {
        return HexFormat.of().formatHex(keyed(hmacKey).doFinal(document.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] claimed(@Nullable String header) throws RefusedMessageException {
        if (header == null || header.isBlank()) {
            throw new RefusedMessageException(DeskOutcome.SIGNATURE_MISSING);
        }
        if (header.length() != HEX_DIGITS || !header.chars().allMatch(HexFormat::isHexDigit)) {
            throw new RefusedMessageException(DeskOutcome.SIGNATURE_MALFORMED);
        }
        return HexFormat.of().parseHex(header);
    }

    private static String document(byte[] body) throws RefusedMessageException {
        String text = new String(body, StandardCharsets.UTF_8);
        try {
            String document = text.startsWith("{") ? text : DumpedString.read(text);
            if (isUtf8(text, body) && !hasLoneSurrogate(document)) {
                return document;
            }
        } catch (IOException unreadable) {
            // Refused below. The cause is about bytes that nobody vouches for.
        }
        throw new RefusedMessageException(DeskOutcome.BODY_UNREADABLE);
    }

    /** Malformed bytes do not survive the way there and back. */
    private static boolean isUtf8(String text, byte[] bytes) {
        return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes);
    }

    /** It would be signed as a question mark. */
    private static boolean hasLoneSurrogate(String text) {
        int c;
        for (int i = 0; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                return true;
            }
        }
        return false;
    }

    private static Mac keyed(String hmacKey) {
        if (hmacKey.isBlank() || hasLoneSurrogate(hmacKey)) {
            throw new IllegalArgumentException("hmacKey must be text that UTF-8 can encode, and not blank");
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(hmacKey.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac;
        } catch (GeneralSecurityException impossible) { // every Java platform must have it
            throw new IllegalStateException(ALGORITHM + " is not available", impossible);
        }
    }

    /** A Mac is for one thread and one message at a time; a copy takes a tenth of the time of a new one. */
    private static Mac copy(Mac keyed) {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException impossible) { // the platform's own can
            throw new IllegalStateException(ALGORITHM + " cannot be copied", impossible);
        }
    }
}
