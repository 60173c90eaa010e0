package fr.passerelle.bookshop;

import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Programme;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Texts;
import fr.passerelle.commandline.vendor.ClientFailures;
import java.io.UncheckedIOException;
import java.util.List;

/** Starts the programme. */
public final class Main {

    /** Where the texts stand. */
    public static final String TEXTS = "fr.passerelle.bookshop.report.texts";

    private Main() {}

    /** Runs a command and ends with its exit code. */
    public static void main(String[] args) {
        List<String> arguments = List.of(args);
        System.exit(run(Surroundings.ofProcess(arguments, TEXTS), arguments));
    }

    /** Runs a command. Whatever goes wrong ends in one line, never in a stack trace. */
    static int run(Surroundings surroundings, List<String> arguments) {
        return new Programme(surroundings, failure -> told(failure, surroundings.texts()))
                .run(
                        arguments,
                        "bookshop",
                        new DemoCommand(surroundings),
                        new UpsertCommand(surroundings),
                        new MakeCsvCommand(surroundings));
    }

    private static FailedException told(Exception failure, Texts texts) {
        return failure instanceof UncheckedIOException
                ? new FailedException(texts.of("failed.file", Programme.firstLine(failure)))
                : ClientFailures.told(failure, texts);
    }
}
