package fr.passerelle.bookshop;

/** What the commands tell the shell. */
final class ExitCode {

    static final int OK = 0;
    static final int FAILURE = 1;
    static final int USAGE = 2;
    /** Some rows were refused or are not confirmed, the others are applied. */
    static final int SOME_REFUSED = 3;

    private ExitCode() {}
}
