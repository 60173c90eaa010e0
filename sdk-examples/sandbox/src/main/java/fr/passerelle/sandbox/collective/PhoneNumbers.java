package fr.passerelle.sandbox.collective;

import fr.passerelle.sandbox.schema.Type;
import fr.passerelle.sandbox.schema.Types;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Telephone numbers, read as if dialled from France: from any part of it, overseas included. */
final class PhoneNumbers {

    private static final Pattern PUNCTUATION = Pattern.compile("[\\s\\u00A0\\u202F.()/-]");
    private static final Pattern SCHEME = Pattern.compile("(?i)\\s*tel:");
    private static final Pattern EXTENSION = Pattern.compile("(?i);ext=[0-9]{1,20}\\s*");
    private static final Pattern NATIONAL = Pattern.compile("0([1-9][0-9]{8})");
    private static final Pattern INTERNATIONAL = Pattern.compile("(?:\\+|00)([1-9][0-9]{7,14})");

    /** The number after +33: neither an overseas one, nor one that is not given out. */
    private static final Pattern METROPOLITAN = Pattern.compile("(?!590|594|596|262|263|269|639|69[0-4]|69[67])"
            + "(?:[1-5][0-9]{8}|6[0-9]{8}|7[3-9][0-9]{7}|[89][0-9]{8})");

    private static final Pattern NORTH_AMERICAN = Pattern.compile("1(?!555)[2-9][0-9]{2}[2-9][0-9]{6}");

    /** How numbers of overseas regions start, and the code that leads there. */
    private static final Map<String, String> OVERSEAS = Map.ofEntries(
            Map.entry("590", "590"),
            Map.entry("690", "590"),
            Map.entry("691", "590"),
            Map.entry("800", "590"),
            Map.entry("801", "590"),
            Map.entry("802", "590"),
            Map.entry("803", "590"),
            Map.entry("804", "590"),
            Map.entry("805", "590"),
            Map.entry("594", "594"),
            Map.entry("694", "594"),
            Map.entry("596", "596"),
            Map.entry("696", "596"),
            Map.entry("697", "596"),
            Map.entry("262", "262"),
            Map.entry("263", "262"),
            Map.entry("269", "262"),
            Map.entry("639", "262"),
            Map.entry("692", "262"),
            Map.entry("693", "262"));

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
        String dialled = SCHEME.matcher(text).lookingAt() ? SCHEME.matcher(text).replaceFirst("") : text;
        dialled = EXTENSION.matcher(dialled).replaceFirst("");
        dialled = PUNCTUATION.matcher(dialled).replaceAll("");
        Matcher national = NATIONAL.matcher(dialled);
        if (national.matches()) {
            return national(national.group(1));
        }
        Matcher international = INTERNATIONAL.matcher(dialled);
        if (international.matches()) {
            return international(international.group(1));
        }
        // What starts with France's own code is read as if a plus stood before it.
        return dialled.startsWith("33") ? international(dialled) : null;
    }

    private static @Nullable String national(String number) {
        String code = OVERSEAS.get(number.substring(0, 3));
        if (code != null) {
            return "+" + code + number;
        }
        return METROPOLITAN.matcher(number).matches() ? "+33" + number : null;
    }

    private static @Nullable String international(String number) {
        if (number.startsWith("33")) {
            String rest = number.startsWith("330") ? number.substring(3) : number.substring(2);
            return METROPOLITAN.matcher(rest).matches() ? "+33" + rest : null;
        }
        boolean wrong =
                number.startsWith("1") && !NORTH_AMERICAN.matcher(number).matches();
        return wrong ? null : "+" + number;
    }
}
