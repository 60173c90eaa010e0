package fr.passerelle.commandline;

/** A command cannot go on; the message is the one line that its user gets to see. */
public final class FailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    /** Ends the command with {@link ExitCode#FAILURE}. */
    public FailedException(String line) {
        this(line, ExitCode.FAILURE);
    }

    private FailedException(String line, int exitCode) {
        super(line);
        this.exitCode = exitCode;
    }

    /** A question or a file that the command can do nothing with: ends it with {@link ExitCode#USAGE}. */
    public static FailedException unusable(String line) {
        return new FailedException(line, ExitCode.USAGE);
    }

    /** What the shell is told. */
    public int exitCode() {
        return exitCode;
    }
}
