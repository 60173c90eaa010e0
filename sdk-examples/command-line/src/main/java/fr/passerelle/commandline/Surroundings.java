package fr.passerelle.commandline;

import java.io.FileDescriptor;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the commands find around them.
 *
 * @param out where they talk
 * @param err where they complain
 * @param terminal whether somebody watches
 * @param texts in the language of whom they talk to
 * @param environment variables of the process
 * @param clock the time
 * @param interruption Ctrl-C
 */
public record Surroundings(
        PrintStream out,
        PrintStream err,
        boolean terminal,
        Texts texts,
        Map<String, String> environment,
        Clock clock,
        Interruption interruption) {

    /** Those of a programme that nobody interrupts. */
    public Surroundings(
            PrintStream out,
            PrintStream err,
            boolean terminal,
            Texts texts,
            Map<String, String> environment,
            Clock clock) {
        this(out, err, terminal, texts, environment, clock, Interruption.none());
    }

    /**
     * Those of this process, in the language that its user asks for, or else the machine's.
     *
     * @param bundle where the programme's texts stand
     */
    public static Surroundings ofProcess(List<String> arguments, String bundle) {
        return ofProcess(Texts.in(Language.of(arguments, Locale.getDefault()), bundle));
    }

    /** Those of this process. */
    public static Surroundings ofProcess(Texts texts) {
        return new Surroundings(
                Terminal.stream(FileDescriptor.out),
                Terminal.stream(FileDescriptor.err),
                Terminal.isWatched(),
                texts,
                System.getenv(),
                Clock.systemUTC(),
                Interruption.ofProcess());
    }

    /** Where aligned lines are written. */
    public Console console() {
        return new Console(out, terminal);
    }

    /** The environment is left out: it may hold a key. */
    @Override
    public String toString() {
        return "Surroundings[" + texts.locale() + "]";
    }
}
