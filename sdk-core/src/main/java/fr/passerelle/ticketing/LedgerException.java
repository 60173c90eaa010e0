package fr.passerelle.ticketing;

/** What a ledger threw, so that it is not taken for what a handler threw. Never leaves this package. */
final class LedgerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Throwable thrown;

    LedgerException(Throwable thrown) {
        super(null, thrown, false, false);
        this.thrown = thrown;
    }

    /** What a user's code threw in truth. */
    static Throwable unwrap(Throwable failure) {
        return failure instanceof LedgerException ledgers ? ledgers.thrown : failure;
    }
}
