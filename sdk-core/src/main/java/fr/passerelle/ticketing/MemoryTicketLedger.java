package fr.passerelle.ticketing;

import fr.passerelle.model.value.Remaining;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A ledger of this process, under one lock. */
final class MemoryTicketLedger implements TicketLedger {

    private static final class Sale {
        final SaleAttempt attempt;
        SaleState state = SaleState.HELD;
        List<Ticket> tickets = List.of();
        final Set<String> cancelled = new HashSet<>();
        Remaining remaining = Remaining.unlimited();
        int deliveries;

        Sale(SaleAttempt attempt) {
            this.attempt = attempt;
        }

        boolean live() {
            return state == SaleState.HELD || state == SaleState.GIVEN;
        }

        boolean out() {
            return state == SaleState.HELD || state == SaleState.ORPHAN;
        }

        SaleState stateOf(String barcode) {
            return cancelled.contains(barcode) ? SaleState.CANCELLED : state;
        }

        LedgerEntry entry() {
            return new LedgerEntry(
                    attempt,
                    state,
                    tickets.stream()
                            .filter(ticket -> !cancelled.contains(ticket.barcode()))
                            .toList());
        }
    }

    private final int capacity;
    private final Map<BookingKey, Sale> sales = new LinkedHashMap<>();
    private final Map<BookingKey, Sale> latestByBeneficiary = new HashMap<>();
    private final Map<String, Sale> byBarcode = new HashMap<>();
    private final Set<String> strays = new LinkedHashSet<>();

    MemoryTicketLedger(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1");
        }
        this.capacity = capacity;
    }

    @Override
    public synchronized Claim claim(SaleAttempt attempt) {
        Sale known = sales.get(attempt.key());
        if (known != null) {
            return repeated(known);
        }
        Sale before = latestByBeneficiary.get(attempt.beneficiary());
        if (before != null && before.live()) {
            if (before.attempt.bookedAt().isAfter(attempt.bookedAt())) {
                return new Claim.Over();
            }
            before.state = SaleState.ORPHAN;
        }
        makeRoom();
        Sale sale = new Sale(attempt);
        sales.put(attempt.key(), sale);
        latestByBeneficiary.put(attempt.beneficiary(), sale);
        return new Claim.First();
    }

    private static Claim repeated(Sale sale) {
        return switch (sale.state) {
            case HELD -> new Claim.InProgress();
            case GIVEN -> {
                sale.deliveries++;
                yield new Claim.Sold(sale.tickets, sale.remaining);
            }
            case ORPHAN, UNDONE, CANCELLED -> new Claim.Over();
        };
    }

    @Override
    public synchronized boolean give(BookingKey booking, List<Ticket> tickets, Remaining remaining) {
        Sale sale = sales.get(booking);
        if (sale == null || !sale.out() || !sale.tickets.isEmpty()) {
            throw new IllegalStateException("given without being held");
        }
        sale.tickets = List.copyOf(tickets);
        sale.remaining = remaining;
        sale.deliveries = 1;
        tickets.forEach(ticket -> byBarcode.put(ticket.barcode(), sale));
        if (sale.state == SaleState.HELD) {
            sale.state = SaleState.GIVEN;
        }
        return sale.state == SaleState.GIVEN;
    }

    @Override
    public synchronized void forget(BookingKey booking) {
        Sale sale = sales.get(booking);
        if (sale != null && sale.tickets.isEmpty()) {
            remove(sale);
        }
    }

    @Override
    public synchronized boolean withdraw(BookingKey booking) {
        Sale sale = sales.get(booking);
        boolean out = sale != null && (sale.state == SaleState.GIVEN || sale.state == SaleState.ORPHAN);
        if (sale == null || !out || sale.deliveries == 0) {
            return false;
        }
        sale.deliveries--;
        if (sale.deliveries > 0) {
            return false;
        }
        sale.state = SaleState.ORPHAN;
        return true;
    }

    @Override
    public synchronized void undone(BookingKey booking) {
        Sale sale = sales.get(booking);
        if (sale != null && sale.state == SaleState.ORPHAN) {
            sale.state = SaleState.UNDONE;
        }
    }

    @Override
    public synchronized void cancelled(List<String> barcodes) {
        for (String barcode : barcodes) {
            Sale sale = byBarcode.get(barcode);
            if (sale == null) {
                keepStray(barcode);
            } else if (sale.cancelled.add(barcode) && sale.state != SaleState.UNDONE) {
                boolean all = sale.cancelled.size() == sale.tickets.size();
                sale.state = all ? SaleState.CANCELLED : SaleState.ORPHAN;
            }
        }
    }

    private void keepStray(String barcode) {
        if (strays.size() == capacity) {
            strays.remove(strays.iterator().next());
        }
        strays.add(barcode);
    }

    @Override
    public synchronized Optional<SaleState> ticket(String barcode) {
        Sale sale = byBarcode.get(barcode);
        if (sale != null) {
            return Optional.of(sale.stateOf(barcode));
        }
        return strays.contains(barcode) ? Optional.of(SaleState.CANCELLED) : Optional.empty();
    }

    @Override
    public synchronized List<LedgerEntry> orphans(Instant heldBefore) {
        List<LedgerEntry> orphans = new ArrayList<>();
        for (Sale sale : sales.values()) {
            if (sale.state == SaleState.ORPHAN
                    || (sale.state == SaleState.HELD && sale.attempt.bookedAt().isBefore(heldBefore))) {
                orphans.add(sale.entry());
            }
        }
        orphans.sort(Comparator.comparing(entry -> entry.attempt().bookedAt()));
        return orphans;
    }

    /** Forgets the oldest sale that may be forgotten. */
    private void makeRoom() {
        if (sales.size() < capacity) {
            return;
        }
        remove(sales.values().stream()
                .filter(sale -> !sale.out())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the ledger is full of orphans")));
    }

    private void remove(Sale sale) {
        sales.remove(sale.attempt.key());
        latestByBeneficiary.remove(sale.attempt.beneficiary(), sale);
        sale.tickets.forEach(ticket -> byBarcode.remove(ticket.barcode(), sale));
    }

    /** How many, not whose. */
    @Override
    public synchronized String toString() {
        return "TicketLedger{sales=" + sales.size() + "}";
    }
}
