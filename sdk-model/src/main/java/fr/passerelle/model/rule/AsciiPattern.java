package fr.passerelle.model.rule;

import java.util.regex.Pattern;

/**
 * An expression over letters and digits of every script, which has a faster twin for texts that are plain ASCII, as
 * nearly all addresses are: a class such as {@code [\\p{L}\\p{N}]} is asked of each character by a chain of calls, and
 * {@code [A-Za-z0-9]} is one look at a table.
 *
 * @param any for every text
 * @param ascii accepts the same of the texts that have no other characters
 */
record AsciiPattern(Pattern any, Pattern ascii) {

    /** Takes {@code \\p{L}} and {@code \\p{N}} within character classes only. */
    static AsciiPattern of(String expression) {
        return new AsciiPattern(
                Pattern.compile(expression),
                Pattern.compile(expression.replace("\\p{L}", "A-Za-z").replace("\\p{N}", "0-9")));
    }

    boolean matches(String text) {
        return (isAscii(text) ? ascii : any).matcher(text).matches();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
