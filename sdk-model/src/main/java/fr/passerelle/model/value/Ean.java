package fr.passerelle.model.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.rule.Violation;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The number of a book, disc or film: 13 digits, the last one a check digit. Neither the server nor this type minds a
 * wrong one, because catalogues have some: ask {@link #checkDigitMatches} to warn of a slip of the keyboard.
 *
 * @param value 13 digits
 */
public record Ean(@JsonValue String value) {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{13}");

    /** Keeps what the server sent; use {@link #of} for what people type. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Ean {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Checks a number; spaces and hyphens are dropped.
     *
     * @throws RuleViolationException if it is not 13 digits
     */
    public static Ean of(String text) {
        String value = Texts.withoutSpaces(text).replace("-", "");
        if (!DIGITS.matcher(value).matches()) {
            throw new RuleViolationException(new Violation("ean", RuleCode.BAD_EAN, null));
        }
        return new Ean(value);
    }

    /** Whether the last digit is what the other twelve make it. */
    public boolean checkDigitMatches() {
        return DIGITS.matcher(value).matches() && CheckDigits.ean13(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
