package fr.passerelle.model.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.rule.Violation;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The number of a place: the 9 digits of its {@link Siren} and 5 more, with a Luhn key over all 14; or {@code NC}, 10
 * digits and {@code XX} for New Caledonia (reference operation 6).
 *
 * @param value without spaces
 */
public record Siret(@JsonValue String value) {

    private static final Pattern FRENCH = Pattern.compile("[0-9]{14}");
    private static final Pattern NEW_CALEDONIAN = Pattern.compile("NC[0-9]{10}XX");

    /** La Poste has more post offices than Luhn keys: its digits must add up to a multiple of 5 instead. */
    private static final String LA_POSTE = "356000000";

    /** Keeps what the server sent; use {@link #of} for what people type. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Siret {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Checks a number; spaces are dropped.
     *
     * @throws RuleViolationException if the form or the key is wrong
     */
    public static Siret of(String text) {
        String value = Texts.withoutSpaces(text);
        boolean good = NEW_CALEDONIAN.matcher(value).matches()
                || (FRENCH.matcher(value).matches() && hasValidKey(value));
        if (!good) {
            throw new RuleViolationException(new Violation("siret", RuleCode.BAD_SIRET, null));
        }
        return new Siret(value);
    }

    private static boolean hasValidKey(String digits) {
        return CheckDigits.luhn(digits) || (digits.startsWith(LA_POSTE) && CheckDigits.sum(digits) % 5 == 0);
    }

    /** The structure that the place belongs to: the first 9 characters. */
    public Siren siren() {
        return new Siren(value.substring(0, Math.min(9, value.length())));
    }

    @Override
    public String toString() {
        return value;
    }
}
