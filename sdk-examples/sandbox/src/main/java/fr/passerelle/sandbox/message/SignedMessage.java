package fr.passerelle.sandbox.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A message ready for the wire (reference 9.1): a JSON document, written inside a JSON string, and the signature of the
 * document, not of the string.
 */
public final class SignedMessage {

    /** The header that carries {@link #signature()}. */
    public static final String SIGNATURE_HEADER = "PassCulture-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    private final String inner;
    private final String wire;
    private final String signature;

    private SignedMessage(String inner, String hmacKey) {
        this.inner = inner;
        this.wire = PythonJson.dumps(inner);
        this.signature = hmac(inner, hmacKey);
    }

    /**
     * Writes and signs a payload.
     *
     * @param payload the fields in the order of the wire
     * @param hmacKey the provider's key, not empty
     */
    public static SignedMessage of(Map<String, ? extends @Nullable Object> payload, String hmacKey) {
        return ofText(PythonJson.compact(payload), hmacKey);
    }

    /** Signs a document that is written already. */
    static SignedMessage ofText(String inner, String hmacKey) {
        return new SignedMessage(inner, hmacKey);
    }

    /** The JSON document that is signed. */
    public String inner() {
        return inner;
    }

    /** The body of the request: {@link #inner()} as a JSON string, pure ASCII. */
    public String wire() {
        return wire;
    }

    /** HMAC-SHA-256 over the UTF-8 of {@link #inner()}: 64 lowercase hexadecimal digits. */
    public String signature() {
        return signature;
    }

    private static String hmac(String text, String key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
