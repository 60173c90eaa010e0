package fr.passerelle.boxoffice;

import fr.passerelle.boxoffice.door.DoorCommand;
import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Programme;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Texts;
import fr.passerelle.commandline.vendor.ClientFailures;
import fr.passerelle.jdbc.DatabaseException;
import java.util.List;

/** Starts the programme. */
public final class Main {

    /** Where the texts stand. */
    public static final String TEXTS = "fr.passerelle.boxoffice.texts";

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
                        "box-office",
                        new DemoCommand(surroundings),
                        new ReconcileCommand(surroundings),
                        new DoorCommand(surroundings));
    }

    private static FailedException told(Exception failure, Texts texts) {
        return failure instanceof DatabaseException database
                ? new FailedException(texts.of("failed.database", database.sqlState()))
                : ClientFailures.told(failure, texts);
    }
}
