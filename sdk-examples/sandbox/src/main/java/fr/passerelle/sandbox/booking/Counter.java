package fr.passerelle.sandbox.booking;

import fr.passerelle.sandbox.VendorMessages;
import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.state.Beneficiary;
import fr.passerelle.sandbox.state.Booking;
import fr.passerelle.sandbox.state.Stock;
import fr.passerelle.sandbox.state.World;

/**
 * Where beneficiaries book and cancel. One at a time per person and per stock; the world's lock is never held while a
 * vendor is asked, but the places are.
 */
public final class Counter {

    private final World world;
    private final RowLocks locks = new RowLocks();
    private final BoxOffice boxOffice;

    /** Deals with vendors through {@code vendors}. */
    public Counter(World world, Vendors vendors) {
        this.world = world;
        this.boxOffice = new BoxOffice(world, vendors, locks);
    }

    /** The part of it that other routes need when they cancel. */
    public VendorMessages messages() {
        return boxOffice;
    }

    /**
     * Books places.
     *
     * @throws Refusal when a rule or the vendor is against it
     */
    public Booking book(Beneficiary person, Stock stock, long quantity) {
        return locks.taking(person, stock, () -> {
            Vendor vendor = boxOffice.ticketing(stock).orElse(null);
            String url = vendor == null ? null : vendor.bookingUrl();
            Order order = world.locked(() -> Order.hold(person, stock, quantity, world));
            if (vendor != null && url != null) {
                return boxOffice.buy(order, vendor, url);
            }
            Booking booking = world.locked(() -> order.confirm(world));
            boxOffice.announce(order, Payloads.Action.BOOK);
            return booking;
        });
    }

    /**
     * Cancels a booking for the person who made it. A booking that is cancelled already stays so.
     *
     * @throws Refusal when a rule or the vendor is against it
     */
    public void cancel(Booking booking) {
        locks.taking(booking.beneficiary, booking.stock, () -> {
            if (!world.locked(() -> mustCancel(booking))) {
                return booking;
            }
            VendorMessages.Release release = boxOffice.giveBack(booking);
            if (release == VendorMessages.Release.FAILED) {
                throw BookingRules.refusal("FAILED_TO_CANCEL_EXTERNAL_BOOKING");
            }
            if (release == VendorMessages.Release.ALREADY) {
                // As the server does: the person is told that all went well, and nothing is stored.
                return booking;
            }
            boolean cancelled = world.locked(() -> {
                boolean still = booking.status == Booking.Status.CONFIRMED;
                if (still) {
                    world.bookingRules.cancel(booking, "BENEFICIARY");
                }
                return still;
            });
            if (cancelled) {
                boxOffice.announceCancellation(booking);
            }
            return booking;
        });
    }

    private boolean mustCancel(Booking booking) {
        BookingRules.checkCancellation(booking, world.now());
        return booking.status == Booking.Status.CONFIRMED;
    }

    /** The counts of one run of the job that cancels tickets without a booking. */
    BoxOffice.OrphanRun cancelOrphans() {
        return boxOffice.cancelOrphans();
    }

    /** Forgets tickets and locks, for a world that starts anew. */
    public void clear() {
        boxOffice.clear();
        locks.clear();
    }
}
