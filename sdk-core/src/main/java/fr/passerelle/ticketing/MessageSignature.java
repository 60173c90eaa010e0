package fr.passerelle.ticketing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
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

    private final List<SecretKeySpec> keys;
    private final int maxBodyBytes;

    MessageSignature(List<String> hmacKeys, int maxBodyBytes) {
        this.keys = hmacKeys.stream().map(MessageSignature::secret).toList();
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
        for (SecretKeySpec key : keys) { // all of them, so that the time taken does not tell which one it was
            right |= MessageDigest.isEqual(hmac(key, signed), claimed);
        }
        if (!right) {
            throw new RefusedMessageException(DeskOutcome.SIGNATURE_WRONG);
        }
        return document;
    }

    /** The signature of a document, in lowercase hexadecimal. */
    static String of(String hmacKey, String document) {
        return HexFormat.of().formatHex(hmac(secret(hmacKey), document.getBytes(StandardCharsets.UTF_8)));
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
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder() // unlike new String(...), it refuses malformed bytes
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            String document = text.startsWith("{") ? text : WireJson.unquoted(text);
            if (!StandardCharsets.UTF_8.newEncoder().canEncode(document)) {
                throw new CharacterCodingException();
            }
            return document;
        } catch (IOException unreadable) {
            throw new RefusedMessageException(DeskOutcome.BODY_UNREADABLE);
        }
    }

    private static SecretKeySpec secret(String hmacKey) {
        if (hmacKey.isBlank() || !StandardCharsets.UTF_8.newEncoder().canEncode(hmacKey)) {
            throw new IllegalArgumentException("hmacKey must be text that UTF-8 can encode, and not blank");
        }
        return new SecretKeySpec(hmacKey.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    private static byte[] hmac(SecretKeySpec key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) { // every Java platform must have it
            throw new IllegalStateException(ALGORITHM + " is not available", impossible);
        }
    }
}
