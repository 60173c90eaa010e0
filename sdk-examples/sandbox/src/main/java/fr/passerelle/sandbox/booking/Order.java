package fr.passerelle.sandbox.booking;

import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.state.Beneficiary;
import fr.passerelle.sandbox.state.Booking;
import fr.passerelle.sandbox.state.Bookings;
import fr.passerelle.sandbox.state.Stock;
import fr.passerelle.sandbox.state.World;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is being booked, before the booking exists: its places are held.
 *
 * @param price unit price in euro cents
 * @param cancellationLimit from when it is final; null for what has no date
 */
record Order(
        Beneficiary person,
        Stock stock,
        int quantity,
        int price,
        Instant created,
        @Nullable Instant cancellationLimit) {

    /** What was booked once. */
    static Order of(Booking booking) {
        return new Order(
                booking.beneficiary,
                booking.stock,
                booking.quantity,
                booking.price,
                booking.created,
                booking.cancellationLimit);
    }

    /**
     * Checks every rule and holds the places. Under the world's lock.
     *
     * @throws Refusal with the first rule that fails
     */
    static Order hold(Beneficiary person, Stock stock, long quantity, World world) {
        BookingRules.check(person, stock, quantity, world);
        Instant now = world.now();
        Instant start = stock.beginning;
        stock.booked += quantity;
        return new Order(
                person,
                stock,
                Math.toIntExact(quantity),
                stock.price,
                now,
                start == null ? null : Bookings.cancellationLimit(start, now));
    }

    /**
     * Turns the held places into a booking. Under the world's lock.
     *
     * @throws Refusal when the stock is gone since the places were held; they are free again
     */
    Booking confirm(World world) {
        stock.release(quantity);
        if (stock.deleted || world.stocks.find(stock.id) != stock) {
            throw BookingRules.refusal("STOCK_NOT_BOOKABLE");
        }
        Booking booking = world.bookingRules.add(person, stock, quantity, created);
        booking.charged = true;
        if (BookingRules.isUsedAtOnce(booking)) {
            world.bookingRules.use(booking);
        }
        return booking;
    }

    /** Without the person. */
    @Override
    public String toString() {
        return "Order of stock " + stock.id;
    }
}
