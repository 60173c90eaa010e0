package fr.passerelle.commandline.read;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts without what does not tell words apart: accents, case, spaces, punctuation. */
public final class Words {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\uFEFF]+");

    private static final Pattern NAME = Pattern.compile("[\\p{IsLatin}\\p{M}0-9 .,'’()/&_–-]*");

    private Words() {}

    /**
     * Whether the text has nothing but what names are written with: {@link #joined} drops nothing then that means
     * something.
     */
    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Only small letters from a to z and digits, nothing between them: {@code Né(e) le} is {@code neele}. */
    public static String joined(String text) {
        return BETWEEN.matcher(bare(text)).replaceAll("");
    }

    /** Small letters from a to z and digits, with one space between words. */
    public static String spaced(String text) {
        return BETWEEN.matcher(bare(text)).replaceAll(" ").strip();
    }

    /** The text with each run of blanks, of whatever kind, made one space, and none at its ends. */
    public static String tidy(String text) {
        if (isTidy(text)) {
            return text;
        }
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    /** Most cells of large lists are so. */
    private static boolean isTidy(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static String bare(String text) {
        String small = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        // Ligatures are letters of their own for Unicode.
        return small.replace("œ", "oe").replace("æ", "ae");
    }
}
