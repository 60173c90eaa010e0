package fr.passerelle.passculture;

import fr.passerelle.error.ApiException;
import fr.passerelle.error.CallException;
import fr.passerelle.model.booking.Booking;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the door learns about a beneficiary ({@link Bookings#admit}). It tells no more than the programme does: that
 * gives neither the moment of an earlier use nor, unless the booking was seen before, whether a countermark that no
 * longer works is used or cancelled.
 */
public final class Admission {

    /** Let in, or why not. */
    public enum Outcome {
        /** Let them in: the countermark is used now, and by this scan. */
        ADMITTED,
        /**
         * Somebody came in with this countermark at another door while this scan was under way; no response was lost.
         */
        ALREADY_USED,
        /** The booking was cancelled while this scan was under way. */
        CANCELLED,
        /**
         * The countermark no longer works: it is used, or the booking is cancelled. If that was so when this scan
         * began, there is no {@link #booking()}: the programme says no more of such a countermark, neither which of
         * both it is nor whose.
         */
        USED_OR_CANCELLED,
        /** The beneficiary may still cancel: not before {@link #admissibleFrom()}. */
        TOO_EARLY,
        /** The place is used and paid to the venue. */
        PAID_OUT,
        /** The structure that owns the venue is closed. */
        CLOSED,
        /** Nobody the vendor reaches has this countermark. */
        UNKNOWN,
        /**
         * The countermark was good when this scan began, and what became of it is not known: a response was lost. If
         * {@link #booking()} shows it as used, it was used since, by this scan or within the same seconds at another
         * door; nothing tells them apart. If not, scan once more.
         */
        UNCERTAIN
    }

    private final Outcome outcome;
    private final @Nullable Booking booking;
    private final boolean settled;
    private final @Nullable CallException failure;

    private Admission(Outcome outcome, @Nullable Booking booking, boolean settled, @Nullable CallException failure) {
        this.outcome = outcome;
        this.booking = booking;
        this.settled = settled;
        this.failure = failure;
    }

    /**
     * The beneficiary is let in; public, so that tests of yours can make one.
     *
     * @param booking as it is now
     * @param settled whether a response was lost on the way
     */
    public static Admission admitted(Booking booking, boolean settled) {
        return new Admission(Outcome.ADMITTED, Objects.requireNonNull(booking, "booking"), settled, null);
    }

    /**
     * The beneficiary is not let in; public, so that tests of yours can make one.
     *
     * @param booking null if the countermark did not work from the start
     * @throws IllegalArgumentException if the outcome is {@link Outcome#ADMITTED}
     */
    public static Admission refused(Outcome outcome, @Nullable Booking booking, CallException failure) {
        if (outcome == Outcome.ADMITTED) {
            throw new IllegalArgumentException("outcome: whoever is refused is not ADMITTED");
        }
        return new Admission(outcome, booking, false, Objects.requireNonNull(failure, "failure"));
    }

    /** Let in, or why not. */
    public Outcome outcome() {
        return outcome;
    }

    /** Whether to let the beneficiary in. */
    public boolean admitted() {
        return outcome == Outcome.ADMITTED;
    }

    /**
     * The booking, with its name and its places. Empty if the countermark did not work from the start, as the programme
     * shows a booking by its countermark only while that works (reference 7.2); {@link #explanation} says so.
     */
    public Optional<Booking> booking() {
        return Optional.ofNullable(booking);
    }

    /**
     * For a beneficiary who is admitted: whether a response was lost on the way. The server took a second try then, so
     * it was this scan that used the countermark.
     */
    public boolean settled() {
        return settled;
    }

    /**
     * For {@link Outcome#TOO_EARLY}: from when, if the programme tells; its {@link #serverMessage()} does in any case.
     */
    public Optional<Instant> admissibleFrom() {
        return outcome == Outcome.TOO_EARLY ? booking().map(Booking::cancellationLimit) : Optional.empty();
    }

    /**
     * The outcome in a sentence, for the person at the door: without the beneficiary's name and the countermark, so
     * that it may be logged.
     *
     * @param locale French for {@link Locale#FRENCH} and its countries, English for all others
     */
    public String explanation(Locale locale) {
        return AdmissionTexts.of(outcome, booking != null, locale);
    }

    /** The programme's own text, in French, for people to read; it may change, and may echo the countermark. */
    public Optional<String> serverMessage() {
        return failure instanceof ApiException refused
                ? refused.errors().values().stream().flatMap(List::stream).findFirst()
                : Optional.empty();
    }

    /** Why not, as the call told it; empty for a beneficiary who is admitted. */
    public Optional<CallException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Without the beneficiary, and without the programme's text. */
    @Override
    public String toString() {
        return "Admission[" + outcome + (settled ? ", settled" : "")
                + (booking == null ? "" : ", booking " + booking.id()) + "]";
    }
}
