package fr.passerelle.counsellor;

import fr.passerelle.counsellor.text.Texts;
import java.io.PrintStream;
import java.time.Clock;

/**
 * What the commands find around them.
 *
 * @param out where they talk
 * @param err where they complain
 * @param texts in the language of whom they talk to
 * @param clock the time
 */
record Surroundings(PrintStream out, PrintStream err, Texts texts, Clock clock) {}
