package fr.passerelle.bookshop.report;

import java.io.PrintStream;
import java.util.List;

/** Writes aligned lines of plain text. */
public final class Console {

    private static final int PASSING_WIDTH = 78;

    private final PrintStream out;
    private final boolean terminal;
    private boolean passing;

    /**
     * A console.
     *
     * @param terminal whether somebody watches: only then lines are overwritten
     */
    public Console(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** A heading, after an empty line. */
    public void heading(String text) {
        print("");
        print(text);
        print("─".repeat(length(text)));
    }

    /** A line. */
    public void line(String text) {
        print("  " + text);
    }

    /** A table of two columns: words, and numbers at the right. */
    public void table(List<List<String>> rows) {
        int names = width(rows, 0);
        int values = width(rows, 1);
        for (List<String> row : rows) {
            line(row.get(0) + " ".repeat(names - length(row.get(0)) + 2 + values - length(row.get(1))) + row.get(1));
        }
    }

    /** Writes a line that the next one replaces; where nobody watches, nothing. */
    public void passing(String text) {
        if (terminal) {
            out.print("\r  " + text + " ".repeat(Math.max(0, PASSING_WIDTH - length(text))));
            out.flush();
            passing = true;
        }
    }

    /** Takes a passing line away. */
    public void clear() {
        if (passing) {
            out.print("\r" + " ".repeat(PASSING_WIDTH + 2) + "\r");
            out.flush();
            passing = false;
        }
    }

    private void print(String line) {
        clear();
        out.println(line);
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
