package fr.passerelle.model.booking;

import static fr.passerelle.model.booking.BookingStatus.CANCELLED;
import static fr.passerelle.model.booking.BookingStatus.CONFIRMED;
import static fr.passerelle.model.booking.BookingStatus.REIMBURSED;
import static fr.passerelle.model.booking.BookingStatus.USED;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor can do with a countermark, and what the state of the booking says to it: the table of reference 7.2 as
 * code. A state that a row does not name, also one that this version does not know, refuses.
 */
@SuppressWarnings(
        "ImmutableEnumChecker") // open enums and Map.of are immutable; the checker wants an annotation we do not depend
// on
public enum BookingAction {

    /** Admit the beneficiary (operation 35). For an event, only once the beneficiary can no longer cancel. */
    USE(
            CONFIRMED,
            USED,
            Window.AFTER_CANCELLATION_LIMIT,
            Map.of(
                    USED, Verdict.Reason.ALREADY_USED,
                    CANCELLED, Verdict.Reason.CANCELLED,
                    REIMBURSED, Verdict.Reason.REIMBURSED)),

    /** Take an admission back (operation 36). */
    KEEP(
            USED,
            CONFIRMED,
            Window.ANY_TIME,
            Map.of(
                    CONFIRMED, Verdict.Reason.NOT_USED,
                    CANCELLED, Verdict.Reason.CANCELLED,
                    REIMBURSED, Verdict.Reason.REIMBURSED)),

    /** Cancel for the beneficiary (operation 37). For an event, only as long as the beneficiary could do it too. */
    CANCEL(
            CONFIRMED,
            CANCELLED,
            Window.BEFORE_CANCELLATION_LIMIT,
            Map.of(
                    USED, Verdict.Reason.ALREADY_USED,
                    CANCELLED, Verdict.Reason.CANCELLED,
                    REIMBURSED, Verdict.Reason.REIMBURSED));

    private enum Window {
        ANY_TIME,
        BEFORE_CANCELLATION_LIMIT,
        AFTER_CANCELLATION_LIMIT
    }

    private final BookingStatus from;
    private final BookingStatus to;
    private final Window window;
    private final Map<BookingStatus, Verdict.Reason> refusals;

    BookingAction(BookingStatus from, BookingStatus to, Window window, Map<BookingStatus, Verdict.Reason> refusals) {
        this.from = from;
        this.to = to;
        this.window = window;
        this.refusals = refusals;
    }

    /** The state that the action starts from. */
    public BookingStatus from() {
        return from;
    }

    /** The state that the action leads to. */
    public BookingStatus to() {
        return to;
    }

    /**
     * Whether the action is allowed.
     *
     * @param status the state of the booking
     * @param cancellationLimit until when (exclusive) the beneficiary may cancel; null for a product, which has no such
     *     limit
     * @param at the moment of the action
     */
    public Verdict judge(BookingStatus status, @Nullable Instant cancellationLimit, Instant at) {
        if (!status.equals(from)) {
            return Verdict.refused(refusals.getOrDefault(status, Verdict.Reason.UNKNOWN_STATUS), null);
        }
        if (cancellationLimit == null || window == Window.ANY_TIME) {
            return Verdict.ALLOWED;
        }
        boolean beneficiaryMayCancel = at.isBefore(cancellationLimit);
        if (window == Window.AFTER_CANCELLATION_LIMIT) {
            return beneficiaryMayCancel
                    ? Verdict.refused(Verdict.Reason.VISITOR_MAY_STILL_CANCEL, cancellationLimit)
                    : Verdict.ALLOWED;
        }
        return beneficiaryMayCancel
                ? Verdict.ALLOWED
                : Verdict.refused(Verdict.Reason.CANCELLATION_LIMIT_PASSED, cancellationLimit);
    }
}
