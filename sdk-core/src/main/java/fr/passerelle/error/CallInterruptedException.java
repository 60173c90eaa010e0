package fr.passerelle.error;

/** The calling thread was interrupted, or the call's future cancelled. The thread's interrupt flag is set again. */
public final class CallInterruptedException extends CallException {

    private static final long serialVersionUID = 1L;

    private final boolean mayHaveBeenProcessed;

    /** For a call whose thread was interrupted, or whose future was cancelled. */
    public CallInterruptedException(CallSite site, boolean mayHaveBeenProcessed) {
        super(site, "was interrupted" + site.doubt(mayHaveBeenProcessed), null);
        this.mayHaveBeenProcessed = mayHaveBeenProcessed;
    }

    @Override
    public boolean mayHaveBeenProcessed() {
        return mayHaveBeenProcessed;
    }
}
