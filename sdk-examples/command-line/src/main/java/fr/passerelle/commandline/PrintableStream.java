package fr.passerelle.commandline;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The last gate before a terminal: lets no control character of UTF-8 text through but ends of lines and the return
 * that a progress line needs. A byte that may begin one is kept until the next byte tells.
 */
final class PrintableStream extends FilterOutputStream {

    private static final int NONE = -1;

    private int first = NONE;
    private int second = NONE;

    PrintableStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int value) throws IOException {
        int b = value & 0xFF;
        if (first == 0xC2) {
            first = NONE;
            // U+0080 to U+009F.
            if (b < 0x80 || b > 0x9F) {
                out.write(0xC2);
                plain(b);
            } else {
                out.write(' ');
            }
        } else if (first == 0xE2 && second == NONE && (b == 0x80 || b == 0x81)) {
            second = b;
        } else if (first == 0xE2) {
            third(b);
        } else {
            plain(b);
        }
    }

    /** U+200E, U+200F, U+2028 to U+202E, U+2066 to U+2069. */
    private void third(int b) throws IOException {
        boolean controls = second == 0x80
                ? b == 0x8E || b == 0x8F || (b >= 0xA8 && b <= 0xAE)
                : second == 0x81 && b >= 0xA6 && b <= 0xA9;
        int kept = second;
        first = NONE;
        second = NONE;
        if (controls) {
            out.write(' ');
            return;
        }
        out.write(0xE2);
        if (kept != NONE) {
            out.write(kept);
        }
        plain(b);
    }

    private void plain(int b) throws IOException {
        if (b == 0xC2 || b == 0xE2) {
            first = b;
            return;
        }
        boolean control = (b < ' ' && b != '\n' && b != '\r' && b != '\t') || b == 0x7F;
        out.write(control ? ' ' : b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            write(bytes[i]);
        }
    }
}
