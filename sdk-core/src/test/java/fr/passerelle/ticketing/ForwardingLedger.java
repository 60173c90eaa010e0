package fr.passerelle.ticketing;

import fr.passerelle.model.value.Remaining;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A ledger that a test may trip up. */
class ForwardingLedger implements TicketLedger {

    private final TicketLedger ledger;

    ForwardingLedger(TicketLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Claim claim(SaleAttempt attempt) {
        return ledger.claim(attempt);
    }

    @Override
    public boolean give(BookingKey booking, List<Ticket> tickets, Remaining remaining) {
        return ledger.give(booking, tickets, remaining);
    }

    @Override
    public void forget(BookingKey booking) {
        ledger.forget(booking);
    }

    @Override
    public boolean withdraw(BookingKey booking) {
        return ledger.withdraw(booking);
    }

    @Override
    public void undone(BookingKey booking) {
        ledger.undone(booking);
    }

    @Override
    public void cancelled(List<String> barcodes) {
        ledger.cancelled(barcodes);
    }

    @Override
    public Optional<SaleState> ticket(String barcode) {
        return ledger.ticket(barcode);
    }

    @Override
    public List<LedgerEntry> orphans(Instant heldBefore) {
        return ledger.orphans(heldBefore);
    }
}
