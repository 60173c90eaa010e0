package fr.passerelle.model.rule;

import java.util.function.IntPredicate;

/** What addresses are made of: pieces between dots, of letters and numbers of every script and of some marks. */
final class Words {

    private Words() {}

    /** A rule for a piece of a text. */
    @FunctionalInterface
    interface Piece {
        boolean fits(String text, int from, int to);
    }

    /** Whether each piece between the dots fits. */
    static boolean eachBetweenDots(String text, int from, int to, Piece piece) {
        int start = from;
        for (int dot = text.indexOf('.', from); dot >= 0 && dot < to; dot = text.indexOf('.', start)) {
            if (!piece.fits(text, start, dot)) {
                return false;
            }
            start = dot + 1;
        }
        return piece.fits(text, start, to);
    }

    /** Whether a piece is not empty, and each of its characters is one of these. */
    static boolean holdsOnly(String text, int from, int to, IntPredicate characters) {
        int c;
        for (int i = from; i < to; i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (!characters.test(c)) {
                return false;
            }
        }
        return from < to;
    }

    /** The same, with a hyphen at neither end. */
    static boolean isLabel(String text, int from, int to, IntPredicate characters) {
        return holdsOnly(text, from, to, characters) && text.charAt(from) != '-' && text.charAt(to - 1) != '-';
    }

    /** Roman numerals and fractions are numbers too. */
    static boolean isLetterOrNumber(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.LETTER_NUMBER
                || Character.getType(c) == Character.OTHER_NUMBER;
    }

    /** From 0 to 9. */
    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
