package fr.passerelle.sandbox.collective;

import fr.passerelle.sandbox.schema.Type;
import fr.passerelle.sandbox.schema.Types;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Telephone numbers, read as if dialled from France. */
final class PhoneNumbers {

    private static final Pattern PUNCTUATION = Pattern.compile("[\\s.()/-]");
    private static final Pattern NATIONAL = Pattern.compile("0([1-9][0-9]{8})");
    private static final Pattern FRENCH = Pattern.compile("(?:\\+|00)33(?:0)?([1-9][0-9]{8})");
    private static final Pattern FOREIGN = Pattern.compile("(?:\\+|00)(?!33)([1-9][0-9]{7,14})");

    private PhoneNumbers() {}

    /** A telephone number, made one in E.164. */
    static Type phone() {
        return (value, path, reading) -> {
            String text = (String) Types.text().read(value, path, reading);
            String e164 = text == null ? null : e164(text);
            if (text != null && e164 == null) {
                reading.problem(path, "The telephone number does not seem to be valid");
            }
            return e164;
        };
    }

    private static @Nullable String e164(String text) {
        String dialled = PUNCTUATION.matcher(text).replaceAll("");
        for (Pattern french : new Pattern[] {NATIONAL, FRENCH}) {
            Matcher number = french.matcher(dialled);
            if (number.matches()) {
                return "+33" + number.group(1);
            }
        }
        Matcher foreign = FOREIGN.matcher(dialled);
        return foreign.matches() ? "+" + foreign.group(1) : null;
    }
}
