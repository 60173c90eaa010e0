package fr.passerelle.commandline;

/**
 * Texts that a terminal only shows. What a server, a file or a contract says may hold characters that move the cursor,
 * change colours, or turn the direction of writing.
 */
public final class Printable {

    private Printable() {}

    /** Whether a terminal or an editor would do something else than show this character. */
    public static boolean isControl(char c) {
        return Character.isISOControl(c)
                || c == '\u061C'
                || (c >= '\u200E' && c <= '\u200F')
                || (c >= '\u2028' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069')
                || c == '\uFEFF';
    }

    /** The text on one line, each control character made a space. */
    public static String line(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isControl(text.charAt(i))) {
                return replaced(text, i);
            }
        }
        return text;
    }

    private static String replaced(String text, int from) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = from; i < text.length(); i++) {
            if (isControl(text.charAt(i))) {
                plain.setCharAt(i, ' ');
            }
        }
        return plain.toString();
    }

    /** The text for a page of HTML: no control characters but ends of lines, and nothing that the page would run. */
    public static String html(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(isControl(c) && c != '\n' ? ' ' : c);
            }
        }
        return escaped.toString();
    }
}
