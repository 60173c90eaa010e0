package fr.passerelle.internal.call;

import java.io.IOException;

/**
 * The permit of a request is stale, and nothing of the request has left. Ends in the rate limiter, which gives another.
 */
public final class StalePermitException extends IOException {

    private static final long serialVersionUID = 1L;

    public StalePermitException() {
        super("the permit is stale");
    }

    /** It is no failure: nobody reads its trace. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
