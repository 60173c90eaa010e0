package fr.passerelle.season.picture;

import fr.passerelle.season.agenda.Finding;
import fr.passerelle.season.agenda.FindingCode;

/** A picture is left out, for the reason carried; its event goes on without it. Never leaves this package. */
final class LeftOutException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Finding reason;

    LeftOutException(FindingCode code, Object... details) {
        // No stack trace: this is a response, not an accident.
        super(code.code(), null, false, false);
        this.reason = Finding.of(code, details);
    }

    Finding reason() {
        return reason;
    }
}
