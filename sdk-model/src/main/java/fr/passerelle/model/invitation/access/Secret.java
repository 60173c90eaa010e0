package fr.passerelle.model.invitation.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a key or a webhook is proved with: 256 random bits as text. The caller mints it and sends it, so that the same
 * request can be sent again after a lost response; the server keeps a digest of a key's secret only. It shows in no
 * {@code toString}, log or message.
 */
public final class Secret {

    /** Fewest characters: what 256 bits need in base64. */
    public static final int MIN_LENGTH = 43;

    /** Most characters. */
    public static final int MAX_LENGTH = 128;

    /** What every minted secret starts with, so that scanners of source code find one that was committed. */
    public static final String PREFIX = "pinv_";

    private static final int BYTES = 32;

    /** Fit for a bearer token (RFC 6750). */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]*");

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /** A new one. */
    public static Secret random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Secret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /**
     * One that was minted before.
     *
     * @throws RuleViolationException if it has fewer than 43 or more than 128 characters, or others than letters
     *     without accents, digits and {@code . _ ~ -}; the message does not repeat it
     */
    public static Secret of(String value) {
        Secret secret = new Secret(Objects.requireNonNull(value, "value"));
        RuleCheck check = new RuleCheck();
        secret.check(check, "secret");
        check.raise();
        return secret;
    }

    /** Keeps what was sent: the draft that carries it tells what is wrong with it. */
    @JsonCreator
    static Secret read(String value) {
        return new Secret(Objects.requireNonNull(value, "value"));
    }

    /** Notes what must be put right before it is sent. */
    public void check(RuleCheck check, String path) {
        check.text(path, value, MIN_LENGTH, MAX_LENGTH)
                .require(value.isEmpty() || FORM.matcher(value).matches(), path, RuleCode.BAD_REFERENCE);
    }

    /** The text itself: do not log it. */
    @JsonValue
    public String value() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8), secret.value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "Secret[redacted]";
    }
}
