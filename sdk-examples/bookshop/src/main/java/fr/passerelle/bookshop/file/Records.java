package fr.passerelle.bookshop.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV file. Each is parsed on its own, with as many further lines as a quoted text takes: a quote that
 * does not close costs its own line and no other.
 */
final class Records implements Closeable {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    /** Most lines of one record. */
    private static final int MOST_LINES = 10;

    /**
     * A record.
     *
     * @param line where it starts, from 1
     * @param fields null if it cannot be told what they are
     */
    record Row(long line, @Nullable List<String> fields) {}

    private final Lines lines;
    private char separator;

    Records(Path file) throws IOException {
        lines = new Lines(file);
    }

    /** The names of the columns; none if the file is empty. Which character separates fields is told from them. */
    List<String> header() throws IOException {
        Lines.Line first = lines.next();
        if (first == null) {
            return List.of();
        }
        separator = SEPARATORS.stream()
                .max(Comparator.comparingLong(candidate -> first.text()
                        .chars()
                        .filter(character -> character == candidate)
                        .count()))
                .orElseThrow();
        lines.giveBack(List.of(first));
        Row row = next();
        return row == null || row.fields() == null ? List.of() : row.fields();
    }

    /** The next record, without those that hold nothing; null at the end. */
    @Nullable
    Row next() throws IOException {
        Lines.Line line = lines.next();
        while (line != null) {
            List<String> fields = fields(line);
            if (fields == null || !fields.stream().allMatch(String::isBlank)) {
                return new Row(line.number(), fields);
            }
            line = lines.next();
        }
        return null;
    }

    private @Nullable List<String> fields(Lines.Line first) throws IOException {
        StringBuilder text = new StringBuilder(first.text());
        List<Lines.Line> more = new ArrayList<>();
        Lines.Line last = first;
        while (last != null && last.whole() && more.size() < MOST_LINES) {
            List<String> fields = parsed(text.toString());
            if (fields != null) {
                return fields;
            }
            last = lines.next();
            if (last != null) {
                more.add(last);
                text.append('\n').append(last.text());
            }
        }
        lines.giveBack(more);
        return null;
    }

    private @Nullable List<String> parsed(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        try {
            return CsvReader.builder()
                    .fieldSeparator(separator)
                    .allowUnclosedQuote(false)
                    .ofSingleCsvRecord(text)
                    .getFields();
        } catch (CsvParseException broken) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
