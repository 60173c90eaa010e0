package fr.passerelle.model.rule;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the programme's server takes for an e-mail address. */
final class EmailAddress {

    private static final int MAX_LENGTH = 254;

    private static final Pattern FORM =
            Pattern.compile("[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@([\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+[\\p{L}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])");

    /** Names that no mail goes to, and everything below them. */
    private static final Pattern SPECIAL = Pattern.compile("(?i).*[@.](?:arpa|invalid|local|localhost|onion|test)");

    private static final Pattern NAMED = Pattern.compile("[\\p{L}\\p{N}_ ]*<([^<>]*)> *");

    private EmailAddress() {}

    /** The address itself and nothing around it. */
    static boolean isBare(String text) {
        return text.length() <= MAX_LENGTH
                && FORM.matcher(text).matches()
                && !SPECIAL.matcher(text).matches();
    }

    /** The same, maybe with blanks around it or as {@code Name <address>}: the server keeps the address. */
    static boolean isIn(String text) {
        Matcher named = NAMED.matcher(text);
        return isBare((named.matches() ? named.group(1) : text).strip());
    }
}
