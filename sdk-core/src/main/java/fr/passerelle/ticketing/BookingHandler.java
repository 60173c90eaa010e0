package fr.passerelle.ticketing;

/** Sells places: holds them in the vendor's system and returns their tickets, or says why not. */
@FunctionalInterface
public interface BookingHandler {

    /**
     * Called on a thread of the desk: once for each booking with a {@link TicketLedger}, else once for each delivery.
     *
     * @param booking who books what
     * @return as many tickets as places booked, or a refusal
     * @throws Exception anything; the programme is told that nothing was booked, so nothing must stay held
     */
    BookingResponse book(BookingMessage booking) throws Exception;
}
