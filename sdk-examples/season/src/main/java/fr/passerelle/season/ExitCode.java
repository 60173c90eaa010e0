package fr.passerelle.season;

/** What the commands tell the shell. */
final class ExitCode {

    static final int OK = 0;
    static final int FAILURE = 1;
    static final int USAGE = 2;
    /** Some records were refused, the others are published. */
    static final int SOME_REFUSED = 3;

    private ExitCode() {}
}
