package fr.passerelle.counsellor;

import fr.passerelle.counsellor.text.Texts;
import fr.passerelle.model.rule.RuleViolationException;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Starts the programme. */
public final class Main {

    private Main() {}

    /** Runs a command and ends with its exit code. */
    public static void main(String[] args) {
        List<String> arguments = List.of(args);
        Surroundings surroundings = new Surroundings(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                Texts.in(Language.of(arguments)),
                Clock.systemUTC());
        System.exit(run(surroundings, arguments));
    }

    /** Runs a command. Whatever goes wrong ends in one line, never in a stack trace. */
    static int run(Surroundings surroundings, List<String> arguments) {
        Texts texts = surroundings.texts();
        Optional<String> unknown = Language.unknown(arguments);
        if (unknown.isPresent()) {
            surroundings.err().println(texts.of("lang.unknown", unknown.get()));
            return ExitCode.USAGE;
        }
        return new CommandLine(new CounsellorCommand(surroundings))
                .addSubcommand(new EntitlementCommand(surroundings))
                .addSubcommand(new AuditCommand(surroundings))
                .addSubcommand(new AffordCommand(surroundings))
                .addSubcommand(new CheckCommand(surroundings))
                .setResourceBundle(texts.bundle())
                .setOut(writer(surroundings.out()))
                .setErr(writer(surroundings.err()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler((wrong, given) -> {
                    surroundings.err().println(texts.of("usage.wrong", usage(wrong, texts), commandOf(wrong)));
                    return ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((failure, command, given) -> {
                    surroundings.err().println(line(failure, texts));
                    return unusable(failure) ? ExitCode.USAGE : ExitCode.FAILURE;
                })
                .execute(arguments.toArray(String[]::new));
    }

    private static boolean unusable(Exception failure) {
        return failure instanceof UnusableException || failure instanceof RuleViolationException;
    }

    private static String commandOf(ParameterException wrong) {
        return wrong.getCommandLine().getCommandSpec().qualifiedName();
    }

    /** What is wrong with the arguments, in the user's language where picocli itself has only English. */
    private static String usage(ParameterException wrong, Texts texts) {
        if (wrong instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return texts.of(
                    "usage.missing",
                    missing.getMissing().stream().map(Main::name).collect(Collectors.joining(", ")));
        }
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return texts.of("usage.unknown", String.join(" ", unmatched.getUnmatched()));
        }
        return firstLine(wrong);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String line(Exception failure, Texts texts) {
        if (failure instanceof UnusableException) {
            return texts.of("failed", firstLine(failure));
        }
        if (failure instanceof RuleViolationException broken) {
            return texts.of("failed", broken.message(texts.locale()));
        }
        if (failure instanceof IOException unreadable) {
            return texts.of("failed", texts.problem(unreadable));
        }
        return texts.of(
                "failed", texts.of("failed.unexpected", failure.getClass().getSimpleName(), firstLine(failure)));
    }

    private static String firstLine(Exception failure) {
        String message = failure.getMessage();
        return message == null ? "" : message.lines().findFirst().orElse("");
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, charset());
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, charset());
    }

    /** UTF-8 whatever the locale says, but for consoles of Windows, which have code pages of their own. */
    @SuppressWarnings("SystemConsoleNull") // since Java 22 there may be one without a terminal: its charset will do too
    private static Charset charset() {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows");
        Console console = System.console();
        return windows && console != null ? console.charset() : StandardCharsets.UTF_8;
    }
}
