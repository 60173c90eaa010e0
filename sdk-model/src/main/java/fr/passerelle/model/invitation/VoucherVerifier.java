package fr.passerelle.model.invitation;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says at a door whether a scanned code is good, with the programme's public keys and without a network (invitations
 * 6). Whether it was used before, the door's journal knows. Safe for use by several threads.
 */
public final class VoucherVerifier {

    /** Why a code does not let in. */
    public enum Reason {
        /** Not a code of this programme, or a part of one. */
        NOT_A_CODE,
        /** Of a form or signed by a key that this door does not know: it needs an update. */
        UNKNOWN_KEY,
        /** The signature does not fit. */
        FORGED,
        /** Good for another session. */
        OTHER_SESSION,
        /** Too early. */
        NOT_YET_VALID,
        /** Too late. */
        EXPIRED
    }

    /**
     * What a code is worth.
     *
     * @param reason why it does not let in; null if it does
     * @param number of the voucher within its session; 0 unless the signature fits
     */
    public record Check(@Nullable Reason reason, int number) {

        /** Whether it lets somebody in. */
        public boolean accepted() {
            return reason == null;
        }
    }

    private final Map<Integer, PublicKey> keys;

    private VoucherVerifier(Map<Integer, PublicKey> keys) {
        this.keys = Map.copyOf(keys);
    }

    /** Knows these keys, by their ids. */
    public static VoucherVerifier of(Map<Integer, PublicKey> keys) {
        return new VoucherVerifier(keys);
    }

    /**
     * Reads a public key as the programme publishes it.
     *
     * @param x509 its X.509 form ({@code PublicKey.getEncoded()}) in base64
     * @throws IllegalArgumentException if it is no Ed25519 key
     */
    public static PublicKey readKey(String x509) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(x509)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 key in X.509 form", e);
        }
    }

    /**
     * What a code is worth at the door of this session at this moment. Nothing in the code is believed, nor told,
     * before its signature fits.
     */
    public Check check(SignedCode code, UUID sessionId, Instant at) {
        byte[] bytes = bytes(code.value());
        if (bytes == null || bytes.length != SignedPayload.FACTS + SignedPayload.SIGNATURE) {
            return new Check(Reason.NOT_A_CODE, 0);
        }
        byte[] facts = Arrays.copyOf(bytes, SignedPayload.FACTS);
        SignedPayload payload = SignedPayload.read(facts);
        PublicKey key = payload == null ? null : keys.get(payload.keyId());
        if (payload == null || key == null) {
            return new Check(Reason.UNKNOWN_KEY, 0);
        }
        if (!isSigned(facts, Arrays.copyOfRange(bytes, SignedPayload.FACTS, bytes.length), key)) {
            return new Check(Reason.FORGED, 0);
        }
        return new Check(reason(payload, sessionId, at), payload.number());
    }

    private static @Nullable Reason reason(SignedPayload payload, UUID sessionId, Instant at) {
        if (!payload.sessionId().equals(sessionId)) {
            return Reason.OTHER_SESSION;
        }
        if (at.isBefore(payload.validFrom())) {
            return Reason.NOT_YET_VALID;
        }
        return at.isBefore(payload.validUntil()) ? null : Reason.EXPIRED;
    }

    private static byte @Nullable [] bytes(String text) {
        boolean framed = text.length() < SignedCode.MAX_LENGTH
                && text.startsWith(SignedPayload.PREFIX)
                && text.endsWith(SignedPayload.SUFFIX);
        return framed
                ? Base45.decode(
                        text.substring(SignedPayload.PREFIX.length(), text.length() - SignedPayload.SUFFIX.length()))
                : null;
    }

    private static boolean isSigned(byte[] facts, byte[] signature, PublicKey key) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(facts);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }
}
