package fr.passerelle.boxoffice;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Starts the programme. */
public final class Main {

    private static final int FAILURE = 1;

    private Main() {}

    @Command(
            name = "box-office",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description =
                    "A vendor's box office on a database: no ticket sold twice, none lost sight of, no news missed.")
    private static final class BoxOfficeCommand {}

    /** Runs a command and ends with its exit code. */
    public static void main(String[] args) {
        System.exit(run(writer(System.out), writer(System.err), System.getenv(), args));
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    /** Runs a command. Whatever goes wrong ends in one line: the messages of the SDK hold nobody's data. */
    static int run(PrintWriter out, PrintWriter err, Map<String, String> environment, String... args) {
        return new CommandLine(new BoxOfficeCommand())
                .addSubcommand(new DemoCommand())
                .addSubcommand(new ReconcileCommand(environment))
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setExecutionExceptionHandler((failure, command, given) -> {
                    err.println("box-office: " + failure.getMessage());
                    return FAILURE;
                })
                .execute(args);
    }
}
