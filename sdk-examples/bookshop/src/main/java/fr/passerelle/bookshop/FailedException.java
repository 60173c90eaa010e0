package fr.passerelle.bookshop;

/** A command cannot go on; the message is the one line that its user gets to see. */
final class FailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FailedException(String message) {
        super(message);
    }
}
