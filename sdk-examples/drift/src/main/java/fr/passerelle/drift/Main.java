package fr.passerelle.drift;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;

/** Starts the programme. */
public final class Main {

    private Main() {}

    /** Runs the command and ends with its exit code. */
    public static void main(String[] args) {
        System.exit(run(writer(FileDescriptor.out), writer(FileDescriptor.err), List.of(args), Locale.getDefault()));
    }

    /** Runs the command. Whatever goes wrong ends in one line, never in a stack trace. */
    static int run(PrintWriter out, PrintWriter err, List<String> arguments, Locale machine) {
        Texts texts = Texts.in(Language.of(arguments, machine));
        return new CommandLine(new DriftCommand(texts))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setResourceBundle(texts.bundle())
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler((wrong, given) -> fail(err, texts.of("usage.wrong", firstLine(wrong))))
                .setExecutionExceptionHandler((failure, command, given) -> fail(err, line(failure, texts)))
                .execute(arguments.toArray(String[]::new));
    }

    private static int fail(PrintWriter err, String line) {
        err.println(line);
        return ExitCode.USAGE;
    }

    private static String line(Exception failure, Texts texts) {
        return failure instanceof UnreadableContractException unreadable
                ? unreadable.line(texts)
                : texts.of("failed", failure.getClass().getSimpleName(), firstLine(failure));
    }

    private static String firstLine(Exception failure) {
        String message = failure.getMessage();
        return message == null ? "" : message.lines().findFirst().orElse("");
    }

    /** UTF-8 whatever the locale says: in the C locale accents would become question marks. */
    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
