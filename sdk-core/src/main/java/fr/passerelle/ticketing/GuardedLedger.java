package fr.passerelle.ticketing;

import fr.passerelle.model.value.Remaining;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** A user's ledger: whatever it throws comes out as a {@link LedgerException}. */
final class GuardedLedger implements TicketLedger {

    private final TicketLedger ledger;

    GuardedLedger(TicketLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Claim claim(SaleAttempt attempt) {
        return guarded(() -> Objects.requireNonNull(ledger.claim(attempt), "the ledger's claim"));
    }

    @Override
    public boolean give(BookingKey booking, List<Ticket> tickets, Remaining remaining) {
        return guarded(() -> ledger.give(booking, tickets, remaining));
    }

    @Override
    public void forget(BookingKey booking) {
        guarded(() -> ledger.forget(booking));
    }

    @Override
    public boolean withdraw(BookingKey booking) {
        return guarded(() -> ledger.withdraw(booking));
    }

    @Override
    public void undone(BookingKey booking) {
        guarded(() -> ledger.undone(booking));
    }

    @Override
    public void cancelled(List<String> barcodes) {
        guarded(() -> ledger.cancelled(barcodes));
    }

    @Override
    public Optional<SaleState> ticket(String barcode) {
        return guarded(() -> ledger.ticket(barcode));
    }

    @Override
    public List<LedgerEntry> orphans(Instant heldBefore) {
        return guarded(() -> ledger.orphans(heldBefore));
    }

    private static void guarded(Runnable call) {
        try {
            call.run();
        } catch (Throwable thrown) {
            throw new LedgerException(thrown);
        }
    }

    private static <T> T guarded(Supplier<T> call) {
        try {
            return call.get();
        } catch (Throwable thrown) {
            throw new LedgerException(thrown);
        }
    }
}
