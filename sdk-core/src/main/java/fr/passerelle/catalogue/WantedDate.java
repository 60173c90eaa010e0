package fr.passerelle.catalogue;

import fr.passerelle.model.offer.DateDraft;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.value.Capacity;
import java.time.Instant;
import java.util.List;

/**
 * One performance in one price, as the vendor's catalogue has it.
 *
 * @param id the vendor's own name for it, 1 to 70 characters without a comma, unique within the event; it stays the
 *     same when the date moves
 * @param beginning when it begins
 * @param bookingLimit until when it can be booked; not after the beginning
 * @param price the vendor's own name for its price, one of those of the event
 * @param capacity all places, booked ones included. For an event whose tickets the vendor issues this is only what a
 *     new date starts with: later the ticketing desk's responses set the places (partner-api 9.4)
 */
public record WantedDate(String id, Instant beginning, Instant bookingLimit, String price, Capacity capacity) {

    /** Stands for a price that the programme has given no number yet. */
    static final long NO_PRICE_YET = Long.MAX_VALUE;

    /**
     * A date.
     *
     * @throws fr.passerelle.model.rule.RuleViolationException with every rule of {@link DateDraft} that it breaks
     */
    public WantedDate {
        new RuleCheck()
                .required("id", id)
                .required("priceId", price)
                .listable("ids", id == null ? List.of() : List.of(id))
                .text("id", id, 1, Integer.MAX_VALUE)
                .raise();
        draft(id, beginning, bookingLimit, NO_PRICE_YET, capacity);
    }

    /** A date that can be booked until it begins. */
    public static WantedDate of(String id, Instant beginning, String price, Capacity capacity) {
        return new WantedDate(id, beginning, beginning, price, capacity);
    }

    /** The same, booked until then. */
    public WantedDate bookingLimit(Instant limit) {
        return new WantedDate(id, beginning, limit, price, capacity);
    }

    /** Whether it can still be put on sale. */
    boolean isToCome(Instant now) {
        return beginning.isAfter(now) && bookingLimit.isAfter(now);
    }

    DateDraft draft(long priceCategoryId) {
        return draft(id, beginning, bookingLimit, priceCategoryId, capacity);
    }

    private static DateDraft draft(
            String id, Instant beginning, Instant bookingLimit, long priceCategoryId, Capacity capacity) {
        return DateDraft.at(beginning)
                .bookingLimit(bookingLimit)
                .priceCategoryId(priceCategoryId)
                .capacity(capacity)
                .idAtProvider(id)
                .build();
    }
}
