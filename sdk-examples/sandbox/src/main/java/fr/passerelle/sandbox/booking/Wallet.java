package fr.passerelle.sandbox.booking;

import fr.passerelle.sandbox.state.Beneficiary;
import fr.passerelle.sandbox.state.Booking;
import fr.passerelle.sandbox.state.Offer;
import fr.passerelle.sandbox.state.World;
import java.util.function.Predicate;

/**
 * What a person has left to spend, in euro cents (rule book 3.2): a total, and within it a ceiling for digital offers.
 * Bookings made by the control plane are not charged. Read under the world's lock.
 *
 * @param remaining of the whole credit
 * @param digitalRemaining of the part that digital offers may take, never more than {@code remaining}
 */
public record Wallet(long remaining, long digitalRemaining) {

    /** The most that digital offers may take of a credit. */
    public static final long DIGITAL_CEILING = 10_000;

    /** The wallet of a person. */
    public static Wallet of(Beneficiary owner, World world) {
        long remaining = Math.max(0, owner.credit - spent(owner, world, offer -> true));
        long digital = Math.max(0, DIGITAL_CEILING - spent(owner, world, CategoryFacts::isDigital));
        return new Wallet(remaining, Math.min(digital, remaining));
    }

    /** Whether a cost can be paid for an offer. Spending the last cent is fine. */
    boolean pays(long cost, Offer offer) {
        return cost <= remaining && (!CategoryFacts.isDigital(offer) || cost <= digitalRemaining);
    }

    private static long spent(Beneficiary owner, World world, Predicate<Offer> counted) {
        return world.bookings.all().stream()
                .filter(booking -> booking.beneficiary == owner && booking.charged)
                .filter(booking -> booking.status != Booking.Status.CANCELLED && counted.test(booking.stock.offer))
                .mapToLong(booking -> (long) booking.price * booking.quantity)
                .sum();
    }
}
