package fr.passerelle.bookshop.file;

import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.rule.Violation;
import fr.passerelle.model.value.Ean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number of a product as a shop's file has it. Spreadsheets drop a zero in front and add decimals; old numbers have
 * fewer digits: what the check digit proves is completed, and whoever asks can tell it.
 */
final class EanText {

    /**
     * {@code ="0602435872551"} keeps a spreadsheet from dropping the zero; {@code 9782070360024.0} is a number to it.
     */
    private static final Pattern WRAPPED = Pattern.compile("=\"([0-9Xx -]+)\"|'([0-9Xx -]+)|([0-9]{8,13})[.,]0+");

    private static final Pattern TWELVE = Pattern.compile("[0-9]{12}");
    private static final Pattern BOOK_PREFIX = Pattern.compile("97[89]");
    private static final Pattern TEN = Pattern.compile("[0-9]{9}[0-9Xx]");

    private EanText() {}

    /**
     * The number.
     *
     * @throws RuleViolationException if there is none of 13 digits with a valid check digit
     */
    static Ean read(String text) {
        Matcher wrapped = WRAPPED.matcher(text);
        String bare = wrapped.matches() ? group(wrapped) : text;
        String digits = bare.replace(" ", "").replace("-", "");
        // Twelve digits of a book's prefix are an ISBN that lost one: another product may fit the check digit.
        if (TWELVE.matcher(digits).matches() && !BOOK_PREFIX.matcher(digits).lookingAt()) {
            // UPC-A, or an EAN whose zero was lost: the same check digit.
            return checked(Ean.of("0" + digits));
        }
        String isbn = TEN.matcher(digits).matches() ? ofIsbn(digits) : null;
        return checked(Ean.of(isbn == null ? bare : isbn));
    }

    /** The programme takes any 13 digits; in a file of books a wrong check digit is a slip of the keyboard. */
    private static Ean checked(Ean ean) {
        if (!ean.checkDigitMatches()) {
            throw new RuleViolationException(new Violation("ean", RuleCode.BAD_EAN, null));
        }
        return ean;
    }

    private static String group(Matcher wrapped) {
        for (int i = 1; i <= wrapped.groupCount(); i++) {
            if (wrapped.group(i) != null) {
                return wrapped.group(i);
            }
        }
        return wrapped.group();
    }

    /** A book number of before 2007; null if its own check digit is wrong. */
    private static @Nullable String ofIsbn(String ten) {
        int sum = 0;
        int ean = 9 + 7 * 3 + 8;
        for (int i = 0; i < 10; i++) {
            int digit = ten.charAt(i) == 'X' || ten.charAt(i) == 'x' ? 10 : ten.charAt(i) - '0';
            sum += (10 - i) * digit;
            ean += i == 9 ? 0 : digit * (i % 2 == 0 ? 3 : 1);
        }
        return sum % 11 == 0 ? "978" + ten.substring(0, 9) + Math.floorMod(-ean, 10) : null;
    }
}
