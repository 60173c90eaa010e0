package fr.passerelle.model.invitation.draw;

import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What the operator keeps to itself until a call is closed (invitations-draw 1). Its commitment is published when the
 * call opens. It shows in no {@code toString}; the log of the draw tells it.
 */
public final class DrawSecret {

    /** Fewest bytes: fewer could be guessed from the commitment. */
    public static final int MIN_BYTES = 16;

    /** Most bytes. */
    public static final int MAX_BYTES = 64;

    private final byte[] bytes;

    private DrawSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A secret of random bytes, such as 32 of {@code SecureRandom}.
     *
     * @throws RuleViolationException if there are fewer than 16 or more than 64
     */
    public static DrawSecret of(byte[] bytes) {
        new RuleCheck()
                .range("secret", (long) bytes.length, MIN_BYTES, MAX_BYTES)
                .raise();
        return new DrawSecret(bytes.clone());
    }

    /**
     * The secret that was told after a draw.
     *
     * @param hex hexadecimal digits
     * @throws RuleViolationException if it has fewer than 16 or more than 64 bytes
     * @throws IllegalArgumentException if these are no hexadecimal digits
     */
    public static DrawSecret ofHex(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /** SHA-256 of the secret, 64 hexadecimal digits in lower case. */
    public String commitment() {
        return HexFormat.of().formatHex(Digests.sha256(bytes));
    }

    /** The secret in hexadecimal digits: not to be told before the call is closed. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DrawSecret secret && MessageDigest.isEqual(bytes, secret.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "DrawSecret[redacted]";
    }
}
