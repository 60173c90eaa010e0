package fr.passerelle.model.invitation;

import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;

/**
 * Signs vouchers with the programme's key (invitations 6): Ed25519, as the JDK has it. Safe for use by several threads.
 */
public final class VoucherSigner {

    private final int keyId;
    private final PrivateKey key;

    /**
     * A signer.
     *
     * @param keyId which of the programme's keys, 0 to 255, so that an old and a new one can be in use together
     * @param key an Ed25519 key
     */
    public VoucherSigner(int keyId, PrivateKey key) {
        new RuleCheck().range("keyId", (long) keyId, 0, 255).raise();
        this.keyId = keyId;
        this.key = Objects.requireNonNull(key, "key");
    }

    /**
     * Signs one voucher.
     *
     * @param sessionId of which session
     * @param number of the voucher within its session; 1 to 16 777 215
     * @param validFrom from when on it lets in; whole minutes count
     * @param validUntil until when (exclusive); whole minutes count
     * @throws RuleViolationException if the number or an instant is out of range
     * @throws IllegalStateException if the key cannot sign
     */
    public SignedCode sign(UUID sessionId, int number, Instant validFrom, Instant validUntil) {
        byte[] facts = new SignedPayload(keyId, sessionId, number, validFrom, validUntil).bytes();
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(key);
            ed25519.update(facts);
            byte[] all = Arrays.copyOf(facts, SignedPayload.FACTS + SignedPayload.SIGNATURE);
            System.arraycopy(ed25519.sign(), 0, all, SignedPayload.FACTS, SignedPayload.SIGNATURE);
            return new SignedCode(SignedPayload.PREFIX + Base45.encode(all) + SignedPayload.SUFFIX);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key cannot sign: it must be an Ed25519 key", e);
        }
    }

    /** Tells which key, never the key. */
    @Override
    public String toString() {
        return "VoucherSigner[keyId=" + keyId + "]";
    }
}
