package fr.passerelle.model.booking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether something may be done with a booking, and why not.
 *
 * @param reason why not; null when allowed
 * @param limit the instant that decides, for a reason that time brings or takes: when the cancellation window closes or
 *     closed; null otherwise
 */
public record Verdict(@Nullable Reason reason, @Nullable Instant limit) {

    /** Why not. */
    public enum Reason {
        /** Somebody was admitted with it before. */
        ALREADY_USED,
        /** It is cancelled. */
        CANCELLED,
        /** It is paid to the venue. */
        REIMBURSED,
        /** It was not used, so there is nothing to take back. */
        NOT_USED,
        /** Too early: the beneficiary may cancel until the limit. */
        VISITOR_MAY_STILL_CANCEL,
        /** Too late: the booking became final at the limit. */
        CANCELLATION_LIMIT_PASSED,
        /** This version does not know the state of the booking. */
        UNKNOWN_STATUS
    }

    static final Verdict ALLOWED = new Verdict(null, null);

    static Verdict refused(Reason reason, @Nullable Instant limit) {
        return new Verdict(reason, limit);
    }

    /** Whether it may be done. */
    public boolean allowed() {
        return reason == null;
    }
}
