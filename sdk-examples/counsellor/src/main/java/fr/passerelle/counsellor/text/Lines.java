package fr.passerelle.counsellor.text;

import fr.passerelle.commandline.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Aligned lines of plain text. */
public final class Lines {

    private static final int NAMES_WIDTH = 30;
    private static final String INDENT = "  ";

    private final List<String> lines = new ArrayList<>();

    /** Starts empty. */
    public Lines() {}

    /** A heading. */
    public void heading(String text) {
        lines.add(text);
        lines.add("─".repeat(text.codePointCount(0, text.length())));
    }

    /** A line. */
    public void line(String text) {
        lines.add(text);
    }

    /** An empty line. */
    public void gap() {
        lines.add("");
    }

    /** A name and its value. */
    public void fact(String name, String value) {
        int length = name.codePointCount(0, name.length());
        lines.add(INDENT + name + " ".repeat(Math.max(1, NAMES_WIDTH - length)) + value);
    }

    /** A heading with several items; nothing at all without items. */
    public void list(String name, List<String> items) {
        if (!items.isEmpty()) {
            gap();
            lines.add(INDENT + name);
            items.forEach(item -> lines.add(INDENT + INDENT + "• " + item));
        }
    }

    @Override
    public String toString() {
        return lines.stream().map(Printable::line).collect(Collectors.joining(System.lineSeparator()));
    }
}
