package fr.passerelle.error;

import java.time.Duration;

/**
 * The server failed too often lately and is left alone for some seconds: the call was not sent. Try again later; a call
 * that is let through then shows whether the server is well.
 */
public final class CircuitOpenException extends CallException {

    private static final long serialVersionUID = 1L;

    private final boolean mayHaveBeenProcessed;

    /**
     * For a call that a server at rest does not get.
     *
     * @param rest for how long the server is left alone
     * @param mayHaveBeenProcessed by an earlier attempt
     */
    public CircuitOpenException(CallSite site, Duration rest, boolean mayHaveBeenProcessed) {
        super(
                site,
                "was not sent: the server has failed too often lately; calls are tried again within " + rest
                        + site.doubt(mayHaveBeenProcessed),
                null);
        this.mayHaveBeenProcessed = mayHaveBeenProcessed;
    }

    @Override
    public boolean mayHaveBeenProcessed() {
        return mayHaveBeenProcessed;
    }
}
