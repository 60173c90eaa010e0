package fr.passerelle.client.error;

import org.jspecify.annotations.Nullable;

/** The call's deadline passed: attempts, pauses and waiting for a turn took longer than the call timeout. */
public final class DeadlineException extends PassCultureException {

    private static final long serialVersionUID = 1L;

    private final boolean mayHaveBeenProcessed;

    DeadlineException(CallSite site, String moment, boolean mayHaveBeenProcessed, @Nullable Throwable cause) {
        super(site, "missed its deadline " + moment + site.doubt(mayHaveBeenProcessed), cause);
        this.mayHaveBeenProcessed = mayHaveBeenProcessed;
    }

    @Override
    public boolean mayHaveBeenProcessed() {
        return mayHaveBeenProcessed;
    }
}
