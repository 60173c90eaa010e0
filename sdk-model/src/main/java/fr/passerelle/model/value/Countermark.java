package fr.passerelle.model.value;

import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.rule.Violation;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The 6-character token (<em>contremarque</em>) that lets one booking in: letters without I and O, digits 2 to 7
 * (reference 7.2). Whoever knows it can use the booking, so it shows in no {@code toString}, log or message.
 */
public final class Countermark {

    private static final Pattern FORM = Pattern.compile("[A-HJ-NP-Z2-7]{6}");
    private static final String QR_PREFIX = "PASSCULTURE:V3;TOKEN:";

    private final String value;

    private Countermark(String value) {
        this.value = value;
    }

    /**
     * Reads what a beneficiary says or shows: spaces are dropped, lower case is raised, and the text of the programme's
     * QR code ({@code PASSCULTURE:v3;TOKEN:ABC234}, rule book 3.8) is understood.
     *
     * @throws RuleViolationException if it is no countermark; the message does not repeat the text
     */
    public static Countermark of(String text) {
        String tidy = Texts.withoutSpaces(Objects.requireNonNull(text, "text")).toUpperCase(Locale.ROOT);
        String value = tidy.startsWith(QR_PREFIX) ? tidy.substring(QR_PREFIX.length()) : tidy;
        if (!FORM.matcher(value).matches()) {
            throw new RuleViolationException(new Violation("token", RuleCode.BAD_COUNTERMARK, null));
        }
        return new Countermark(value);
    }

    /** The six characters, in upper case. A secret: do not log it. */
    public String value() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Countermark countermark && countermark.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "Countermark[redacted]";
    }
}
