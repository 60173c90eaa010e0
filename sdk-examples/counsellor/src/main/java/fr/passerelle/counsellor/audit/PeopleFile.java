package fr.passerelle.counsellor.audit;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import fr.passerelle.counsellor.people.Fact;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list of people as a spreadsheet exports it, read row by row. */
final class PeopleFile implements Closeable {

    /** A quoted cell may go over several lines; a quote that is not closed within so many was a slip of the pen. */
    private static final int MOST_LINES = 20;

    private static final int MOST_CHARACTERS = 200_000;
    private static final String SEPARATORS = ";,\t";
    private static final String SEPARATOR_LINE = "sep=";

    private final TextLines lines;
    private final Charset encoding;
    private final char separator;
    private final CsvReader.CsvReaderBuilder parser;
    private final List<String> headings;
    private final Map<Fact, Integer> columns = new EnumMap<>(Fact.class);

    private PeopleFile(TextLines lines, Charset encoding) throws IOException {
        this.lines = lines;
        this.encoding = encoding;
        String head = nextFilled();
        if (head != null && head.startsWith(SEPARATOR_LINE)) {
            head = nextFilled();
        }
        if (head == null) {
            throw new UnusableListException("list.empty", "");
        }
        lines.putBack(List.of(head));
        this.separator = separator(head);
        this.parser = CsvReader.builder()
                .fieldSeparator(separator)
                .allowUnclosedQuote(true)
                .trimWhitespacesAroundQuotes(true);
        this.headings = cells(record());
        for (int i = 0; i < headings.size(); i++) {
            int column = i;
            Fact.ofHeading(headings.get(i)).ifPresent(fact -> columns.putIfAbsent(fact, column));
        }
        if (!columns.containsKey(Fact.BORN)) {
            throw new UnusableListException("list.no-birth-date", String.join(" | ", headings));
        }
    }

    /**
     * Opens a list.
     *
     * @throws UnusableListException if it has no birth dates
     */
    static PeopleFile open(Path file) throws IOException {
        Charset encoding = Encoding.of(file);
        TextLines lines =
                new TextLines(new BufferedReader(new InputStreamReader(Files.newInputStream(file), encoding)));
        try {
            return new PeopleFile(lines, encoding);
        } catch (IOException | RuntimeException e) {
            lines.close();
            throw e;
        }
    }

    /** The one that the line of headings has most of. */
    private static char separator(String head) {
        char best = SEPARATORS.charAt(0);
        for (int i = 1; i < SEPARATORS.length(); i++) {
            char candidate = SEPARATORS.charAt(i);
            if (count(head, candidate) > count(head, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    Charset encoding() {
        return encoding;
    }

    char separator() {
        return separator;
    }

    List<String> headings() {
        return headings;
    }

    /** Which column holds which fact. */
    Map<Fact, Integer> columns() {
        return columns;
    }

    /** The cells of the next row that has any; null after the last one. */
    @Nullable
    List<String> next() throws IOException {
        for (String record = record(); record != null; record = record()) {
            List<String> cells = cells(record);
            if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                return cells;
            }
        }
        return null;
    }

    private List<String> cells(@Nullable String record) {
        if (record == null || record.isEmpty()) {
            return List.of();
        }
        try {
            return parser.ofSingleCsvRecord(record).getFields();
        } catch (CsvParseException noRecord) {
            // A row of one cell: it will be found to lack what it should say.
            return List.of(record);
        }
    }

    private @Nullable String nextFilled() throws IOException {
        String line = lines.next();
        while (line != null && line.isBlank()) {
            line = lines.next();
        }
        return line;
    }

    /** The next line, with those that a quoted cell goes over. */
    private @Nullable String record() throws IOException {
        String line = lines.next();
        if (line == null || !opensCell(line)) {
            return line;
        }
        List<String> taken = new ArrayList<>();
        StringBuilder record = new StringBuilder(line);
        while (taken.size() < MOST_LINES && record.length() < MOST_CHARACTERS) {
            String more = lines.next();
            if (more == null) {
                break;
            }
            taken.add(more);
            record.append('\n').append(more);
            if (!opensCell(record)) {
                return record.toString();
            }
        }
        lines.putBack(taken);
        return line;
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

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
