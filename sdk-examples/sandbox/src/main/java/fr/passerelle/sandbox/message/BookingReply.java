package fr.passerelle.sandbox.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a vendor's response to a booking message means (reference 9.4), before the tickets are counted. */
public sealed interface BookingReply {

    /**
     * One ticket.
     *
     * @param barcode at most 100 characters
     * @param seat at most 100 characters
     */
    record Ticket(String barcode, @Nullable String seat) {}

    /**
     * Tickets were issued; their number may differ from what was asked.
     *
     * @param tickets in the order of the response
     * @param remaining what the vendor says is left, never {@link RemainingSeats.Untouched}
     */
    record Issued(List<Ticket> tickets, RemainingSeats remaining) implements BookingReply {}

    /** Nothing is left. */
    record SoldOut() implements BookingReply {}

    /**
     * Fewer places are left than were asked for.
     *
     * @param seats how many, zero or more
     */
    record NotEnoughSeats(long seats) implements BookingReply {}

    /** The vendor refused, failed, answered something unreadable or could not be reached. */
    record Refused() implements BookingReply {}

    /** A response the programme does not handle: the beneficiary sees a 500. */
    record Unhandled() implements BookingReply {}
}
