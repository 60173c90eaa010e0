package fr.passerelle.season.agenda;

/** Leaves the reading of one record: it cannot be published, for the reason carried. Never leaves this package. */
final class NotPublishableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Finding reason;

    NotPublishableException(Finding reason) {
        // No stack trace: this is a response, not an accident.
        super(reason.code().code(), null, false, false);
        this.reason = reason;
    }

    NotPublishableException(FindingCode code, Object... details) {
        this(Finding.of(code, details));
    }

    Finding reason() {
        return reason;
    }
}
