package fr.passerelle.bookshop;

import fr.passerelle.bookshop.report.Console;
import fr.passerelle.bookshop.report.Texts;
import java.io.PrintStream;
import java.time.Clock;
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
 */
record Surroundings(
        PrintStream out, PrintStream err, boolean terminal, Texts texts, Map<String, String> environment, Clock clock) {

    Console console() {
        return new Console(out, terminal);
    }

    /** The environment is left out: it may hold a key. */
    @Override
    public String toString() {
        return "Surroundings[" + texts.locale() + "]";
    }
}
