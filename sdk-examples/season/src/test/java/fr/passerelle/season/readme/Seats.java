package fr.passerelle.season.readme;

import fr.passerelle.model.value.Remaining;
import fr.passerelle.ticketing.BookingKey;
import fr.passerelle.ticketing.BookingKeys;
import fr.passerelle.ticketing.BookingMessage;
import fr.passerelle.ticketing.BookingResponse;
import fr.passerelle.ticketing.CancellationResponse;
import fr.passerelle.ticketing.NotificationMessage;
import fr.passerelle.ticketing.Ticket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stands for the reader's own system: a hall of ten seats. */
final class Seats {

    private final BookingKeys keys;
    private final Map<BookingKey, List<String>> held = new HashMap<>();
    private int left = 10;
    private int sold;

    Seats(BookingKeys keys) {
        this.keys = keys;
    }

    synchronized BookingResponse tryHold(BookingMessage booking) {
        if (left < booking.quantity()) {
            return left == 0 ? BookingResponse.soldOut() : BookingResponse.notEnoughSeats(left);
        }
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < booking.quantity(); i++) {
            tickets.add(Ticket.of("SEAT-" + ++sold));
        }
        left -= booking.quantity();
        held.put(keys.of(booking), tickets.stream().map(Ticket::barcode).toList());
        return BookingResponse.tickets(Remaining.of(left), tickets);
    }

    synchronized List<String> heldFor(BookingKey booking) {
        return held.getOrDefault(booking, List.of());
    }

    synchronized CancellationResponse release(List<String> barcodes) {
        for (List<String> tickets : held.values()) {
            left += (int) tickets.stream().filter(barcodes::contains).count();
        }
        held.values().removeIf(barcodes::containsAll);
        return CancellationResponse.cancelled(Remaining.of(left));
    }

    synchronized void note(NotificationMessage notice) {
        left -= notice.booking().quantity();
    }

    synchronized int left() {
        return left;
    }
}
