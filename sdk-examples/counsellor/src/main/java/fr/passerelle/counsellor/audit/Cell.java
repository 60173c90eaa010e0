package fr.passerelle.counsellor.audit;

import java.util.regex.Pattern;

/** Cells that a spreadsheet takes for text. */
final class Cell {

    /** Also behind spaces, and in their full-width forms; a tab or a line end in front is just as bad. */
    private static final Pattern FORMULA =
            Pattern.compile("[\\s\\p{Z}\\p{Cntrl}\\uFEFF]*[=+\\-@＝＋－＠].*", Pattern.DOTALL);

    private Cell() {}

    /** The text with an apostrophe in front if a spreadsheet would run it as a formula. */
    static String safe(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }
}
