package fr.passerelle.commandline.table;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a text, whatever ends them; some can be put back. Of an endless line only the start is kept. */
final class TextLines implements Records.Lines, Closeable {

    /** Most characters of a line. */
    static final int LONGEST = 16 * 1024;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * A line without its end.
     *
     * @param number from 1
     * @param whole whether nothing was cut off
     */
    record Line(long number, String text, boolean whole) {}

    private final BufferedReader in;
    private final Deque<Line> putBack = new ArrayDeque<>();
    private long number;
    private int ahead;

    TextLines(InputStream bytes, Charset charset) throws IOException {
        // Bytes that do not fit become a replacement character: the other cells of their row are still good.
        in = new BufferedReader(new InputStreamReader(bytes, charset));
        ahead = in.read();
        if (ahead == BYTE_ORDER_MARK) {
            ahead = in.read();
        }
    }

    @Override
    public @Nullable Line next() throws IOException {
        if (!putBack.isEmpty()) {
            return putBack.remove();
        }
        if (ahead < 0) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        boolean whole = true;
        for (; ahead >= 0 && ahead != '\n' && ahead != '\r'; ahead = in.read()) {
            whole = text.length() < LONGEST;
            if (whole) {
                text.append((char) ahead);
            }
        }
        int end = ahead;
        ahead = in.read();
        if (end == '\r' && ahead == '\n') {
            ahead = in.read();
        }
        return new Line(++number, text.toString(), whole);
    }

    @Override
    public void putBack(List<Line> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            putBack.addFirst(lines.get(i));
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
