package fr.passerelle.season.demo;

import fr.passerelle.model.value.Remaining;
import fr.passerelle.ticketing.BookingMessage;
import fr.passerelle.ticketing.BookingResponse;
import fr.passerelle.ticketing.CancellationResponse;
import fr.passerelle.ticketing.Ticket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The vendor's own books: what is left of each date, which tickets are out, who has come in. Safe for many threads. */
final class SeatLedger {

    /** What the door says to a barcode. */
    enum Scan {
        ADMITTED,
        ALREADY_IN,
        VOID
    }

    private record Issued(long dateId, boolean admitted) {}

    private final Map<Long, Long> free = new HashMap<>();
    private final Map<String, Issued> issued = new HashMap<>();
    private int numbers;

    /** Puts a date on sale. */
    synchronized void open(long dateId, long places) {
        free.put(dateId, places);
    }

    /** Sells, if there are places enough. */
    synchronized BookingResponse sell(BookingMessage booking) {
        long left = free.getOrDefault(booking.stockId(), 0L);
        if (left == 0) {
            return BookingResponse.soldOut();
        }
        if (left < booking.quantity()) {
            return BookingResponse.notEnoughSeats(left);
        }
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < booking.quantity(); i++) {
            numbers++;
            // The date is part of the barcode, so that it can be told of a barcode nobody remembers.
            String barcode = booking.stockId() + "-" + numbers;
            issued.put(barcode, new Issued(booking.stockId(), false));
            tickets.add(Ticket.of(barcode, "N° " + numbers));
        }
        free.put(booking.stockId(), left - booking.quantity());
        return BookingResponse.tickets(Remaining.of(left - booking.quantity()), tickets);
    }

    /** Takes tickets back. Barcodes that are void or were never issued change nothing. */
    synchronized CancellationResponse release(List<String> barcodes) {
        long date = dateOf(barcodes.get(0));
        for (String barcode : barcodes) {
            Issued ticket = issued.remove(barcode);
            if (ticket != null) {
                free.merge(ticket.dateId(), 1L, Long::sum);
            }
        }
        return CancellationResponse.cancelled(Remaining.of(free.getOrDefault(date, 0L)));
    }

    /** Lets in whoever shows this barcode, once. */
    synchronized Scan scan(String barcode) {
        Issued ticket = issued.get(barcode);
        if (ticket == null) {
            return Scan.VOID;
        }
        issued.put(barcode, new Issued(ticket.dateId(), true));
        return ticket.admitted() ? Scan.ALREADY_IN : Scan.ADMITTED;
    }

    /** How many tickets are out. */
    synchronized int ticketCount() {
        return issued.size();
    }

    private static long dateOf(String barcode) {
        int dash = barcode.indexOf('-');
        try {
            return Long.parseLong(barcode.substring(0, Math.max(dash, 0)));
        } catch (NumberFormatException notOurs) {
            return 0;
        }
    }
}
