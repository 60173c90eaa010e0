package fr.passerelle.counsellor;

/** A question or a file that the command can do nothing with; the message is the one line that its user gets to see. */
public final class UnusableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says why, in the user's language. */
    public UnusableException(String sentence) {
        super(sentence);
    }
}
