package fr.passerelle.sandbox.booking;

import fr.passerelle.sandbox.message.BookingReply;
import fr.passerelle.sandbox.state.Stock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every barcode a vendor has issued, until it is old enough to tell whether a booking holds it (reference 9.6): no
 * vendor's ticket is lost by a crash between its response and the booking.
 */
final class Orphans {

    private static final Duration GRACE = Duration.ofSeconds(60);

    /** A barcode, when it came and for which stock. */
    record Issued(String barcode, Stock stock, Instant at) {

        @Override
        public String toString() {
            return "ticket of stock " + stock.id;
        }
    }

    private final Deque<Issued> queue = new ArrayDeque<>();

    synchronized void remember(List<BookingReply.Ticket> tickets, Stock stock, Instant at) {
        tickets.forEach(ticket -> queue.addLast(new Issued(ticket.barcode(), stock, at)));
    }

    /** Takes the oldest barcode, unless it is younger than 60 s or there is none. */
    synchronized @Nullable Issued next(Instant now) {
        Issued oldest = queue.peekFirst();
        return oldest == null || oldest.at().plus(GRACE).isAfter(now) ? null : queue.pollFirst();
    }

    synchronized void clear() {
        queue.clear();
    }
}
