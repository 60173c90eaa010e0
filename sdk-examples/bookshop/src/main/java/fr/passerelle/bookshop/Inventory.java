package fr.passerelle.bookshop;

import fr.passerelle.bookshop.file.BookFile;
import fr.passerelle.bookshop.file.MissingColumnsException;
import fr.passerelle.bookshop.file.RefusedRows;
import fr.passerelle.bookshop.report.Pass;
import fr.passerelle.bookshop.report.Report;
import fr.passerelle.commandline.Console;
import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A shop's file and the file of its refused rows, opened together for one pass.
 *
 * @param file what the shop has
 * @param refused where the rows go that are not applied; an older file is replaced
 */
record Inventory(Path file, Path refused) {

    /** The refused rows of {@code books.csv} go to {@code books-refused.csv} beside it. */
    static Path refusedBeside(Path file) {
        Path name = file.getFileName();
        String text = name == null ? "books" : name.toString();
        int dot = text.lastIndexOf('.');
        return file.resolveSibling((dot > 0 ? text.substring(0, dot) : text) + "-refused.csv");
    }

    /**
     * Does a job and prints its report, also of a job that fails half-way.
     *
     * @return whether every row was taken
     */
    boolean run(Surroundings surroundings, Pass pass, Consumer<Job> work) {
        Texts texts = surroundings.texts();
        Console console = surroundings.console();
        try (RefusedRows rows = refusedRows(texts)) {
            Report report = new Report(console, texts, pass, rows);
            try (BookFile books = BookFile.open(file, report::bad)) {
                try {
                    work.accept(new Job(books, report));
                } finally {
                    report.end(books.rows());
                }
            }
            return report.isClean();
        } catch (MissingColumnsException noTable) {
            throw new FailedException(texts.of("file.columns", file, String.valueOf(noTable.getMessage())));
        } catch (IOException unreadable) {
            throw new FailedException(texts.of("file.unreadable", file));
        }
    }

    private RefusedRows refusedRows(Texts texts) {
        try {
            return RefusedRows.to(refused);
        } catch (IOException noPlace) {
            throw new FailedException(texts.of("file.unwritable", refused));
        }
    }
}
