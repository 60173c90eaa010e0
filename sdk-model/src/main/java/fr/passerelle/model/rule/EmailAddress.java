package fr.passerelle.model.rule;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the programme's server takes for an e-mail address. */
final class EmailAddress {

    private static final int MAX_LENGTH = 254;

    static final AsciiPattern FORM =
            AsciiPattern.of("[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+"
                    + "[\\p{L}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])");

    /** Names that no mail goes to, and everything below them. */
    private static final Set<String> SPECIAL = Set.of("arpa", "invalid", "local", "localhost", "onion", "test");

    private static final Pattern NAMED = Pattern.compile("[\\p{L}\\p{N}_ ]*<([^<>]*)> *");

    private EmailAddress() {}

    /** The address itself and nothing around it. */
    static boolean isBare(String text) {
        return text.length() <= MAX_LENGTH
                && FORM.matches(text)
                && !SPECIAL.contains(lastLabel(text).toLowerCase(Locale.ROOT));
    }

    private static String lastLabel(String text) {
        return text.substring(1 + Math.max(text.lastIndexOf('@'), text.lastIndexOf('.')));
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
