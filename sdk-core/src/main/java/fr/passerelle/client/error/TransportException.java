package fr.passerelle.client.error;

import org.jspecify.annotations.Nullable;

/** No answer: the network failed, or an attempt took too long. */
public final class TransportException extends PassCultureException {

    private static final long serialVersionUID = 1L;

    private final boolean mayHaveBeenProcessed;
    private final boolean sent;
    private final boolean theServers;

    TransportException(
            CallSite site,
            String problem,
            boolean earlierMayHave,
            boolean sent,
            boolean theServers,
            @Nullable Throwable cause) {
        super(site, "got no answer: " + problem + site.doubt(sent || earlierMayHave), cause);
        this.mayHaveBeenProcessed = sent || earlierMayHave;
        this.sent = sent;
        this.theServers = theServers;
    }

    /** Whether the last attempt had begun to leave. */
    boolean sent() {
        return sent;
    }

    /** Whether the network or the server is the reason. */
    boolean isTheServers() {
        return theServers;
    }

    @Override
    public boolean mayHaveBeenProcessed() {
        return mayHaveBeenProcessed;
    }
}
