package fr.passerelle.reconciliation;

import fr.passerelle.model.booking.BookingFilter;

/**
 * Whose bookings are compared.
 *
 * @param kind of what
 * @param id its id in the programme
 */
public record BookingScope(Kind kind, long id) {

    /** What has bookings. */
    public enum Kind {
        /** All offers of a venue. */
        VENUE,
        /** One event or product. */
        OFFER
    }

    /** All bookings of a venue. */
    public static BookingScope venue(long venueId) {
        return new BookingScope(Kind.VENUE, venueId);
    }

    /** The bookings of one event or product. */
    public static BookingScope offer(long offerId) {
        return new BookingScope(Kind.OFFER, offerId);
    }

    /** The same as a filter of the programme's list. */
    public BookingFilter filter() {
        return kind == Kind.VENUE ? BookingFilter.ofVenue(id) : BookingFilter.ofOffer(id);
    }
}
