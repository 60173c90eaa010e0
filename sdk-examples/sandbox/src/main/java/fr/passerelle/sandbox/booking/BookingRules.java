package fr.passerelle.sandbox.booking;

import fr.passerelle.model.booking.BookingStatus;
import fr.passerelle.model.credit.BookingAttempt;
import fr.passerelle.model.credit.BookingLife;
import fr.passerelle.model.credit.Interpretation;
import fr.passerelle.model.offer.CategoryId;
import fr.passerelle.model.value.Price;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.http.Response;
import fr.passerelle.sandbox.state.Beneficiary;
import fr.passerelle.sandbox.state.Booking;
import fr.passerelle.sandbox.state.Offer;
import fr.passerelle.sandbox.state.Stock;
import fr.passerelle.sandbox.state.World;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Hands what is asked to the rules of the model, and words their responses as the app does (rule book 3.1, 3.4, 3.5).
 */
public final class BookingRules {

    /** Far more than a duo: any such quantity is refused alike. */
    private static final long MANY = 1_000;

    private BookingRules() {}

    /** A refusal of the app API: 400 with a code. */
    static Refusal refusal(String code) {
        return new Refusal(Response.of(400, Json.object().put("code", code)));
    }

    /**
     * Checks a booking that is asked for. Under the world's lock.
     *
     * @throws Refusal with the first rule that fails
     */
    static void check(Beneficiary person, Stock stock, long quantity, World world) {
        Instant now = world.now();
        Offer offer = stock.offer;
        int places = Math.toIntExact(Math.max(0, Math.min(quantity, MANY)));
        BookingAttempt.Builder attempt = BookingAttempt.builder()
                .roles(Credit.roles(person, now))
                .ledger(Credit.ledger(person, world))
                .asked(Credit.spending(stock, stock.price, places).build())
                .duoOffer(offer.doubleBookings)
                .stock(stock(stock, now));
        world.bookings.all().stream()
                .filter(booking -> booking.beneficiary == person && booking.stock.offer == offer)
                .forEach(booking -> attempt.addSameOffer(Credit.status(booking)));
        var refusal = attempt.build().refusal(now, Interpretation.SERVER);
        if (refusal != null) {
            throw worded(refusal, offer);
        }
        if (stock.withActivationCodes && stock.activationCodes.isEmpty()) {
            throw Refusal.listed(400, "noActivationCodeAvailable", "No activation code is left");
        }
    }

    private static Refusal worded(fr.passerelle.model.credit.Refusal refusal, Offer offer) {
        return switch (refusal) {
            case CANNOT_BOOK_FREE_OFFERS ->
                Refusal.listed(400, refusal.appCode(), "Only beneficiaries can book free offers");
            case QUANTITY_INVALID ->
                Refusal.listed(
                        400,
                        refusal.appCode(),
                        "The quantity for this offer must be " + (offer.doubleBookings ? "1 or 2" : "1"));
            default -> refusal(refusal.appCode());
        };
    }

    /** A stock as the rules see it. */
    public static fr.passerelle.model.credit.Stock stock(Stock stock, Instant now) {
        return fr.passerelle.model.credit.Stock.builder()
                .beginning(stock.beginning)
                .bookingLimit(stock.bookingLimit)
                .bookingOpens(stock.offer.bookingAllowed)
                .remaining(stock.remaining())
                .deleted(stock.deleted)
                .released(isReleased(stock.offer, now))
                .build();
    }

    /** Whether an offer is approved and published, and its structure open. */
    public static boolean isReleased(Offer offer, Instant now) {
        return offer.validation == Offer.Validation.APPROVED
                && offer.publication != null
                && !offer.publication.isAfter(now)
                && !offer.venue.offerer.closed;
    }

    /**
     * Checks a cancellation by the person who booked. An already cancelled booking passes.
     *
     * @throws Refusal with the first rule that fails
     */
    static void checkCancellation(Booking booking, Instant now) {
        var refusal = BookingLife.cancelRefusal(Credit.status(booking), booking.cancellationLimit, now);
        if (refusal != null) {
            throw refusal(refusal.name());
        }
    }

    /** From when an unused booking may be cancelled by the expiry job; null for never. */
    public static @Nullable Instant end(Booking booking) {
        return BookingLife.expiration(category(booking), booking.created);
    }

    /** Whether the booking was used as soon as it was made. */
    public static boolean isUsedAtOnce(Booking booking) {
        boolean hasCode = booking.activationCode != null;
        boolean hasUrl = hasCode || booking.stock.offer.url != null;
        return BookingLife.initialStatus(category(booking), Price.cents(booking.price), hasUrl, hasCode)
                .equals(BookingStatus.USED);
    }

    static CategoryId category(Booking booking) {
        return CategoryId.of(booking.stock.offer.category);
    }
}
