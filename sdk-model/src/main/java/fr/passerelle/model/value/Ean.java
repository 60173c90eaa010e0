package fr.passerelle.model.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.rule.Violation;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The number of a book, disc or film: 13 digits, the last one a check digit. The server does not look at the check
 * digit (reference 6.3); we do, because a wrong one never finds its product.
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
     * @throws RuleViolationException if the form or the check digit is wrong
     */
    public static Ean of(String text) {
        String value = Texts.withoutSpaces(text).replace("-", "");
        if (!DIGITS.matcher(value).matches() || !CheckDigits.ean13(value)) {
            throw new RuleViolationException(new Violation("ean", RuleCode.BAD_EAN, null));
        }
        return new Ean(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
