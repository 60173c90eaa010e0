package fr.passerelle.bookshop.file;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a text file, whatever ends them; some can be given back. Of an endless line only the start is kept. */
final class Lines implements Closeable {

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
    private final Deque<Line> givenBack = new ArrayDeque<>();
    private long number;
    private int ahead;

    Lines(Path file) throws IOException {
        // Bytes that are not UTF-8 become a replacement character: the numbers of that row are still good.
        in = new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
        ahead = in.read();
        if (ahead == BYTE_ORDER_MARK) {
            ahead = in.read();
        }
    }

    /** The next line; null at the end. */
    @Nullable
    Line next() throws IOException {
        if (!givenBack.isEmpty()) {
            return givenBack.remove();
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

    /** Lets these be the next ones. */
    void giveBack(List<Line> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            givenBack.addFirst(lines.get(i));
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
