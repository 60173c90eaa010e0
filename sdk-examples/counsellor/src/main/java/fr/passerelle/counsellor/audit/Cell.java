package fr.passerelle.counsellor.audit;

/** Cells that a spreadsheet takes for text. */
final class Cell {

    /** With their full-width forms. */
    private static final String STARTS_FORMULA = "=+-@＝＋－＠";

    private Cell() {}

    /** The text with an apostrophe in front if a spreadsheet would run it as a formula, be it behind spaces. */
    static String safe(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (STARTS_FORMULA.indexOf(c) >= 0) {
                return "'" + text;
            }
            if (!isBlank(c)) {
                return text;
            }
        }
        return text;
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || c == '\uFEFF' || Character.isSpaceChar(c) || Character.isISOControl(c);
    }
}
