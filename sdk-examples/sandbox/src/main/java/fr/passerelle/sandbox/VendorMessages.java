package fr.passerelle.sandbox;

import fr.passerelle.sandbox.state.Booking;

/**
 * What the platform sends to vendors when a booking is cancelled through the partner API (reference, section 9), before
 * or after the change. What waits for a vendor is called without the world's lock.
 */
public interface VendorMessages {

    /** What the vendor said to taking tickets back. */
    enum Release {
        /** They are taken back: the booking can be cancelled. */
        DONE,

        /**
         * They were taken back before. The programme mishandles this word of the vendor's: no booking ends as it should
         * after it.
         */
        ALREADY,

        /** They are not: the booking must stay as it is. */
        FAILED
    }

    /** Sends nothing; every vendor agrees. */
    VendorMessages NONE = new VendorMessages() {
        @Override
        public Release releaseTickets(Booking booking) {
            return Release.DONE;
        }

        @Override
        public void announceCancellation(Booking booking) {}
    };

    /**
     * Asks the vendor to take back the tickets of a booking that is about to be cancelled, waits for the response, and
     * applies what it says of the stock. Called for bookings of offers with tickets only; the booking still counts as
     * booked.
     */
    Release releaseTickets(Booking booking);

    /** Notifies, in the background, the vendor of an offer without tickets that a booking has been cancelled. */
    void announceCancellation(Booking booking);
}
