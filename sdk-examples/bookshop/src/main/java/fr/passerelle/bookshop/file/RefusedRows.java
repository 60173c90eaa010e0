package fr.passerelle.bookshop.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.passerelle.commandline.file.FileProblemException;
import fr.passerelle.commandline.file.OutputFile;
import fr.passerelle.commandline.table.Cell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows that were not applied, as a CSV file: one line for each broken rule. Written as they come; an older file is
 * replaced when it is finished.
 */
public final class RefusedRows implements AutoCloseable {

    private final OutputFile file;
    private final CsvWriter csv;

    private RefusedRows(OutputFile file) {
        this.file = file;
        this.csv = CsvWriter.builder().build(file.writer());
    }

    /**
     * Starts a file.
     *
     * @param products which it must not be
     */
    public static RefusedRows to(Path path, Path products) throws FileProblemException {
        RefusedRows rows = new RefusedRows(OutputFile.begin(path, false, List.of(products)));
        rows.csv.writeRecord("line", "ean", "outcome", "field", "rule", "limit", "message");
        return rows;
    }

    /** A row of the file that breaks a rule. */
    public void add(BadRow row, Problem problem, String message) {
        add(row.line(), row.ean(), "bad_row", problem.field(), problem.rule(), problem.limit(), message);
    }

    /**
     * A row that was sent in vain.
     *
     * @param line 0 if the product is not in the file
     */
    public void add(long line, String ean, String outcome, String message) {
        add(line, ean, outcome, "", "", null, message);
    }

    private void add(
            long line, String ean, String outcome, String field, String rule, @Nullable String limit, String message) {
        csv.writeRecord(
                line == 0 ? "" : String.valueOf(line),
                Cell.safe(ean),
                outcome,
                field,
                rule,
                limit == null ? "" : limit,
                Cell.safe(message));
    }

    /**
     * Puts the file in its place.
     *
     * @throws FileProblemException if not all of it could be written
     */
    public void finish() throws FileProblemException {
        try {
            csv.flush();
        } catch (IOException | UncheckedIOException full) {
            // Finishing meets the same failure, and has the words for it.
        }
        file.finish();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
