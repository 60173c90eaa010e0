package fr.passerelle.commandline.read;

import fr.passerelle.model.credit.Department;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * French postal codes as lists write them: {@code 93200}, {@code 1000} (a spreadsheet dropped the zero), {@code 20
 * 167}, {@code F-93200}, {@code 93200 SAINT-DENIS}, {@code 93205 Saint-Denis Cedex 1}.
 */
public final class PostalCodes {

    private static final Pattern FORM = Pattern.compile(
            "(?iU)(?:(?:F|FR)[ -]{0,3})?(?<code>[0-9]{2} [0-9]{3}|[0-9]{4,5})(?:[.,]0+)?(?:(?: ?[-,] ?| )\\p{L}[\\p{L}\\p{M}0-9'’ .()-]*)?");
    private static final int LENGTH = 5;

    private PostalCodes() {}

    /**
     * The five digits.
     *
     * @throws NotUnderstoodException if the whole text is no postal code of France
     */
    public static String read(String text) throws NotUnderstoodException {
        Matcher found = FORM.matcher(Words.tidy(text));
        if (!found.matches()) {
            throw new NotUnderstoodException("bad_postal_code", text);
        }
        String digits = found.group("code").replace(" ", "");
        return checked(digits.length() < LENGTH ? "0" + digits : digits);
    }

    static String checked(String code) throws NotUnderstoodException {
        if (Department.problemOfPostalCode(code) != null) {
            throw new NotUnderstoodException("bad_postal_code", code);
        }
        return code;
    }
}
