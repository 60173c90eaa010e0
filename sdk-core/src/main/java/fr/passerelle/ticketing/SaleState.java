package fr.passerelle.ticketing;

/** What became of the sale of a booking, as a {@link TicketLedger} has it. */
public enum SaleState {
    /** The booking handler was asked and has not responded. If it never does, the process has ended in between. */
    HELD,
    /** The tickets were given to the programme. */
    GIVEN,
    /**
     * Tickets are out that nobody will use: given too late and not taken back, of a booking that the same beneficiary
     * has tried again, or what is left of a pair of which the programme has cancelled one.
     */
    ORPHAN,
    /** The desk has taken the tickets back, because the programme was not given them. */
    UNDONE,
    /** The programme has cancelled the tickets. */
    CANCELLED
}
