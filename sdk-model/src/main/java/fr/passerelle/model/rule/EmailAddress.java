package fr.passerelle.model.rule;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the programme's server takes for an e-mail address. */
final class EmailAddress {

    private static final int MAX_LENGTH = 254;

    /** What may stand before the {@code @}, beside letters, numbers and single dots. */
    private static final String MARKS = "!#$%&'*+/=?^_`{|}~-";

    /** Names that no mail goes to, and everything below them. */
    private static final Set<String> SPECIAL = Set.of("arpa", "invalid", "local", "localhost", "onion", "test");

    private static final Pattern NAMED = Pattern.compile("[\\p{L}\\p{N}_ ]*<([^<>]*)> *");

    private EmailAddress() {}

    /** The address itself and nothing around it. */
    static boolean isBare(String text) {
        int at = text.indexOf('@');
        return at >= 0
                && text.length() <= MAX_LENGTH
                && Words.eachBetweenDots(text, 0, at, EmailAddress::isAtom)
                && isDomain(text, at + 1);
    }

    private static boolean isAtom(String text, int from, int to) {
        return Words.holdsOnly(text, from, to, c -> Words.isLetterOrNumber(c) || MARKS.indexOf(c) >= 0);
    }

    /** Two labels or more. The last one starts with a letter, and has more than that. */
    private static boolean isDomain(String text, int from) {
        int last = 1 + text.lastIndexOf('.');
        return last > from
                && Words.eachBetweenDots(text, from, text.length(), EmailAddress::isLabel)
                && Character.isLetter(text.codePointAt(last))
                && text.codePointCount(last, text.length()) > 1
                && !SPECIAL.contains(text.substring(last).toLowerCase(Locale.ROOT));
    }

    private static boolean isLabel(String text, int from, int to) {
        return Words.isLabel(text, from, to, c -> Words.isLetterOrNumber(c) || c == '-');
    }

    /** The same, maybe with blanks around it or as {@code Name <address>}: the server keeps the address. */
    static boolean isIn(String text) {
        if (text.indexOf('<') < 0) {
            return isBare(text.strip());
        }
        Matcher named = NAMED.matcher(text);
        return named.matches() && isBare(named.group(1).strip());
    }
}
