package fr.passerelle.bookshop.file;

import fr.passerelle.commandline.file.InputFile;
import fr.passerelle.commandline.table.MissingColumnsException;
import fr.passerelle.commandline.table.Row;
import fr.passerelle.commandline.table.Table;
import fr.passerelle.model.offer.EanProductDraft;
import fr.passerelle.model.value.Ean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The products of a CSV file, row by row as they are asked for. Rows that cannot be sent are told and left out, and
 * reading goes on.
 */
public final class BookFile implements Iterator<EanProductDraft>, AutoCloseable {

    private final Table<Column> table;
    private final Listener listener;
    private final LineIndex lines = new LineIndex();
    private long rows;
    private @Nullable EanProductDraft next;

    private BookFile(Table<Column> table, Listener listener) {
        this.table = table;
        this.listener = listener;
    }

    /**
     * Hears what there is to tell about a file, when it is met.
     *
     * @param bad a row that cannot be sent
     * @param completed a number that was completed
     */
    public record Listener(Consumer<BadRow> bad, Consumer<CompletedEan> completed) {}

    /**
     * Opens a file.
     *
     * @param mapping which column holds what, where its headings do not tell; null if they do
     * @throws IOException if it cannot be read
     * @throws MissingColumnsException if no line of its beginning names the EAN, the price and the quantity
     * @throws IllegalArgumentException if the mapping names no column; the message is the piece
     */
    public static BookFile open(InputFile file, @Nullable String mapping, Listener listener) throws IOException {
        return new BookFile(
                Table.open(file, Column.HEADINGS.with(mapping, Column.class), EnumSet.allOf(Column.class)), listener);
    }

    /**
     * Checks a mapping of columns.
     *
     * @throws IllegalArgumentException if it names no column; the message is the piece
     */
    public static void checkColumns(@Nullable String mapping) {
        Column.HEADINGS.with(mapping, Column.class);
    }

    /** How it is read: where the columns stand, in which characters it is written, what was skipped. */
    public Table<Column> table() {
        return table;
    }

    /** How many rows were read until now, good and bad, without the header and empty ones. */
    public long rows() {
        return rows;
    }

    /** The line of a product that was read; 0 if there was none. */
    public long line(Ean ean) {
        return lines.line(Long.parseLong(ean.value()));
    }

    /**
     * Whether there is another good row.
     *
     * @throws UncheckedIOException if the file cannot be read on
     */
    @Override
    public boolean hasNext() {
        try {
            Row row = next == null ? table.next() : null;
            while (row != null) {
                next = read(row);
                row = next == null ? table.next() : null;
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return next != null;
    }

    @Override
    public EanProductDraft next() {
        EanProductDraft product = hasNext() ? next : null;
        if (product == null) {
            throw new NoSuchElementException();
        }
        next = null;
        return product;
    }

    private @Nullable EanProductDraft read(Row row) {
        rows++;
        if (row.broken()) {
            return refuse(row, "", List.of(new Problem("row", Problem.BROKEN_ROW, String.valueOf(Row.LONGEST_LINE))));
        }
        RowReader reader = new RowReader(table, row);
        if (table.isTooWide(row)) {
            String most = String.valueOf(table.headings().size());
            return refuse(row, reader.ean(), List.of(new Problem("row", Problem.TOO_MANY_CELLS, most)));
        }
        EanProductDraft product = reader.product();
        if (product == null) {
            return refuse(row, reader.ean(), reader.problems());
        }
        String ean = product.ean().value();
        long before = lines.put(Long.parseLong(ean), row.line());
        if (before != 0) {
            Problem again = new Problem(Column.EAN.title(), Problem.SEEN_BEFORE, String.valueOf(before));
            return refuse(row, ean, List.of(again));
        }
        if (!reader.ean().replaceAll("[ -]", "").equals(ean)) {
            listener.completed.accept(new CompletedEan(row.line(), reader.ean(), product.ean()));
        }
        return product;
    }

    private @Nullable EanProductDraft refuse(Row row, String ean, List<Problem> problems) {
        listener.bad.accept(new BadRow(row.line(), ean, problems));
        return null;
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
