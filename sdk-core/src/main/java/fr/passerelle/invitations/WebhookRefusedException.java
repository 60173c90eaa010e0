package fr.passerelle.invitations;

import fr.passerelle.model.rule.PasserelleException;

/**
 * A message that does not come from the programme, or not now. Respond with {@link #status()} and nothing else. It has
 * no stack trace, because anybody may cause one.
 */
public final class WebhookRefusedException extends PasserelleException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Reason {
        /** The signature header is absent, blank or too long, or none of its parts can be read. */
        SIGNATURE_MISSING(401),
        /** No key made any of its signatures for these bytes and this time. */
        SIGNATURE_WRONG(401),
        /** It was signed longer ago than is tolerated: an old message, replayed, or a clock that is wrong. */
        TOO_OLD(401),
        /** It was signed later than now, by more than is tolerated: a clock is wrong. */
        TOO_EARLY(401),
        /** The body is longer than is read. It was not hashed. */
        BODY_TOO_LARGE(413),
        /** The signature is right, and the body is no message that this version reads. */
        UNREADABLE(400);

        private final int status;

        Reason(int status) {
            this.status = status;
        }
    }

    private final Reason reason;

    /** For your own tests too. */
    public WebhookRefusedException(Reason reason) {
        super("the webhook's message is refused: " + reason, null);
        this.reason = reason;
    }

    /** What is wrong with it. */
    public Reason reason() {
        return reason;
    }

    /** The HTTP status to respond with. */
    public int status() {
        return reason.status;
    }

    /** Nothing was done with it. */
    @Override
    public boolean mayHaveBeenProcessed() {
        return false;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
