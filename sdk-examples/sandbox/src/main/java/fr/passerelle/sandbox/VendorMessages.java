package fr.passerelle.sandbox;

import fr.passerelle.sandbox.state.Booking;

/**
 * What the platform sends to vendors when a booking is cancelled through the partner API (reference, section 9). Both
 * methods are called without the world's lock, after or before the change they speak of.
 */
public interface VendorMessages {

    /** Sends nothing; every vendor agrees. */
    VendorMessages NONE = new VendorMessages() {
        @Override
        public boolean releaseTickets(Booking booking) {
            return true;
        }

        @Override
        public void announceCancellation(Booking booking) {}
    };

    /**
     * Asks the vendor to take back the tickets of a booking that is about to be cancelled, waits for the response, and
     * applies what it says of the stock. Called for bookings of offers with tickets only; the booking still counts as
     * booked.
     *
     * @return false when the vendor failed: the booking must then stay as it is
     */
    boolean releaseTickets(Booking booking);

    /** Notifies, in the background, the vendor of an offer without tickets that a booking has been cancelled. */
    void announceCancellation(Booking booking);
}
