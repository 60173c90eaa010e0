package fr.passerelle.sandbox.booking;

import fr.passerelle.sandbox.http.Answer;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.state.Beneficiary;
import fr.passerelle.sandbox.state.Booking;
import fr.passerelle.sandbox.state.Offer;
import fr.passerelle.sandbox.state.Stock;
import fr.passerelle.sandbox.state.World;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who may book what and when, in the programme's order: the first rule that fails answers (rule book 3.1, 3.4). */
final class BookingRules {

    private BookingRules() {}

    /** A refusal of the app API: 400 with a code. */
    static Refusal refusal(String code) {
        return new Refusal(Answer.of(400, Json.object().put("code", code)));
    }

    /**
     * Checks a booking that is asked for. Under the world's lock.
     *
     * @throws Refusal with the first rule that fails
     */
    static void check(Beneficiary person, Stock stock, long quantity, World world) {
        Offer offer = stock.offer;
        Role role = Role.of(person, world.now());
        if (role != Role.BENEFICIARY && CategoryFacts.isForAdults(offer.category, stock.price)) {
            throw refusal("OFFER_CATEGORY_NOT_BOOKABLE_BY_USER");
        }
        if (role == Role.NONE && stock.price == 0) {
            throw Refusal.listed(400, "cannotBookFreeOffers", "Only beneficiaries can book free offers");
        }
        if (world.bookings.all().stream().anyMatch(booking -> isLive(booking, person, offer))) {
            throw refusal("ALREADY_BOOKED");
        }
        if (quantity != 1 && !(quantity == 2 && offer.doubleBookings)) {
            String allowed = offer.doubleBookings ? "1 or 2" : "1";
            throw Refusal.listed(400, "quantity", "The quantity for this offer must be " + allowed);
        }
        if (!isBookable(stock, quantity, world.now())) {
            throw refusal("STOCK_NOT_BOOKABLE");
        }
        boolean mayPay = stock.price == 0 || role == Role.UNDERAGE_BENEFICIARY || role == Role.BENEFICIARY;
        if (!mayPay || !Wallet.of(person, world).pays(stock.price * quantity, offer)) {
            throw refusal("INSUFFICIENT_CREDIT");
        }
        if (stock.withActivationCodes && stock.activationCodes.isEmpty()) {
            throw Refusal.listed(400, "noActivationCodeAvailable", "No activation code is left");
        }
    }

    /**
     * Checks a cancellation by the person who booked. An already cancelled booking passes.
     *
     * @throws Refusal with the first rule that fails
     */
    static void checkCancellation(Booking booking, Instant now) {
        if (booking.status == Booking.Status.USED || booking.status == Booking.Status.REIMBURSED) {
            throw refusal("ALREADY_USED");
        }
        if (booking.status == Booking.Status.CONFIRMED && isPast(booking.cancellationLimit, now)) {
            throw refusal("CONFIRMED_BOOKING");
        }
    }

    private static boolean isLive(Booking booking, Beneficiary person, Offer offer) {
        return booking.beneficiary == person
                && booking.stock.offer == offer
                && booking.status != Booking.Status.CANCELLED;
    }

    private static boolean isBookable(Stock stock, long quantity, Instant now) {
        Long left = stock.remaining();
        return !stock.deleted
                && !isPast(stock.beginning, now)
                && !isPast(stock.bookingLimit, now)
                && (left == null || left >= quantity)
                && isReleased(stock.offer, now);
    }

    private static boolean isReleased(Offer offer, Instant now) {
        return offer.validation == Offer.Validation.APPROVED
                && isPast(offer.publication, now)
                && !offer.venue.offerer.closed
                && (offer.bookingAllowed == null || isPast(offer.bookingAllowed, now));
    }

    /** Whether there is such a moment and it has come; the moment itself counts. */
    private static boolean isPast(@Nullable Instant moment, Instant now) {
        return moment != null && !moment.isAfter(now);
    }
}
