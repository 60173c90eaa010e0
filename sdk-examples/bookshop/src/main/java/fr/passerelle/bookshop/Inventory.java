package fr.passerelle.bookshop;

import fr.passerelle.bookshop.file.BookFile;
import fr.passerelle.bookshop.file.RefusedRows;
import fr.passerelle.bookshop.report.Pass;
import fr.passerelle.bookshop.report.Report;
import fr.passerelle.commandline.Console;
import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Programme;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Texts;
import fr.passerelle.commandline.file.FileProblemException;
import fr.passerelle.commandline.file.InputFile;
import fr.passerelle.commandline.table.MissingColumnsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A shop's file and the file of its refused rows, opened together for one pass.
 *
 * @param file what the shop has
 * @param refused where the rows go that are not applied; an older file is replaced
 * @param columns which column holds what, where the headings do not tell; null if they do
 */
record Inventory(Path file, Path refused, @Nullable String columns) {

    /**
     * The refused rows of {@code books.csv} go to {@code books-refused.csv} beside it, those of a pipe to this folder.
     */
    static Path refusedBeside(Path file) {
        Path name = file.getFileName();
        String text = name == null ? "books" : name.toString();
        int dot = text.lastIndexOf('.');
        Path folder = Files.isRegularFile(file) || !Files.exists(file) ? file : Path.of("books");
        return folder.resolveSibling((dot > 0 ? text.substring(0, dot) : text) + "-refused.csv");
    }

    /**
     * Does a job and prints its report, also of a job that fails half-way.
     *
     * @return whether every row was taken
     */
    boolean run(Surroundings surroundings, Pass pass, Consumer<Job> work) {
        Texts texts = surroundings.texts();
        Console console = surroundings.console();
        try (InputFile input = InputFile.open(file);
                RefusedRows rows = RefusedRows.to(refused, file)) {
            Report report = new Report(console, texts, pass, rows);
            BookFile.Listener listener = new BookFile.Listener(report::bad, report::completed);
            try (BookFile books = BookFile.open(input, columns, listener)) {
                report.begin(books.table());
                try {
                    work.accept(new Job(books, report, surroundings.interruption()));
                } finally {
                    report.end(books.rows());
                    rows.finish();
                }
            }
            return report.isClean();
        } catch (MissingColumnsException noTable) {
            String missing = noTable.missing().stream()
                    .map(column -> column.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            throw new FailedException(texts.of("file.columns", file, missing));
        } catch (FileProblemException wrong) {
            // Only what the user named is the user's to put right.
            throw wrong.problem() == FileProblemException.Problem.IS_INPUT
                    ? FailedException.unusable(Programme.told(wrong, texts))
                    : new FailedException(Programme.told(wrong, texts));
        } catch (IOException unreadable) {
            throw new FailedException(texts.of("file.unreadable", file));
        }
    }
}
