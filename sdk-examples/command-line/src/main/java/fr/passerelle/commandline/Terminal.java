package fr.passerelle.commandline;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether somebody watches, and what the screen understands. */
final class Terminal {

    private Terminal() {}

    /** Whether output goes to a terminal that can overwrite a line. */
    static boolean isWatched() {
        return console().isPresent() && !"dumb".equals(System.getenv("TERM"));
    }

    /**
     * UTF-8 whatever the locale says: in the C locale accents would become question marks. But for Windows, whose
     * consoles have code pages of their own.
     */
    static Charset charset() {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows");
        return console().filter(console -> windows).map(Console::charset).orElse(StandardCharsets.UTF_8);
    }

    /** A stream of the process, in the charset that the screen understands. */
    static PrintStream stream(FileDescriptor descriptor) {
        Charset charset = charset();
        OutputStream out = new FileOutputStream(descriptor);
        return new PrintStream(
                charset.equals(StandardCharsets.UTF_8) ? new PrintableStream(new BufferedOutputStream(out)) : out,
                true,
                charset);
    }

    @SuppressWarnings("SystemConsoleNull") // isTerminal() is asked below, where there is one
    private static Optional<Console> console() {
        return Optional.ofNullable(System.console()).filter(Terminal::isTerminal);
    }

    /** Since Java 22 there is a console without a terminal too, and a method that tells them apart. */
    private static boolean isTerminal(Console console) {
        try {
            @Nullable Object response = Console.class.getMethod("isTerminal").invoke(console);
            return Boolean.TRUE.equals(response);
        } catch (ReflectiveOperationException olderJava) {
            return true;
        }
    }
}
