package fr.passerelle.commandline.read;

/**
 * A text does not say, as a whole, what is asked of it. The message holds only the rule that is broken: what was
 * written may be somebody's own.
 */
public final class NotUnderstoodException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String rule;
    private final String piece;

    NotUnderstoodException(String rule, String piece) {
        // No stack trace: this is a response, not an accident, and lists have many.
        super(rule, null, false, false);
        this.rule = rule;
        this.piece = piece;
    }

    /** The stable name of the rule that is broken, for instance {@code no_amount}. */
    public String rule() {
        return rule;
    }

    /** What was not understood, as written: not for messages where the text is about a person. */
    public String piece() {
        return piece;
    }
}
