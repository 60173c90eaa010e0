package fr.passerelle.sandbox.booking;

import fr.passerelle.sandbox.VendorMessages;
import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.message.BookingReply;
import fr.passerelle.sandbox.message.CancellationReply;
import fr.passerelle.sandbox.message.RemainingSeats;
import fr.passerelle.sandbox.message.SignedMessage;
import fr.passerelle.sandbox.message.VendorResponses;
import fr.passerelle.sandbox.state.Booking;
import fr.passerelle.sandbox.state.Stock;
import fr.passerelle.sandbox.state.World;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * The programme's dealings with vendors about one booking: asks for tickets, gives them back, tells of bookings, and
 * applies what each response means for the stock (reference 9.4 to 9.6). Waits for vendors, so never call it under the
 * world's lock; what it changes, it changes under it.
 */
final class BoxOffice implements VendorMessages {

    private final World world;
    private final Vendors vendors;
    private final RowLocks locks;
    private final Orphans orphans = new Orphans();

    BoxOffice(World world, Vendors vendors, RowLocks locks) {
        this.world = world;
        this.vendors = vendors;
        this.locks = locks;
    }

    /** The vendor to ask for tickets of an order; none when the offer has no real-time ticketing. */
    Optional<Vendor> ticketing(Stock stock) {
        return world.locked(() -> Vendor.of(stock.offer, world)).filter(vendor -> vendor.bookingUrl() != null);
    }

    /**
     * Asks the vendor for the tickets of an order, and books.
     *
     * @throws Refusal when there will be no booking; the held places are free again
     */
    Booking buy(Order order, Vendor vendor, String bookingUrl) {
        var message = SignedMessage.of(world.locked(() -> Payloads.booking(order)), vendor.hmacKey());
        BookingReply reply = VendorResponses.toBooking(vendors.ask(bookingUrl, message));
        if (reply instanceof BookingReply.Issued issued) {
            return take(order, vendor, issued);
        }
        if (reply instanceof BookingReply.SoldOut) {
            giveUp(order, stock -> stock.setRemaining(0L));
            throw BookingRules.refusal("PROVIDER_STOCK_NOT_ENOUGH_SEATS");
        }
        if (reply instanceof BookingReply.NotEnoughSeats left) {
            giveUp(order, stock -> stock.setRemaining(left.seats()));
            throw BookingRules.refusal("PROVIDER_STOCK_NOT_ENOUGH_SEATS");
        }
        giveUp(order, stock -> {});
        throw reply instanceof BookingReply.Unhandled ? unhandled() : bookingFailed(vendor);
    }

    private Booking take(Order order, Vendor vendor, BookingReply.Issued issued) {
        List<BookingReply.Ticket> tickets = issued.tickets();
        orphans.remember(tickets, order.stock(), world.now());
        if (issued.remaining() instanceof RemainingSeats.Seats left && left.seats() < 0) {
            // The server cannot store less than nothing: it crashes, and nobody holds the tickets.
            giveUp(order, stock -> {});
            throw unhandled();
        }
        boolean oneTooMany = order.quantity() == 1 && tickets.size() == 2;
        if (oneTooMany) {
            // The first stays without a booking: the job that cancels orphans gives it back.
            return book(order, tickets.subList(1, 2), issued.remaining());
        }
        if (tickets.size() == order.quantity()) {
            return book(order, tickets, issued.remaining());
        }
        giveUp(order, stock -> {});
        if (order.quantity() == 2 && tickets.size() == 1) {
            giveBackStray(order.stock(), tickets.get(0).barcode());
        }
        throw bookingFailed(vendor);
    }

    private Booking book(Order order, List<BookingReply.Ticket> tickets, RemainingSeats remaining) {
        return world.locked(() -> {
            Booking booking = order.confirm(world);
            tickets.forEach(ticket -> booking.tickets.add(new Booking.Ticket(ticket.barcode(), ticket.seat())));
            setQuantity(order.stock(), remaining, stock -> stock.booked);
            return booking;
        });
    }

    private void giveUp(Order order, Consumer<Stock> effect) {
        world.locked(() -> {
            order.stock().release(order.quantity());
            effect.accept(order.stock());
            return order;
        });
    }

