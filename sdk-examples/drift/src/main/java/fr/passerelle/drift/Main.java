package fr.passerelle.drift;

import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Programme;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Texts;
import java.util.List;
import picocli.CommandLine;

/** Starts the programme. */
public final class Main {

    /** Where the texts stand. */
    static final String TEXTS = "fr.passerelle.drift.texts";

    private Main() {}

    /** Runs the command and ends with its exit code. */
    public static void main(String[] args) {
        List<String> arguments = List.of(args);
        System.exit(run(Surroundings.ofProcess(arguments, TEXTS), arguments));
    }

    /** Runs the command. Whatever goes wrong ends in one line, never in a stack trace. */
    static int run(Surroundings surroundings, List<String> arguments) {
        Texts texts = surroundings.texts();
        return new Programme(surroundings, failure -> FailedException.unusable(line(failure, texts)))
                .run(arguments, new CommandLine(new DriftCommand(texts)).setCaseInsensitiveEnumValuesAllowed(true));
    }

    private static String line(Exception failure, Texts texts) {
        return failure instanceof UnreadableContractException unreadable
                ? unreadable.line(texts)
                : texts.of("failed.unexpected", failure.getClass().getSimpleName(), Programme.firstLine(failure));
    }
}
