package fr.passerelle.counsellor;

/** What the commands tell the shell. */
final class ExitCode {

    /** The question was answered, whatever the answer. */
    static final int OK = 0;
    /** A case differs, or something unforeseen stopped the command. */
    static final int FAILURE = 1;
    /** The question, or a file, is unusable. */
    static final int USAGE = 2;

    private ExitCode() {}
}
