package fr.passerelle.bookshop;

import fr.passerelle.bookshop.file.BookMaker;
import fr.passerelle.commandline.Console;
import fr.passerelle.commandline.ExitCode;
import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Programme;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Texts;
import fr.passerelle.commandline.Version;
import fr.passerelle.commandline.file.FileProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bookshop make-csv}: a file of invented books. */
@Command(name = "make-csv", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class MakeCsvCommand implements Callable<Integer> {

    private static final int PROGRESS_STEP = 1_000;

    private final Surroundings surroundings;

    @Option(names = "--rows", paramLabel = "N", defaultValue = "50000", descriptionKey = "make-csv.rows")
    private long rows;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            descriptionKey = "make-csv.output")
    private @Nullable Path output;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", descriptionKey = "make-csv.seed")
    private long seed;

    @Spec
    private CommandSpec command = CommandSpec.create();

    MakeCsvCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Texts texts = surroundings.texts();
        Console console = surroundings.console();
        Path file = Objects.requireNonNull(output);
        RowCount.check(rows, command, texts);
        try {
            new BookMaker(seed).write(rows, file, done -> {
                if (done % PROGRESS_STEP == 0) {
                    console.passing(texts.of("progress", texts.number(done)));
                }
            });
        } catch (FileProblemException wrong) {
            throw new FailedException(Programme.told(wrong, texts));
        } catch (IOException | UncheckedIOException full) {
            throw new FailedException(texts.of("file.unwritable", file));
        }
        console.line(texts.of("make-csv.done", file, texts.number(rows)));
        return ExitCode.OK;
    }
}
