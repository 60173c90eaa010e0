package fr.passerelle.commandline;

import java.io.PrintStream;
import java.util.List;

/** Writes aligned lines of plain text. */
public final class Console {

    private static final int TITLE_WIDTH = 46;
    private static final int PASSING_WIDTH = 76;
    private static final String ELLIPSIS = "…";

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
        print("─".repeat(text.codePointCount(0, text.length())));
    }

    /** A line. */
    public void line(String text) {
        print("  " + text);
    }

    /** A line about one thing: a mark, its title, what is to say. */
    public void item(char mark, String title, String text) {
        print("  " + mark + " " + padded(title, TITLE_WIDTH) + "  " + text);
    }

    /** A remark about the thing above. */
    public void remark(String text) {
        print("      · " + text);
    }

    /** A table of two columns of words. */
    public void facts(List<List<String>> rows) {
        int names = width(rows, 0);
        rows.forEach(row -> print("  " + padded(row.get(0), names) + "  " + row.get(1)));
    }

    /** A table of two columns: words and numbers. */
    public void table(List<List<String>> rows) {
        int names = width(rows, 0);
        int values = width(rows, 1);
        for (List<String> row : rows) {
            String value = row.get(1);
            print("  " + padded(row.get(0), names) + "  " + " ".repeat(values - length(value)) + value);
        }
    }

    /** Writes a line that the next one replaces; where nobody watches, nothing. */
    public void passing(String text) {
        if (terminal) {
            out.print("\r  " + padded(Printable.line(text), PASSING_WIDTH));
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
        out.println(Printable.line(line));
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
    }

    private static String padded(String text, int width) {
        int length = length(text);
        if (length <= width) {
            return text + " ".repeat(width - length);
        }
        return text.substring(0, text.offsetByCodePoints(0, width - 1)) + ELLIPSIS;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
