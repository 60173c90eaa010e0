package fr.passerelle.drift;

/** What the command tells the shell. */
final class ExitCode {

    static final int COVERED = 0;
    static final int NOT_COVERED = 1;
    /** Wrong usage, or a file that cannot be read. */
    static final int USAGE = 2;

    private ExitCode() {}
}
