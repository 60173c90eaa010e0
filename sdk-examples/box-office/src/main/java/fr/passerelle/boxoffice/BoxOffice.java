package fr.passerelle.boxoffice;

import fr.passerelle.jdbc.JdbcBookingRecords;
import fr.passerelle.jdbc.JdbcTicketLedger;
import fr.passerelle.jdbc.Schema;
import fr.passerelle.passculture.Bookings;
import fr.passerelle.reconciliation.BookingReconciler;
import fr.passerelle.reconciliation.Difference;
import fr.passerelle.ticketing.BookingKey;
import fr.passerelle.ticketing.BookingKeys;
import fr.passerelle.ticketing.LedgerEntry;
import fr.passerelle.ticketing.SaleState;
import fr.passerelle.ticketing.Ticket;
import fr.passerelle.ticketing.TicketLedger;
import fr.passerelle.ticketing.TicketingDesk;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** A vendor on one database: the hall, the ledger of what was sold, the records of what the programme has. */
final class BoxOffice {

    private final Hall hall;
    private final TicketLedger ledger;
    private final JdbcBookingRecords records;
    private final BookingKeys keys;

    BoxOffice(DataSource database, BookingKeys keys) {
        Schema.create(database);
        this.keys = keys;
        this.hall = new Hall(new Database(database), keys);
        this.ledger = new JdbcTicketLedger(database);
        this.records = new JdbcBookingRecords(database, keys);
    }

    Hall hall() {
        return hall;
    }

    TicketLedger ledger() {
        return ledger;
    }

    /** Takes the programme's messages. */
    TicketingDesk desk(String hmacKey) {
        return TicketingDesk.builder()
                .hmacKey(hmacKey)
                .ledger(ledger, keys)
                .onBooking(hall::sell)
                .onCancellation(hall::release)
                .onNotification(records::note)
                .build();
    }

    /** Compares the records with the programme's list. */
    BookingReconciler reconciler(Bookings bookings) {
        return BookingReconciler.of(bookings, records);
    }

    /**
     * Frees the places of tickets that nobody will use.
     *
     * @param heldBefore what was booked later may still be in progress
     * @return how many sales there were
     */
    int takeBackOrphans(Instant heldBefore) {
        List<LedgerEntry> orphans = ledger.orphans(heldBefore);
        for (LedgerEntry orphan : orphans) {
            BookingKey key = orphan.attempt().key();
            release(hall.heldFor(key)); // what the hall holds, also where the ledger never saw the tickets
            release(orphan.tickets().stream().map(Ticket::barcode).toList());
            if (orphan.state() == SaleState.HELD) {
                ledger.forget(key);
            } else {
                ledger.undone(key);
            }
        }
        return orphans.size();
    }

    /** Frees the places of a sale that the programme never booked; other differences change nothing in the hall. */
    void actOn(Difference difference) {
        BookingKey key = difference.key();
        if (difference.kind() == Difference.Kind.NEVER_BOOKED && key != null) {
            List<String> barcodes = hall.heldFor(key);
            release(barcodes);
            ledger.cancelled(barcodes);
        }
    }

    private void release(List<String> barcodes) {
        if (!barcodes.isEmpty()) {
            hall.release(barcodes);
        }
    }
}
