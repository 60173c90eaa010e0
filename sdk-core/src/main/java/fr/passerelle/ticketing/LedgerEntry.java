package fr.passerelle.ticketing;

import java.util.List;

/**
 * A sale in a ledger.
 *
 * @param attempt what was asked for
 * @param state what became of it
 * @param tickets those that are out: none if the handler has not responded
 */
public record LedgerEntry(SaleAttempt attempt, SaleState state, List<Ticket> tickets) {

    /** A sale; the tickets are copied. */
    public LedgerEntry {
        tickets = List.copyOf(tickets);
    }
}
