package fr.passerelle.season;

import fr.passerelle.commandline.Programme;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.vendor.ClientFailures;
import java.util.List;

/** Starts the programme. */
public final class Main {

    /** Where the texts stand. */
    public static final String TEXTS = "fr.passerelle.season.report.texts";

    private Main() {}

    /** Runs a command and ends with its exit code. */
    public static void main(String[] args) {
        List<String> arguments = List.of(args);
        System.exit(run(Surroundings.ofProcess(arguments, TEXTS), arguments));
    }

    /** Runs a command. Whatever goes wrong ends in one line, never in a stack trace. */
    static int run(Surroundings surroundings, List<String> arguments) {
        return new Programme(surroundings, failure -> ClientFailures.told(failure, surroundings.texts()))
                .run(
                        arguments,
                        "season",
                        new DemoCommand(surroundings),
                        new PublishCommand(surroundings),
                        new CinemaCommand(surroundings),
                        new ServeCommand(surroundings));
    }
}
