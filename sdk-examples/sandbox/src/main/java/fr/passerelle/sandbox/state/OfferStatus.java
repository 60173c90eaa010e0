package fr.passerelle.sandbox.state;

import java.time.Instant;
import java.util.List;

/** The displayed status of an offer; the first that applies, in this order (reference, section 5). */
public enum OfferStatus {
    REJECTED,
    PENDING,
    DRAFT,
    /** Not published. */
    INACTIVE,
    /** To be published later. */
    SCHEDULED,
    /** Visible, bookable later. */
    PUBLISHED,
    /** Every booking limit has passed. */
    EXPIRED,
    SOLD_OUT,
    ACTIVE;

    /** The status of an offer at a moment. */
    public static OfferStatus of(Offer offer, Instant now) {
        if (offer.validation != Offer.Validation.APPROVED) {
            return valueOf(offer.validation.name());
        }
        if (offer.publication == null) {
            return INACTIVE;
        }
        if (offer.publication.isAfter(now)) {
            return SCHEDULED;
        }
        if (offer.bookingAllowed != null && offer.bookingAllowed.isAfter(now)) {
            return PUBLISHED;
        }
        List<Stock> stocks = offer.liveStocks();
        if (!stocks.isEmpty() && stocks.stream().allMatch(stock -> limitPassed(stock, now))) {
            return EXPIRED;
        }
        return stocks.stream().anyMatch(stock -> hasPlaces(stock, now)) ? ACTIVE : SOLD_OUT;
    }

    private static boolean limitPassed(Stock stock, Instant now) {
        return stock.bookingLimit != null && !stock.bookingLimit.isAfter(now);
    }

    private static boolean hasPlaces(Stock stock, Instant now) {
        Long remaining = stock.remaining();
        return (stock.beginning == null || stock.beginning.isAfter(now)) && (remaining == null || remaining > 0);
    }
}
