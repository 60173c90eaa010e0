package fr.passerelle.ticketing;

import fr.passerelle.internal.signature.KeyRing;
import fr.passerelle.internal.signature.MessageSignature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A body as it came, down to the text that its signature is over (reference 9.1): the document <em>inside</em> the JSON
 * string, or the body itself if it is a JSON object. Nothing of the document is parsed before its signature is known to
 * be right.
 *
 * @param text the document
 * @param bytes the document in UTF-8
 * @param claimed the signature that the header claims
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SignedDocument(String text, byte[] bytes, byte[] claimed) {

    private static final int HEX_DIGITS = 64;

    /** Reads a body that may have been signed. */
    static SignedDocument read(@Nullable String header, byte @Nullable [] body, int maxBodyBytes)
            throws RefusedMessageException {
        byte[] claimed = claimed(header);
        if (body == null || body.length == 0) {
            throw new RefusedMessageException(DeskOutcome.BODY_EMPTY);
        }
        if (body.length > maxBodyBytes) {
            throw new RefusedMessageException(DeskOutcome.BODY_TOO_LARGE);
        }
        String document = document(body);
        return new SignedDocument(document, document.getBytes(StandardCharsets.UTF_8), claimed);
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
            if (isUtf8(text, body) && !MessageSignature.hasLoneSurrogate(document)) {
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

    /** The name of the key that made the signature; null if none did. */
    @Nullable
    String signer(KeyRing keys) {
        return keys.signerOf(bytes, claimed);
    }

    /** Without the document, which may be about a person. */
    @Override
    public String toString() {
        return "SignedDocument{" + bytes.length + " bytes}";
    }
}