    /**
     * Gives the tickets of a booking back and applies the vendor's figure, unless they were given back before; the
     * booking still counts as booked.
     *
     * @throws Refusal when the vendor's response is one the programme does not handle
     */
    Release giveBack(Booking booking) {
        List<String> barcodes =
                booking.tickets.stream().map(Booking.Ticket::barcode).toList();
        if (barcodes.isEmpty()) {
            return Release.DONE;
        }
        CancellationReply reply = cancel(booking.stock, barcodes);
        if (reply instanceof CancellationReply.Unhandled) {
            throw unhandled();
        }
        if (!(reply instanceof CancellationReply.Cancelled cancelled)) {
            return Release.FAILED;
        }
        if (cancelled.alreadyBefore()) {
            return Release.ALREADY;
        }
        apply(booking.stock, cancelled.remaining(), stock -> stock.booked - barcodes.size());
        return Release.DONE;
    }

    /** Gives back a ticket that no booking holds; whether the vendor took it now. */
    boolean giveBackStray(Stock stock, String barcode) {
        CancellationReply reply = cancel(stock, List.of(barcode));
        if (reply instanceof CancellationReply.Cancelled cancelled && !cancelled.alreadyBefore()) {
            apply(stock, cancelled.remaining(), row -> row.booked);
            return true;
        }
        return false;
    }

    private CancellationReply cancel(Stock stock, List<String> barcodes) {
        Vendor vendor = ticketing(stock).orElse(null);
        String url = vendor == null ? null : vendor.cancelUrl();
        if (vendor == null || url == null) {
            return new CancellationReply.Failed();
        }
        var message = SignedMessage.of(Payloads.cancellation(barcodes), vendor.hmacKey());
        return VendorResponses.toCancellation(vendors.ask(url, message));
    }

    /** Outcome of a run of the orphans job. */
    record OrphanRun(int cancelled, int kept, int failed) {}

    /**
     * Cancels tickets older than 60 s that no booking holds. A failure ends the run and loses that ticket, and so does
     * a ticket that was cancelled before.
     */
    OrphanRun cancelOrphans() {
        int cancelled = 0;
        int kept = 0;
        for (Orphans.Issued oldest = orphans.next(world.now()); oldest != null; oldest = orphans.next(world.now())) {
            Orphans.Issued issued = oldest;
            if (world.locked(() -> isHeld(issued))) {
                kept++;
            } else if (locks.alone(issued.stock(), () -> giveBackStray(issued.stock(), issued.barcode()))) {
                cancelled++;
            } else {
                return new OrphanRun(cancelled, kept, 1);
            }
        }
        return new OrphanRun(cancelled, kept, 0);
    }

    private boolean isHeld(Orphans.Issued issued) {
        return world.bookings.all().stream()
                .filter(booking -> booking.stock == issued.stock())
                .flatMap(booking -> booking.tickets.stream())
                .anyMatch(ticket -> ticket.barcode().equals(issued.barcode()));
    }

    @Override
    public Release releaseTickets(Booking booking) {
        return locks.taking(booking.beneficiary, booking.stock, () -> {
            try {
                return giveBack(booking);
            } catch (Refusal unhandled) {
                return Release.FAILED;
            }
        });
    }

    @Override
    public void announceCancellation(Booking booking) {
        announce(Order.of(booking), Payloads.Action.CANCEL);
    }

    /** Notifies, in the background, the vendor of an offer without tickets. */
    void announce(Order order, Payloads.Action action) {
        Vendor vendor =
                world.locked(() -> Vendor.of(order.stock().offer, world)).orElse(null);
        String url = vendor == null ? null : vendor.notificationUrl();
        if (vendor != null && url != null) {
            var payload = world.locked(() -> Payloads.notification(order, action));
            vendors.tell(url, SignedMessage.of(payload, vendor.hmacKey()));
        }
    }

    void clear() {
        orphans.clear();
    }

    private void apply(Stock stock, RemainingSeats remaining, ToLongFunction<Stock> base) {
        world.locked(() -> {
            setQuantity(stock, remaining, base);
            return stock;
        });
    }

    private static void setQuantity(Stock stock, RemainingSeats remaining, ToLongFunction<Stock> base) {
        if (remaining instanceof RemainingSeats.Seats left) {
            stock.quantity = left.seats() + base.applyAsLong(stock);
        } else if (remaining instanceof RemainingSeats.Unlimited) {
            stock.quantity = null;
        }
    }

    private static Refusal bookingFailed(Vendor vendor) {
        return BookingRules.refusal(
                vendor.ticketingOfProvider()
                        ? "EXTERNAL_EVENT_PROVIDER_BOOKING_FAILED"
                        : "CINEMA_PROVIDER_BOOKING_FAILED");
    }

    private static Refusal unhandled() {
        return Refusal.listed(500, "global", "An unexpected error occurred");
    }
}
