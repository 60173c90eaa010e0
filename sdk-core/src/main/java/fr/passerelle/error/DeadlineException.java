package fr.passerelle.error;

import org.jspecify.annotations.Nullable;

/** The call's deadline passed: attempts, pauses and waiting for a permit took longer than the call timeout. */
public final class DeadlineException extends CallException {

    private static final long serialVersionUID = 1L;

    private final boolean mayHaveBeenProcessed;

    /**
     * For a call that took too long.
     *
     * @param moment when, such as "while waiting for the response"
     * @param cause what was under way; null for nothing
     */
    public DeadlineException(CallSite site, String moment, boolean mayHaveBeenProcessed, @Nullable Throwable cause) {
        super(site, "missed its deadline " + moment + site.doubt(mayHaveBeenProcessed), cause);
        this.mayHaveBeenProcessed = mayHaveBeenProcessed;
    }

    @Override
    public boolean mayHaveBeenProcessed() {
        return mayHaveBeenProcessed;
    }
}
