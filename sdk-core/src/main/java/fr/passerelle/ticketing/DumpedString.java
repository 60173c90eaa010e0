package fr.passerelle.ticketing;

import java.io.IOException;

/**
 * A JSON string literal in the very spelling of Python's {@code json.dumps}, with or without its {@code ensure_ascii}.
 * Any other spelling of the same text is refused, so that no byte of a message can change and still be taken for what
 * the server sent.
 */
final class DumpedString {

    /** Python escapes it, other writers of the same text do not: both are taken. */
    private static final char DELETE = 0x7f;

    private static final String SHORT_ESCAPES = "\"\\nrtbf";
    private static final String SHORTLY_ESCAPED = "\"\\\n\r\t\b\f";
    private static final int HEX_DIGITS = 4;

    private final String literal;
    private final StringBuilder text;
    private int at = 1;
    /** Characters beyond ASCII are escaped, or they are not: never some of them. */
    private boolean escaped;

    private boolean asTheyAre;

    private DumpedString(String literal) {
        this.literal = literal;
        this.text = new StringBuilder(literal.length());
    }

    /**
     * The text.
     *
     * @throws IOException if this is no such literal, or not nothing else
     */
    static String read(String literal) throws IOException {
        return new DumpedString(literal).read();
    }

    private String read() throws IOException {
        int end = literal.length() - 1;
        if (end < 1 || literal.charAt(0) != '"' || literal.charAt(end) != '"') {
            throw refused();
        }
        while (at < end) {
            char c = literal.charAt(at++);
            if (c == '\\') {
                text.append(unescaped(end));
            } else if (c < ' ' || c == '"') {
                throw refused();
            } else {
                asTheyAre |= c > DELETE;
                text.append(c);
            }
        }
        if (escaped && asTheyAre) {
            throw refused();
        }
        return text.toString();
    }

    private char unescaped(int end) throws IOException {
        if (at >= end) {
            throw refused();
        }
        char kind = literal.charAt(at++);
        int known = SHORT_ESCAPES.indexOf(kind);
        if (known >= 0) {
            return SHORTLY_ESCAPED.charAt(known);
        }
        if (kind != 'u' || end - at < HEX_DIGITS) {
            throw refused();
        }
        int c = 0;
        for (int stop = at + HEX_DIGITS; at < stop; at++) {
            int digit = "0123456789abcdef".indexOf(literal.charAt(at));
            if (digit < 0) {
                throw refused();
            }
            c = c * 16 + digit;
        }
        boolean control = c < ' ' && SHORTLY_ESCAPED.indexOf(c) < 0;
        if (!control && c < DELETE) {
            throw refused();
        }
        escaped |= !control;
        return (char) c;
    }

    private static IOException refused() {
        return new IOException("not a string in the spelling of json.dumps");
    }
}
