package fr.passerelle.door;

import fr.passerelle.model.rule.PasserelleException;

/** A journal cannot be written or read: a full disk, most likely. Nobody was admitted by the call that threw it. */
public final class JournalException extends PasserelleException {

    private static final long serialVersionUID = 1L;

    /**
     * For journals of your own, and for tests.
     *
     * @param message what failed, without a code
     * @param cause why
     */
    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What was written may be found when the journal is opened next; the same nonce then finds itself. */
    @Override
    public boolean mayHaveBeenProcessed() {
        return true;
    }
}
