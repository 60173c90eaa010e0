package fr.passerelle.reconciliation;

import fr.passerelle.model.booking.Booking;
import fr.passerelle.model.booking.BookingStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What a vendor knows of the programme's bookings; implemented over the vendor's own store. Messages hold no booking
 * id, so a record begins with the {@link fr.passerelle.ticketing.BookingKeys key} of its message and gets the id when
 * the reconciler finds it.
 *
 * <p>A record is <em>open</em> if it has an id and its state is neither {@link BookingStatus#CANCELLED} nor
 * {@link BookingStatus#REIMBURSED}: nothing leads out of these two.
 */
public interface BookingRecords {

    /**
     * The state in which the vendor has a booking, found by its id or else by its key; empty if it never heard of it.
     */
    Optional<BookingStatus> status(Booking booking);

    /**
     * Takes over a booking as the programme has it, its id included: adds the record that {@link #status} did not find,
     * or changes the one that it found. Keep no more of the person than the vendor needs.
     */
    void save(Booking booking);

    /** The smallest id, from this one on, of an open record in the scope; empty if there is none. */
    OptionalLong nextOpen(BookingScope scope, long from);

    /**
     * Records in the scope that were made before a moment, are not cancelled and have no id. Read to its end and closed
     * by the reconciler.
     */
    Stream<RecordedSale> withoutId(BookingScope scope, Instant before);

    /** The id up to which new bookings of the scope were looked for; 0 at first. */
    long watermark(BookingScope scope);

    /** Keeps that id. Called after each page, so that a run which is interrupted goes on from there. */
    void watermark(BookingScope scope, long bookingId);
}
