package fr.passerelle.commandline;

/** What the commands tell the shell. */
public final class ExitCode {

    /** The command did what it was asked to. */
    public static final int OK = 0;

    /** The command could not go on. */
    public static final int FAILURE = 1;

    /** A wrong option, or a file of no use. */
    public static final int USAGE = 2;

    /** Some of what was to be done was refused, or is not confirmed; the rest is done. */
    public static final int SOME_REFUSED = 3;

    /** The command was interrupted, as the shell counts it: 128 and the number of Ctrl-C's signal. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
