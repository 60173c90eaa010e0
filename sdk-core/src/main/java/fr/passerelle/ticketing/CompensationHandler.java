package fr.passerelle.ticketing;

import java.util.List;

/** Frees places whose tickets will never reach anybody. */
@FunctionalInterface
public interface CompensationHandler {

    /**
     * Called on a thread of the desk, once for each booking whose handler returned tickets that the programme was not
     * given: too late, not as many as places, or not kept by the ledger. In the last case it is called again if it
     * threw and the booking's message comes again.
     *
     * @param booking what was booked
     * @param tickets what the booking handler returned
     * @throws Exception anything; reported as {@link DeskOutcome#UNDO_FAILED}
     */
    void undo(BookingMessage booking, List<Ticket> tickets) throws Exception;
}
