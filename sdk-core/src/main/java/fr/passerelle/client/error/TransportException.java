package fr.passerelle.client.error;

import org.jspecify.annotations.Nullable;

/** No answer: the network failed, or an attempt took too long. */
public final class TransportException extends PassCultureException {

    private static final long serialVersionUID = 1L;

    private final boolean mayHaveBeenProcessed;

    TransportException(CallSite site, String problem, boolean mayHaveBeenProcessed, @Nullable Throwable cause) {
        super(site, "got no answer: " + problem + site.doubt(mayHaveBeenProcessed), cause);
        this.mayHaveBeenProcessed = mayHaveBeenProcessed;
    }

    @Override
    public boolean mayHaveBeenProcessed() {
        return mayHaveBeenProcessed;
    }
}
