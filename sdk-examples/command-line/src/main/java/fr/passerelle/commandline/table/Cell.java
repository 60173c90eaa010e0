package fr.passerelle.commandline.table;

import fr.passerelle.commandline.Printable;

/** Cells that a spreadsheet takes for text, and a terminal too. */
public final class Cell {

    /** With their full-width forms. */
    private static final String STARTS_FORMULA = "=+-@＝＋－＠";

    private Cell() {}

    /**
     * The text with an apostrophe in front if a spreadsheet would run it as a formula, be it behind spaces. Control
     * characters become spaces, but for tabs and ends of lines, which cells have.
     */
    public static String safe(String text) {
        String plain = printable(text);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (STARTS_FORMULA.indexOf(c) >= 0) {
                return "'" + plain;
            }
            if (!isBlank(c)) {
                return plain;
            }
        }
        return plain;
    }

    private static String printable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Printable.isControl(c) && c != '\n' && c != '\t') {
                StringBuilder plain = new StringBuilder(text);
                for (int j = i; j < text.length(); j++) {
                    char next = text.charAt(j);
                    if (Printable.isControl(next) && next != '\n' && next != '\t') {
                        plain.setCharAt(j, ' ');
                    }
                }
                return plain.toString();
            }
        }
        return text;
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || c == '\uFEFF' || Character.isSpaceChar(c) || Character.isISOControl(c);
    }
}
