package fr.passerelle.commandline.table;

import fr.passerelle.commandline.file.InputFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table as somebody exported it, read row by row: one row is in memory at a time. Which characters it is written in,
 * what separates its cells and where its headings stand is told from the file: the separator is the one that makes
 * headings known, and lines above the headings are skipped.
 *
 * @param <C> the columns that a programme reads
 */
public final class Table<C extends Enum<C>> implements Closeable {

    /** No date, amount, number or name has it. */
    private static final String BOTH = " | ";

    private final TextLines lines;
    private final Charset charset;
    private final HeadingLine<C> found;
    private final Records records;

    private Table(TextLines lines, Charset charset, HeadingLine<C> found) {
        this.lines = lines;
        this.charset = charset;
        this.found = found;
        this.records = new Records(lines, found.separator());
    }

    /**
     * Opens a table.
     *
     * @param needed the columns that must be there
     * @throws IOException if the file cannot be read
     * @throws MissingColumnsException if no line of its beginning names the needed columns
     */
    public static <C extends Enum<C>> Table<C> open(InputFile file, Headings<C> headings, Set<C> needed)
            throws IOException {
        Charset charset = Charsets.of(file);
        TextLines lines = new TextLines(file.stream(), charset);
        try {
            return new Table<>(lines, charset, HeadingLine.find(lines, headings, needed));
        } catch (IOException | RuntimeException e) {
            lines.close();
            throw e;
        }
    }

    /** The next row that is not blank; null after the last one. */
    public @Nullable Row next() throws IOException {
        for (Row row = records.next(); row != null; row = records.next()) {
            if (row.broken() || !row.cells().stream().allMatch(String::isBlank)) {
                return row;
            }
        }
        return null;
    }

    /**
     * Whether something stands behind the last heading: a comma inside a cell, as in {@code 19,90}, moved what follows
     * one column on, so that no cell of the row can be trusted.
     */
    public boolean isTooWide(Row row) {
        return row.cells().stream().skip(headings().size()).anyMatch(cell -> !cell.isBlank());
    }

    /**
     * The cell of a column, without blanks at its ends; empty if the row or the table has none. Where its heading
     * stands twice over different cells (a parent's birth date and a child's), it is both of them, which no reader
     * takes.
     */
    public String text(Row row, C column) {
        List<Integer> places = found.columns().getOrDefault(column, List.of());
        return places.isEmpty() ? "" : cell(row, places.get(0));
    }

    private String cell(Row row, int place) {
        List<Integer> twins = found.twins().getOrDefault(place, List.of());
        return twins.isEmpty()
                ? row.cell(place)
                : Stream.concat(Stream.of(place), twins.stream())
                        .map(row::cell)
                        .filter(cell -> !cell.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(BOTH));
    }

    /** The cells of all columns that can hold the same thing, the preferred one first, without the blank ones. */
    public List<String> texts(Row row, C column) {
        return found.columns().getOrDefault(column, List.of()).stream()
                .map(place -> cell(row, place))
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    /** The columns that were found, each with its heading as written: one that is known, or that the user named. */
    public Map<C, String> columns() {
        Map<C, String> columns = new TreeMap<>();
        found.columns()
                .forEach((column, places) -> columns.put(column, headings().get(places.get(0))));
        return columns;
    }

    /** Whether the heading of a column says that the month stands first. */
    public boolean isMonthFirst(C column) {
        return found.monthFirst().contains(column);
    }

    /** All headings, as written. */
    public List<String> headings() {
        return found.headings();
    }

    /** How many lines above the headings were skipped: a title, a date. */
    public long skippedLines() {
        return found.skipped();
    }

    /** What separates the cells. */
    public char separator() {
        return found.separator();
    }

    /** The characters of the file. */
    public Charset charset() {
        return charset;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
