package fr.passerelle.reconciliation;

import fr.passerelle.model.booking.Booking;
import fr.passerelle.model.booking.BookingStatus;
import fr.passerelle.ticketing.BookingKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the programme and a vendor's records differ. Tells nothing about the person.
 *
 * @param kind in what way
 * @param bookingId the programme's number; null if the programme has no such booking
 * @param key of the vendor's record; null if the programme has the booking
 * @param stockId the id of the date or stock; null if only the booking's number is known
 * @param quantity places: 1 or 2; 0 if only the booking's number is known
 * @param recorded the state that the vendor had; null if it had none
 * @param actual the state that the programme has; null if it has none
 */
public record Difference(
        Kind kind,
        @Nullable Long bookingId,
        @Nullable BookingKey key,
        @Nullable Long stockId,
        int quantity,
        @Nullable BookingStatus recorded,
        @Nullable BookingStatus actual) {

    /** In what way they differ. */
    public enum Kind {
        /** The vendor never heard of the booking, which may be used or cancelled by now. */
        MISSED_BOOKING,
        /** The booking was cancelled, and the vendor has it as booked or used. */
        MISSED_CANCELLATION,
        /**
         * The beneficiary was admitted, by somebody else than the vendor or by time, and the vendor has it as booked.
         * Of this the programme sends no news.
         */
        MISSED_USE,
        /** A booking that the vendor has as used was paid out. Of this the programme sends no news. */
        PAID_OUT,
        /**
         * Any other difference. Look at it: for instance a booking that the vendor has as cancelled and the programme
         * has not, or an admission that was taken back.
         */
        STATE_DIFFERS,
        /**
         * The vendor has a sale, and the programme has no booking of it: it never got the tickets, or lost them
         * (reference 9.6). The places can be sold again.
         */
        NEVER_BOOKED,
        /** The programme had a booking of this number once, and lists it no longer. */
        NO_LONGER_LISTED
    }

    /** What a booking of the programme differs in from a record, if in anything. */
    static Optional<Difference> of(@Nullable BookingStatus recorded, Booking booking) {
        BookingStatus actual = booking.status();
        if (actual.equals(recorded)) {
            return Optional.empty();
        }
        return Optional.of(new Difference(
                kind(recorded, actual), booking.id(), null, booking.stockId(), booking.quantity(), recorded, actual));
    }

    private static Kind kind(@Nullable BookingStatus recorded, BookingStatus actual) {
        if (recorded == null) {
            return Kind.MISSED_BOOKING;
        }
        boolean booked = recorded.equals(BookingStatus.CONFIRMED);
        boolean used = recorded.equals(BookingStatus.USED);
        if (actual.equals(BookingStatus.CANCELLED) && (booked || used)) {
            return Kind.MISSED_CANCELLATION;
        }
        boolean paid = actual.equals(BookingStatus.REIMBURSED);
        if (booked && (actual.equals(BookingStatus.USED) || paid)) {
            return Kind.MISSED_USE;
        }
        return used && paid ? Kind.PAID_OUT : Kind.STATE_DIFFERS;
    }

    static Difference neverBooked(RecordedSale sale) {
        return new Difference(Kind.NEVER_BOOKED, null, sale.key(), sale.stockId(), sale.quantity(), null, null);
    }

    static Difference noLongerListed(long bookingId) {
        return new Difference(Kind.NO_LONGER_LISTED, bookingId, null, null, 0, null, null);
    }
}
