package fr.passerelle.internal.base;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/**
 * A text as its letters and digits alone, small and without accents: what was sent is found again however it is
 * written, {@code Hélène LE FÈVRE} as {@code helene.lefevre} or {@code h e l e n e}.
 */
final class Letters {

    private final String text;
    /** Where in the whole text each letter stands. */
    private final int[] places;

    private Letters(String text, int[] places) {
        this.text = text;
        this.places = places;
    }

    static Letters of(String whole) {
        StringBuilder letters = new StringBuilder(whole.length());
        int[] places = new int[4 * whole.length()];
        for (int i = 0; i < whole.length(); i++) {
            String plain = plain(whole.charAt(i));
            for (int k = 0; k < plain.length() && letters.length() < places.length; k++) {
                if (Character.isLetterOrDigit(plain.charAt(k))) {
                    places[letters.length()] = i;
                    letters.append(plain.charAt(k));
                }
            }
        }
        return new Letters(letters.toString(), places);
    }

    /** Its letters, of which an accent is none, and of a ligature two. */
    private static String plain(char c) {
        return switch (c) {
            case 'œ', 'Œ' -> "oe";
            case 'æ', 'Æ' -> "ae";
            case 'ß' -> "ss";
            default ->
                c < 0x80
                        ? String.valueOf(Character.toLowerCase(c))
                        : Normalizer.normalize(String.valueOf(c), Form.NFKD).toLowerCase(Locale.ROOT);
        };
    }

    String text() {
        return text;
    }

    int indexOf(String letters, int from) {
        return text.indexOf(letters, from);
    }

    /** Where a letter stands in the whole text. */
    int start(int letter) {
        return places[letter];
    }

    /** Behind the letter before this one. */
    int end(int letter) {
        return places[letter - 1] + 1;
    }
}
