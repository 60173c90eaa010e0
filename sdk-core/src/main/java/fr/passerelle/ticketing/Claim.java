package fr.passerelle.ticketing;

import fr.passerelle.model.value.Remaining;
import java.util.List;

/** What a {@link TicketLedger} says to a booking that is to be sold. */
public sealed interface Claim {

    /** Nobody has sold it: the caller must, and then call {@link TicketLedger#give} or {@link TicketLedger#forget}. */
    record First() implements Claim {}

    /** Somebody is selling it at this moment: ask again shortly. */
    record InProgress() implements Claim {}

    /**
     * It was sold: the same tickets are the response.
     *
     * @param tickets as they were given
     * @param remaining as it was told with them, so that all deliveries are answered alike
     */
    record Sold(List<Ticket> tickets, Remaining remaining) implements Claim {

        /** A sale; the tickets are copied. */
        public Sold {
            tickets = List.copyOf(tickets);
        }
    }

    /**
     * It is over: cancelled, undone, an orphan, or older than what the same beneficiary has booked of this offer since.
     */
    record Over() implements Claim {}
}
