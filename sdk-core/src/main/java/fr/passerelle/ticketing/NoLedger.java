package fr.passerelle.ticketing;

import fr.passerelle.model.value.Remaining;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Remembers nothing: every delivery is the first, and nobody else has given its tickets. */
final class NoLedger implements TicketLedger {

    private static final BookingKey NOBODY = new BookingKey("0".repeat(64));

    /** Stands for every booking, as nobody tells them apart. */
    static final SaleAttempt ANY = new SaleAttempt(NOBODY, NOBODY, 0, 0, 0, 1, Instant.EPOCH);

    @Override
    public Claim claim(SaleAttempt attempt) {
        return new Claim.First();
    }

    @Override
    public boolean give(BookingKey booking, List<Ticket> tickets, Remaining remaining) {
        return true;
    }

    @Override
    public void forget(BookingKey booking) {}

    @Override
    public boolean withdraw(BookingKey booking) {
        return true;
    }

    @Override
    public void undone(BookingKey booking) {}

    @Override
    public void cancelled(List<String> barcodes) {}

    @Override
    public Optional<SaleState> ticket(String barcode) {
        return Optional.empty();
    }

    @Override
    public List<LedgerEntry> orphans(Instant heldBefore) {
        return List.of();
    }
}
