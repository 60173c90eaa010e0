package fr.passerelle.sandbox.message;

/** What a vendor's response says about the places left on its side. */
public sealed interface RemainingSeats {

    /**
     * A number of places.
     *
     * @param seats below zero only in a response to a booking message
     */
    record Seats(long seats) implements RemainingSeats {}

    /** The vendor sent null or nothing: no limit. */
    record Unlimited() implements RemainingSeats {}

    /** The vendor's response could not be read: the programme keeps the figure it has. */
    record Untouched() implements RemainingSeats {}
}
