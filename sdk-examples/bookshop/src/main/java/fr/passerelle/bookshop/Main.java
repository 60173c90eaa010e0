package fr.passerelle.bookshop;

import fr.passerelle.bookshop.report.Texts;
import fr.passerelle.client.error.AuthenticationException;
import fr.passerelle.client.error.DeadlineException;
import fr.passerelle.client.error.ForbiddenException;
import fr.passerelle.client.error.PassCultureException;
import fr.passerelle.client.error.ThrottledException;
import fr.passerelle.client.error.TransportException;
import fr.passerelle.client.error.UnreadableAnswerException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;

/** Starts the programme. */
public final class Main {

    private Main() {}

    /** Runs a command and ends with its exit code. */
    public static void main(String[] args) {
        List<String> arguments = List.of(args);
        Surroundings surroundings = new Surroundings(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                Terminal.isWatched(),
                Texts.in(Language.of(arguments, Locale.getDefault())),
                System.getenv(),
                Clock.systemUTC());
        System.exit(run(surroundings, arguments));
    }

    /** Runs a command. Whatever goes wrong ends in one line, never in a stack trace. */
    static int run(Surroundings surroundings, List<String> arguments) {
        Texts texts = surroundings.texts();
        CommandLine line = new CommandLine(new BookshopCommand(surroundings))
                .addSubcommand(new DemoCommand(surroundings))
                .addSubcommand(new UpsertCommand(surroundings))
                .addSubcommand(new MakeCsvCommand(surroundings))
                .setResourceBundle(texts.bundle())
                .setOut(writer(surroundings.out()))
                .setErr(writer(surroundings.err()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler((wrong, given) -> {
                    surroundings.err().println(texts.of("usage.wrong", firstLine(wrong), commandOf(wrong)));
                    return ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((failure, command, given) -> {
                    surroundings.err().println(line(failure, texts));
                    return ExitCode.FAILURE;
                });
        if (Language.unknown(arguments).isPresent()) {
            surroundings
                    .err()
                    .println(
                            texts.of("lang.unknown", Language.unknown(arguments).get()));
            return ExitCode.USAGE;
        }
        return line.execute(arguments.toArray(String[]::new));
    }

    private static String commandOf(CommandLine.ParameterException wrong) {
        return wrong.getCommandLine().getCommandSpec().qualifiedName();
    }

    /** What the user gets to see of a failure. The messages of the client hold neither keys nor people's data. */
    private static String line(Exception failure, Texts texts) {
        if (failure instanceof FailedException) {
            return texts.of("failed", String.valueOf(failure.getMessage()));
        }
        if (failure instanceof AuthenticationException) {
            return texts.of("failed", texts.of("failed.key"));
        }
        if (failure instanceof ForbiddenException) {
            return texts.of("failed", texts.of("failed.forbidden"));
        }
        if (failure instanceof ThrottledException) {
            return texts.of("failed", texts.of("failed.throttled"));
        }
        if (failure instanceof TransportException || failure instanceof DeadlineException) {
            return texts.of("failed", texts.of("failed.network", firstLine(failure)));
        }
        if (failure instanceof UnreadableAnswerException) {
            return texts.of("failed", texts.of("failed.no-programme", firstLine(failure)));
        }
        if (failure instanceof PassCultureException) {
            return texts.of("failed", firstLine(failure));
        }
        if (failure instanceof UncheckedIOException) {
            return texts.of("failed", texts.of("failed.file", firstLine(failure)));
        }
        return texts.of(
                "failed", texts.of("failed.unexpected", failure.getClass().getSimpleName(), firstLine(failure)));
    }

    private static String firstLine(Exception failure) {
        String message = failure.getMessage();
        return message == null ? "" : message.lines().findFirst().orElse("");
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, Terminal.charset());
    }

    /** UTF-8 whatever the locale says: in the C locale accents would become question marks. */
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, Terminal.charset());
    }
}
