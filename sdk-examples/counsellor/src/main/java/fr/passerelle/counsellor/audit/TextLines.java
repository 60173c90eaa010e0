package fr.passerelle.counsellor.audit;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a text, whatever ends them; no line, however long, takes more memory than the limit. */
final class TextLines implements Closeable {

    /** What lies beyond is dropped: no list of people has such lines. */
    static final int LONGEST = 50_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final BufferedReader text;
    private final Deque<String> putBack = new ArrayDeque<>();
    private boolean first = true;
    private boolean afterReturn;

    TextLines(BufferedReader text) {
        this.text = text;
    }

    /** The next line without its end; null after the last one. */
    @Nullable
    String next() throws IOException {
        if (!putBack.isEmpty()) {
            return putBack.pop();
        }
        StringBuilder line = new StringBuilder();
        int c = text.read();
        if (afterReturn && c == '\n') {
            c = text.read();
        }
        afterReturn = false;
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n' && c != '\r'; c = text.read()) {
            if (line.length() < LONGEST && !(first && line.isEmpty() && c == BYTE_ORDER_MARK)) {
                line.append((char) c);
            }
        }
        afterReturn = c == '\r';
        first = false;
        return line.toString();
    }

    /** Lets these lines be read again. */
    void putBack(List<String> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            putBack.push(lines.get(i));
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
