package fr.passerelle.commandline;

import fr.passerelle.commandline.file.FileProblemException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Runs commands in their surroundings. Whatever goes wrong ends in one line, never in a stack trace. */
public final class Programme {

    private static final int HELP_WIDTH = 100;

    private final Surroundings surroundings;
    private final Function<Exception, FailedException> failures;

    /**
     * A programme.
     *
     * @param failures what its user gets to see of a failure; {@link #unexpected} for those it does not know
     */
    public Programme(Surroundings surroundings, Function<Exception, FailedException> failures) {
        this.surroundings = surroundings;
        this.failures = failures;
    }

    /**
     * Runs one of several commands.
     *
     * @param name of the programme
     * @param commands annotated for picocli
     * @return the exit code
     */
    public int run(List<String> arguments, String name, Object... commands) {
        Optional<String> unknown = Language.unknown(arguments);
        if (unknown.isPresent()) {
            surroundings.err().println(surroundings.texts().of("lang.unknown", unknown.get()));
            return ExitCode.USAGE;
        }
        CommandLine line = new CommandLine(new Root(surroundings.texts())).setCommandName(name);
        for (Object command : commands) {
            line.addSubcommand(command);
        }
        return run(arguments, line);
    }

    /**
     * Runs a command of its own.
     *
     * @return the exit code
     */
    public int run(List<String> arguments, CommandLine line) {
        try {
            return checked(execute(arguments, line));
        } finally {
            surroundings.interruption().end();
        }
    }

    private int checked(int exitCode) {
        // Whoever reads a report that breaks off must not believe that all went well.
        if (surroundings.out().checkError()) {
            surroundings
                    .err()
                    .println(surroundings
                            .texts()
                            .of("failed", surroundings.texts().of("output.lost")));
            return exitCode == ExitCode.OK ? ExitCode.FAILURE : exitCode;
        }
        return exitCode;
    }

    private int execute(List<String> arguments, CommandLine line) {
        return line.setResourceBundle(surroundings.texts().bundle())
                .setOut(writer(surroundings.out()))
                .setErr(writer(surroundings.err()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(HELP_WIDTH)
                .setParameterExceptionHandler((wrong, given) -> complain(wrong, List.of(given)))
                .setExecutionExceptionHandler((failure, command, given) -> complain(failure))
                .execute(arguments.toArray(String[]::new));
    }

    private int complain(ParameterException wrong, List<String> given) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        Texts texts = surroundings.texts();
        surroundings.err().println(texts.of("usage.wrong", Usage.told(wrong, given, texts), command));
        return ExitCode.USAGE;
    }

    private int complain(Exception failure) {
        FailedException failed = told(failure);
        surroundings.err().println(surroundings.texts().of("failed", String.valueOf(failed.getMessage())));
        return failed.exitCode();
    }

    private FailedException told(Exception failure) {
        if (failure instanceof FailedException known) {
            return known;
        }
        if (failure instanceof FileProblemException file) {
            String sentence = told(file, surroundings.texts());
            return file.isUnderWay() ? new FailedException(sentence) : FailedException.unusable(sentence);
        }
        return failures.apply(failure);
    }

    /** What is wrong with a file, in one sentence. */
    public static String told(FileProblemException wrong, Texts texts) {
        return texts.of("file", wrong.problem(), wrong.path());
    }

    /** A failure that nobody foresaw. */
    public static FailedException unexpected(Exception failure, Texts texts) {
        return new FailedException(
                texts.of("failed.unexpected", failure.getClass().getSimpleName(), firstLine(failure)));
    }

    /** The first line of what an exception says. */
    public static String firstLine(Exception failure) {
        String message = failure.getMessage();
        return message == null ? "" : message.lines().findFirst().orElse("");
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, Terminal.charset());
    }

    /** The programme itself; the work is done by its commands. */
    @Command(mixinStandardHelpOptions = true, versionProvider = Version.class)
    private static final class Root implements Runnable {

        private final Texts texts;

        // Told of so that every command takes it; Language has read it by then, to translate the help.
        @SuppressWarnings("UnusedVariable")
        @Option(names = "--lang", paramLabel = "fr|en", descriptionKey = "lang", scope = ScopeType.INHERIT)
        private String lang = "";

        @Spec
        private CommandSpec command = CommandSpec.create();

        Root(Texts texts) {
            this.texts = texts;
        }

        @Override
        public void run() {
            throw new ParameterException(command.commandLine(), texts.of("command.missing"));
        }
    }
}
