package fr.passerelle.door;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as people type them at a door: small, without accents, spaces and hyphens. */
final class Names {

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Names() {}

    static String folded(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return NO_LETTERS.matcher(plain).replaceAll("");
    }
}
