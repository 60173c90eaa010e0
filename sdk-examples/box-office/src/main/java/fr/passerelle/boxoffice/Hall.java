package fr.passerelle.boxoffice;

import fr.passerelle.boxoffice.Database.Transaction;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.ticketing.BookingKey;
import fr.passerelle.ticketing.BookingKeys;
import fr.passerelle.ticketing.BookingMessage;
import fr.passerelle.ticketing.BookingResponse;
import fr.passerelle.ticketing.CancellationResponse;
import fr.passerelle.ticketing.Ticket;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The vendor's places, and who holds them. The booking's key stands with each, so that what is held can be found. */
final class Hall {

    private static final String OPEN = "INSERT INTO hall (stock_id, free) VALUES (?, ?)";
    private static final String FREE = "SELECT free FROM hall WHERE stock_id = ?";
    private static final String FREE_LOCKED = FREE + " FOR UPDATE";
    private static final String TAKE = "UPDATE hall SET free = free - ? WHERE stock_id = ?";
    private static final String GIVE_BACK = "UPDATE hall SET free = free + 1 WHERE stock_id = ?";
    private static final String HOLD = "INSERT INTO held_place (barcode, stock_id, booking_key) VALUES (?, ?, ?)";
    private static final String STOCK_OF = "SELECT stock_id FROM held_place WHERE barcode = ?";
    private static final String RELEASE = "DELETE FROM held_place WHERE barcode = ?";
    private static final String HELD_FOR = "SELECT barcode FROM held_place WHERE booking_key = ?";
    private static final String HELD = "SELECT COUNT(*) FROM held_place";

    private final Database database;
    private final BookingKeys keys;

    Hall(Database database, BookingKeys keys) {
        database.createTables();
        this.database = database;
        this.keys = keys;
    }

    /** Puts a date on sale. */
    void open(long stockId, long places) {
        database.transaction(transaction -> transaction.change(OPEN, stockId, places));
    }

    /** Sells, if there are places enough. */
    BookingResponse sell(BookingMessage booking) {
        String key = keys.of(booking).value();
        return database.transaction(transaction -> {
            long free = transaction
                    .first(FREE_LOCKED, row -> row.getLong(1), booking.stockId())
                    .orElse(0L);
            if (free == 0) {
                return BookingResponse.soldOut();
            }
            if (free < booking.quantity()) {
                return BookingResponse.notEnoughSeats(free);
            }
            transaction.change(TAKE, booking.quantity(), booking.stockId());
            List<Ticket> tickets = new ArrayList<>();
            for (int i = 0; i < booking.quantity(); i++) {
                String barcode = booking.stockId() + "-" + UUID.randomUUID();
                transaction.change(HOLD, barcode, booking.stockId(), key);
                tickets.add(Ticket.of(barcode));
            }
            return BookingResponse.tickets(Remaining.of(free - booking.quantity()), tickets);
        });
    }

    /** Takes tickets back. Barcodes that are void or were never sold change nothing. */
    CancellationResponse release(List<String> barcodes) {
        return database.transaction(transaction -> {
            for (String barcode : barcodes) {
                release(transaction, barcode);
            }
            return CancellationResponse.cancelled(Remaining.of(transaction
                    .first(FREE, row -> row.getLong(1), stockOf(barcodes.get(0)))
                    .orElse(0L)));
        });
    }

    private static void release(Transaction transaction, String barcode) throws SQLException {
        var stock = transaction.first(STOCK_OF, row -> row.getLong(1), barcode);
        if (stock.isPresent() && transaction.change(RELEASE, barcode) == 1) {
            transaction.change(GIVE_BACK, stock.get());
        }
    }

    /** The date is part of the barcode, so that it can be told of one that nobody holds. */
    private static long stockOf(String barcode) {
        String digits = barcode.replaceFirst("^(\\d{1,18})-.*$|^.*$", "$1");
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }

    /** The barcodes of the places that are held for a booking, whatever a ledger knows of it. */
    List<String> heldFor(BookingKey booking) {
        return database.transaction(
                transaction -> transaction.list(HELD_FOR, row -> row.getString(1), booking.value()));
    }

    /** How many places are held. */
    long held() {
        return database.transaction(
                transaction -> transaction.first(HELD, row -> row.getLong(1)).orElse(0L));
    }
}
