package fr.passerelle.model.offer;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The three dates of a product that is published by its EAN. Every upsert replaces all three: what is left out is not
 * kept, it is reset (reference operation 30). That is why an {@link EanProductDraft} does not go without this value,
 * and why it is made by saying either that the dates are reset, or what they are to be.
 *
 * @param publication when it becomes visible
 * @param bookingAllowed from when it can be booked; null if from its publication
 * @param bookingLimit until when it can be booked; null if there is no end
 */
public record EanDates(
        Publication publication,
        @Nullable Instant bookingAllowed,
        @Nullable Instant bookingLimit) {

    private static final EanDates RESET = new EanDates(Publication.now(), null, null);

    public EanDates {
        Objects.requireNonNull(publication, "publication");
    }

    /** Visible at once, bookable at once and without end, whatever was set before. */
    public static EanDates reset() {
        return RESET;
    }

    /** Visible as said, bookable from then on and without end, whatever was set before. */
    public static EanDates published(Publication publication) {
        return new EanDates(publication, null, null);
    }

    /**
     * The dates that the product has now, so that an upsert leaves them alone. A publication or opening that lies
     * behind is not sent again: both are in force and stay so. A booking limit that lies behind stays, and makes the
     * upsert refused: selling on needs a decision.
     */
    public static EanDates of(Product product, Instant now) {
        Instant published = product.publicationDatetime();
        Instant allowed = product.bookingAllowedDatetime();
        ProductStock stock = product.stock();
        return new EanDates(
                published == null
                        ? Publication.never()
                        : published.isAfter(now) ? Publication.at(published) : Publication.now(),
                allowed == null || !allowed.isAfter(now) ? null : allowed,
                stock == null ? null : stock.bookingLimit());
    }

    /** The same, bookable from then on. */
    public EanDates bookingAllowed(Instant from) {
        return new EanDates(publication, from, bookingLimit);
    }

    /** The same, bookable until then. */
    public EanDates bookingLimit(Instant until) {
        return new EanDates(publication, bookingAllowed, until);
    }
}
