package fr.passerelle.commandline.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of a text, for one separator. Each is parsed on its own, with as many further lines as a quoted cell goes
 * over: a quote that does not close costs its own line and no other.
 */
final class Records {

    /** Most lines of one record. A quote that is not closed within so many was a slip of the pen. */
    private static final int MOST_LINES = 20;

    /** Where lines come from, and can be put back. */
    interface Lines {

        /** The next line; null at the end. */
        TextLines.@Nullable Line next() throws IOException;

        /** Lets these be the next ones. */
        void putBack(List<TextLines.Line> lines);
    }

    private final Lines lines;
    private final char separator;
    private final CsvReader.CsvReaderBuilder parser;

    Records(Lines lines, char separator) {
        this.lines = lines;
        this.separator = separator;
        this.parser = CsvReader.builder()
                .fieldSeparator(separator)
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(true);
    }

    /** The next record, blank ones too; null after the last one. */
    @Nullable
    Row next() throws IOException {
        TextLines.Line first = lines.next();
        if (first == null) {
            return null;
        }
        if (!first.whole()) {
            return broken(first);
        }
        if (!opensCell(first.text())) {
            return parsed(first, first.text());
        }
        List<TextLines.Line> more = new ArrayList<>();
        StringBuilder text = new StringBuilder(first.text());
        while (more.size() < MOST_LINES) {
            TextLines.Line next = lines.next();
            if (next == null) {
                break;
            }
            more.add(next);
            if (!next.whole()) {
                break;
            }
            text.append('\n').append(next.text());
            if (!opensCell(text)) {
                return parsed(first, text.toString());
            }
        }
        lines.putBack(more);
        return broken(first);
    }

    private static Row broken(TextLines.Line line) {
        return new Row(line.number(), List.of(line.text()), true);
    }

    private Row parsed(TextLines.Line first, String text) {
        if (text.isEmpty()) {
            return new Row(first.number(), List.of(), false);
        }
        if (text.indexOf('"') < 0) {
            return new Row(first.number(), split(text), false);
        }
        try {
            return new Row(first.number(), parser.ofSingleCsvRecord(text).getFields(), false);
        } catch (CsvParseException noRecord) {
            return broken(first);
        }
    }

    /** Without a quote there is nothing to parse; most rows of large files are so. */
    private List<String> split(String text) {
        List<String> cells = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
            cells.add(text.substring(start, end));
            start = end + 1;
        }
        cells.add(text.substring(start));
        return cells;
    }

    /** Whether a quoted cell is still open at the end. Only a quote at the beginning of a cell opens it. */
    private boolean opensCell(CharSequence text) {
        boolean open = false;
        boolean quoted = false;
        boolean begins = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && (begins || quoted)) {
                // Two quotes inside a quoted cell are one of its characters: closed and open again.
                open = !open;
                quoted = true;
                begins = false;
            } else if (!open) {
                begins = c == separator || c == '\n' || (begins && c == ' ');
                quoted = quoted && !begins;
            }
        }
        return open;
    }
}
