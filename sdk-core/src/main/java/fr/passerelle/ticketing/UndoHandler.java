package fr.passerelle.ticketing;

import java.util.List;

/** Frees places whose tickets will never reach anybody. */
@FunctionalInterface
public interface UndoHandler {

    /**
     * Called on a thread of the desk, at most once for each booking, when the booking handler returned tickets that the
     * programme was not given: too late, or not as many as places.
     *
     * @param booking what was booked
     * @param tickets what the booking handler returned
     * @throws Exception anything; reported as {@link DeskOutcome#UNDO_FAILED}
     */
    void undo(BookingMessage booking, List<Ticket> tickets) throws Exception;
}
