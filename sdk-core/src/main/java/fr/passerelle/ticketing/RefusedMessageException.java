package fr.passerelle.ticketing;

/** Ends the work on a message; never leaves this package. It has no stack trace, because anybody may cause one. */
final class RefusedMessageException extends Exception {

    private static final long serialVersionUID = 1L;

    private final DeskOutcome outcome;

    RefusedMessageException(DeskOutcome outcome) {
        super(outcome.name(), null, false, false);
        this.outcome = outcome;
    }

    DeskOutcome outcome() {
        return outcome;
    }
}
