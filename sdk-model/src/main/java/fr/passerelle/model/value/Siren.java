package fr.passerelle.model.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.rule.Violation;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The number of a legal structure: 9 digits with a Luhn key, or {@code NC} and 7 digits for a New Caledonian RIDET
 * (reference operation 4).
 *
 * @param value without spaces
 */
public record Siren(@JsonValue String value) {

    private static final Pattern FRENCH = Pattern.compile("[0-9]{9}");
    private static final Pattern NEW_CALEDONIAN = Pattern.compile("NC[0-9]{7}");

    /** Keeps what the server sent; use {@link #of} for what people type. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Siren {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Checks a number; spaces are dropped.
     *
     * @throws RuleViolationException if the form or the key is wrong
     */
    public static Siren of(String text) {
        String value = Texts.withoutSpaces(text);
        boolean good = NEW_CALEDONIAN.matcher(value).matches()
                || (FRENCH.matcher(value).matches() && CheckDigits.luhn(value));
        if (!good) {
            throw new RuleViolationException(new Violation("siren", RuleCode.BAD_SIREN, null));
        }
        return new Siren(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
