package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.rule.Violation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The short code of a voucher: 8 characters that people say and write, unique within a session (invitations 6). No
 * character looks like another, and the last one checks the others: one wrong character, or two neighbours in the wrong
 * order, are always noticed. Whoever knows it can come in, so it shows in no {@code toString}, log or message.
 */
public final class VoucherCode {

    /** How many characters it has. */
    public static final int LENGTH = 8;

    /**
     * 31 characters, a prime: no I, L, O, 0 and 1, which look like one another. With a prime, a sum in which each
     * position has a weight of its own changes with every substitution and with every swap.
     */
    static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private static final int BASE = ALPHABET.length();
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\u00a0\\u202f-]+");

    private final String value;

    private VoucherCode(String value) {
        this.value = value;
    }

    /**
     * Reads what a person says or shows: spaces and hyphens are dropped, lower case is raised.
     *
     * @throws RuleViolationException if it is no code, or the check character does not fit; the message does not repeat
     *     the text
     */
    public static VoucherCode of(String text) {
        String value = SEPARATORS
                .matcher(Objects.requireNonNull(text, "text"))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
        if (!FORM.matcher(value).matches() || checksum(value) != 0) {
            throw new RuleViolationException(new Violation("code", RuleCode.BAD_VOUCHER_CODE, null));
        }
        return new VoucherCode(value);
    }

    /** Keeps what the server sent. */
    @JsonCreator
    static VoucherCode read(String value) {
        return new VoucherCode(Objects.requireNonNull(value, "value"));
    }

    /**
     * Makes a code of random bits: what is random comes from outside, such as {@code SecureRandom.nextLong()}. That the
     * code is new within its session, the caller looks up.
     *
     * @param random 64 bits, each as likely as the other; codes of two numbers may be equal
     */
    public static VoucherCode ofRandom(long random) {
        StringBuilder code = new StringBuilder(LENGTH);
        long rest = random;
        for (int i = 0; i < LENGTH - 1; i++) {
            code.append(ALPHABET.charAt((int) Long.remainderUnsigned(rest, BASE)));
            rest = Long.divideUnsigned(rest, BASE);
        }
        // The weight of the last character is 1, so what the others lack is the character itself.
        int missing = Math.floorMod(-checksum(code + ALPHABET.substring(0, 1)), BASE);
        return new VoucherCode(code.append(ALPHABET.charAt(missing)).toString());
    }

    /** The sum of the characters' numbers, weighed 8, 7, … 1 from the left. */
    private static int checksum(String code) {
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            sum += (LENGTH - i) * ALPHABET.indexOf(code.charAt(i));
        }
        return sum % BASE;
    }

    /** The eight characters, in upper case. A secret: do not log it. */
    @JsonValue
    public String value() {
        return value;
    }

    /** As it is printed: in two groups. A secret: do not log it. */
    public String printed() {
        int half = value.length() / 2;
        return value.substring(0, half) + " " + value.substring(half);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VoucherCode code
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.US_ASCII), code.value.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "VoucherCode[redacted]";
    }
}
