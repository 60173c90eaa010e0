package fr.passerelle.error;

import java.time.Duration;

/**
 * The server failed too often lately and is left alone for some seconds: the call was not sent. Try again later; a call
 * that is let through then shows whether the server is well.
 */
public final class CircuitOpenException extends CallException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;
    private final boolean mayHaveBeenProcessed;

    /**
     * For a call that a server at rest does not get.
     *
     * @param retryAfter for how long the server is left alone from now on, at most; zero if calls that are to show how
     *     it is are under way
     * @param mayHaveBeenProcessed by an earlier attempt
     */
    public CircuitOpenException(CallSite site, Duration retryAfter, boolean mayHaveBeenProcessed) {
        super(
                site,
                "was not sent: the server failed too often lately; "
                        + (retryAfter.isZero()
                                ? "a few calls are under way that show how it is now"
                                : "calls are let through again in " + retryAfter.toMillis() + " ms")
                        + site.doubt(mayHaveBeenProcessed),
                null);
        this.retryAfter = retryAfter;
        this.mayHaveBeenProcessed = mayHaveBeenProcessed;
    }

    /**
     * How long the server is left alone from now on, at most; zero if calls that are to show how it is are under way.
     */
    public Duration retryAfter() {
        return retryAfter;
    }

    @Override
    public boolean mayHaveBeenProcessed() {
        return mayHaveBeenProcessed;
    }
}
