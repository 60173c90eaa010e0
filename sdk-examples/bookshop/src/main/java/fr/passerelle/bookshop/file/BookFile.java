package fr.passerelle.bookshop.file;

import fr.passerelle.model.offer.EanProductDraft;
import fr.passerelle.model.value.Ean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The products of a CSV file, row by row as they are asked for. Its first row names the columns; they are separated by
 * commas, semicolons or tabs. Rows that cannot be sent are told and left out, and reading goes on.
 */
public final class BookFile implements Iterator<EanProductDraft>, AutoCloseable {

    private final Records records;
    private final List<String> header;
    private final Consumer<BadRow> onBadRow;
    private final LineIndex lines = new LineIndex();
    private long rows;
    private @Nullable EanProductDraft next;

    private BookFile(Records records, List<String> header, Consumer<BadRow> onBadRow) {
        this.records = records;
        this.header = header;
        this.onBadRow = onBadRow;
    }

    /**
     * Opens a file.
     *
     * @param onBadRow gets each row that cannot be sent, when it is met
     * @throws IOException if it cannot be read
     * @throws MissingColumnsException if its first row does not name the EAN, the price and the quantity
     */
    public static BookFile open(Path path, Consumer<BadRow> onBadRow) throws IOException {
        Records records = new Records(path);
        try {
            List<String> header = records.header();
            List<String> missing = Column.missing(header);
            if (!missing.isEmpty()) {
                throw new MissingColumnsException(missing);
            }
            return new BookFile(records, header, onBadRow);
        } catch (IOException | MissingColumnsException noProducts) {
            records.close();
            throw noProducts;
        }
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
            Records.Row row = next == null ? records.next() : null;
            while (row != null) {
                next = read(row);
                row = next == null ? records.next() : null;
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

    private @Nullable EanProductDraft read(Records.Row row) {
        rows++;
        List<String> fields = row.fields();
        if (fields == null) {
            return refuse(row, "", List.of(new Problem("row", Problem.BROKEN_ROW, String.valueOf(Lines.LONGEST))));
        }
        RowReader reader = new RowReader(header, fields);
        EanProductDraft product = reader.product();
        if (product == null) {
            return refuse(row, reader.text(Column.EAN), reader.problems());
        }
        String ean = product.ean().value();
        long before = lines.put(Long.parseLong(ean), row.line());
        if (before != 0) {
            Problem again = new Problem(Column.EAN.title(), Problem.SEEN_BEFORE, String.valueOf(before));
            return refuse(row, ean, List.of(again));
        }
        return product;
    }

    private @Nullable EanProductDraft refuse(Records.Row row, String ean, List<Problem> problems) {
        onBadRow.accept(new BadRow(row.line(), ean, problems));
        return null;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
