package fr.passerelle.ticketing;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a ledger could not be told when it failed, so that a redelivery of the same message starts from what is known
 * instead of waiting for nobody. Bounded: the oldest is forgotten, and then left to {@link TicketLedger#orphans}.
 */
final class UnsettledSales {

    /**
     * A sale whose ledger failed.
     *
     * @param claimed false if it is not known whether this desk holds it
     * @param tickets that were sold and could not be kept; may be none
     * @param takenBack whether those were taken back
     */
    record Unsettled(boolean claimed, List<Ticket> tickets, boolean takenBack) {

        /** The ledger threw when it was asked: it may hold the sale for this desk or for another one. */
        static final Unsettled IN_DOUBT = new Unsettled(false, List.of(), false);

        /** It is held by this desk, and nothing was sold. */
        static final Unsettled NOT_SOLD = new Unsettled(true, List.of(), false);

        /** These tickets were sold, and the ledger threw when it was given them. */
        static Unsettled sold(List<Ticket> tickets) {
            return new Unsettled(true, tickets, false);
        }

        Unsettled afterTakingBack() {
            return new Unsettled(claimed, tickets, true);
        }
    }

    private static final int MOST = 1_000;

    private final Map<BookingKey, Unsettled> sales = new LinkedHashMap<>();
    private final Set<String> cancelled = new LinkedHashSet<>();

    synchronized void put(BookingKey booking, Unsettled sale) {
        sales.put(booking, sale);
        if (sales.size() > MOST) {
            sales.remove(sales.keySet().iterator().next());
        }
    }

    /** Gives it to one caller only, who puts it back if it stays unsettled. */
    synchronized @Nullable Unsettled take(BookingKey booking) {
        return sales.remove(booking);
    }

    /** The programme has cancelled these, and the ledger threw when it was told. */
    synchronized void putCancelled(List<String> barcodes) {
        for (String barcode : barcodes) {
            cancelled.add(barcode);
            if (cancelled.size() > MOST) {
                cancelled.remove(cancelled.iterator().next());
            }
        }
    }

    /** The ledger knows of these. */
    synchronized void removeCancelled(List<String> barcodes) {
        barcodes.forEach(cancelled::remove);
    }

    /** Those of the tickets that are cancelled although the ledger does not know. */
    synchronized List<String> cancelledOf(List<Ticket> tickets) {
        return tickets.stream().map(Ticket::barcode).filter(cancelled::contains).toList();
    }
}
