package fr.passerelle.bookshop.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The rows that were not applied, as a CSV file: one line for each broken rule. Written as they come. */
public final class RefusedRows implements AutoCloseable {

    private final CsvWriter csv;

    private RefusedRows(CsvWriter csv) {
        this.csv = csv;
    }

    /** Starts a file, in place of an older one. */
    public static RefusedRows to(Path file) throws IOException {
        RefusedRows rows = new RefusedRows(CsvWriter.builder().build(file, StandardCharsets.UTF_8));
        rows.csv.writeRecord("line", "ean", "outcome", "field", "rule", "limit", "message");
        return rows;
    }

    /** A row of the file that breaks a rule. */
    public void add(BadRow row, Problem problem, String message) {
        add(row.line(), row.ean(), "bad_row", problem.field(), problem.rule(), problem.limit(), message);
    }

    /** A row that was sent in vain. */
    public void add(long line, String ean, String outcome, String message) {
        add(line, ean, outcome, "", "", null, message);
    }

    private void add(
            long line, String ean, String outcome, String field, String rule, @Nullable String limit, String message) {
        csv.writeRecord(String.valueOf(line), ean, outcome, field, rule, limit == null ? "" : limit, message);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
