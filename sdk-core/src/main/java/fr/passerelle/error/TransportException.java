package fr.passerelle.error;

import org.jspecify.annotations.Nullable;

/** No response: the network failed, or an attempt took too long. */
public final class TransportException extends CallException {

    private static final long serialVersionUID = 1L;

    private final boolean mayHaveBeenProcessed;
    private final boolean sent;
    private final boolean theServers;

    /**
     * For an attempt without a response.
     *
     * @param problem what happened, without anything that the server sent
     * @param earlierMayHave whether an earlier attempt may have been processed
     * @param sent whether the last attempt had started to leave
     * @param theServers whether the network or the server is the reason, rather than this process
     */
    public TransportException(
            CallSite site,
            String problem,
            boolean earlierMayHave,
            boolean sent,
            boolean theServers,
            @Nullable Throwable cause) {
        super(site, end(site, sent) + ": " + problem + site.doubt(sent || earlierMayHave), cause);
        this.mayHaveBeenProcessed = sent || earlierMayHave;
        this.sent = sent;
        this.theServers = theServers;
    }

    private static String end(CallSite site, boolean sent) {
        if (sent) {
            return "got no response";
        }
        return site.attempts() > 1 ? "was not sent the last time" : "was not sent";
    }

    /** Whether the last attempt had started to leave. */
    public boolean sent() {
        return sent;
    }

    /** Whether the network or the server is the reason, rather than this process. */
    public boolean isTheServers() {
        return theServers;
    }

    @Override
    public boolean mayHaveBeenProcessed() {
        return mayHaveBeenProcessed;
    }
}
