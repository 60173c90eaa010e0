package fr.passerelle.sharedpace;

import fr.passerelle.commandline.Programme;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.vendor.ClientFailures;
import java.util.List;

/** Starts the programme. */
public final class Main {

    /** Where the texts stand. */
    static final String TEXTS = "fr.passerelle.sharedpace.texts";

    private Main() {}

    /** Runs a command and ends with its exit code. */
    public static void main(String[] args) {
        List<String> arguments = List.of(args);
        System.exit(run(Surroundings.ofProcess(arguments, TEXTS), arguments));
    }

    /** Runs a command. Whatever goes wrong ends in one line, never in a stack trace. */
    static int run(Surroundings surroundings, List<String> arguments) {
        return new Programme(surroundings, failure -> ClientFailures.told(failure, surroundings.texts()))
                .run(arguments, "shared-pace", new DemoCommand(surroundings), new WorkCommand(surroundings));
    }
}
