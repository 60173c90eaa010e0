package fr.passerelle.sandbox.school;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A school's booking of a collective offer. */
public final class CollectiveBooking {

    /** Where a booking stands. */
    public enum Status {
        PENDING,
        CONFIRMED,
        USED,
        CANCELLED,
        REIMBURSED
    }

    /** The reason that tells an expired booking from one that somebody cancelled. */
    public static final String EXPIRED = "EXPIRED";

    private static final Duration CANCELLATION_WINDOW = Duration.ofDays(30);

    public final long id;
    public final CollectiveOffer offer;
    public final Instant created;
    public Status status = Status.PENDING;
    public @Nullable String cancellationReason;
    public @Nullable Instant confirmed;
    public @Nullable Instant used;
    public @Nullable Instant reimbursed;
    public Instant cancellationLimit;

    /** Until when the school may confirm. */
    public Instant confirmationLimit;

    CollectiveBooking(long id, CollectiveOffer offer, Instant created) {
        this.id = id;
        this.offer = offer;
        this.created = created;
        this.cancellationLimit = cancellationLimit(offer.start, created);
        this.confirmationLimit = offer.bookingLimit;
    }

    /** Thirty days before the start, but never before {@code decided} (reference, section 8.5). */
    public static Instant cancellationLimit(Instant start, Instant decided) {
        Instant limit = start.minus(CANCELLATION_WINDOW);
        return limit.isBefore(decided) ? decided : limit;
    }

    /** Whether the institution pays, or has paid, for it. */
    boolean counts() {
        return status == Status.CONFIRMED || status == Status.USED || status == Status.REIMBURSED;
    }

    public boolean live() {
        return status != Status.CANCELLED;
    }

    /** Whether it was cancelled because nobody confirmed it in time. */
    public boolean expired() {
        return status == Status.CANCELLED && EXPIRED.equals(cancellationReason);
    }

    public void confirm(Instant now) {
        status = Status.CONFIRMED;
        confirmed = now;
    }

    public void use(Instant now) {
        status = Status.USED;
        used = now;
    }

    public void reimburse(Instant now) {
        status = Status.REIMBURSED;
        reimbursed = now;
    }

    public void cancel(String reason) {
        status = Status.CANCELLED;
        cancellationReason = reason;
        used = null;
    }

    /** Takes a confirmation, or a cancellation, back. */
    public void reset() {
        status = Status.PENDING;
        cancellationReason = null;
        confirmed = null;
    }
}
