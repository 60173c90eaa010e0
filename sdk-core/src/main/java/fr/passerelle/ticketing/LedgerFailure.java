package fr.passerelle.ticketing;

/** What a ledger threw, so that it is not taken for what a handler threw. Never leaves this package. */
final class LedgerFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Throwable thrown;

    LedgerFailure(Throwable thrown) {
        super(null, thrown, false, false);
        this.thrown = thrown;
    }

    /** What a user's code threw in truth. */
    static Throwable unwrap(Throwable failure) {
        return failure instanceof LedgerFailure ledgers ? ledgers.thrown : failure;
    }
}
