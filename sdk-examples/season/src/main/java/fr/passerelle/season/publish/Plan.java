package fr.passerelle.season.publish;

import fr.passerelle.model.offer.DateDraft;
import fr.passerelle.model.offer.EventDraft;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.offer.PriceCategoryDraft;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.rule.Violation;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Price;
import fr.passerelle.season.agenda.Listing;
import fr.passerelle.season.agenda.Performance;
import fr.passerelle.season.agenda.PriceLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What to send for a listing. It satisfies every rule of the model that can be checked before the wire.
 *
 * @param listing where it comes from
 * @param venueId the venue that sells it
 * @param event the event with its prices
 * @param capacity places of each date
 */
public record Plan(Listing listing, long venueId, EventDraft event, Capacity capacity) implements Prepared {

    /** Stands for a price that has no number yet, while the dates are checked. */
    static final long ANY_PRICE = 1;

    /**
     * Makes a plan.
     *
     * @param now what "in the future" is measured against
     * @throws RuleViolationException with every rule that the listing breaks
     */
    public static Plan of(Listing listing, long venueId, Terms terms, Instant now) {
        boolean ticketed =
                terms.ticketing() && listing.category().category().id().needsBookingContact();
        EventDraft.Builder event = EventDraft.builder()
                .name(listing.title())
                .description(listing.description())
                .category(listing.category().category())
                .location(
                        listing.onlineUrl() == null
                                ? Location.atVenue(venueId)
                                : Location.digital(venueId, listing.onlineUrl()))
                .accessibility(listing.accessibility())
                .bookingContact(terms.bookingContact())
                .hasTicket(ticketed)
                .durationMinutes(listing.durationMinutes())
                .idAtProvider(idOf(listing))
                .addAllPriceCategories(prices(listing));
        Plan plan = new Plan(listing, venueId, event.build(), terms.capacity());
        DateDraft.checkTogether(plan.dates(price -> ANY_PRICE), now);
        return plan;
    }

    /** The vendor's name for the event of a listing. */
    public static String idOf(Listing listing) {
        return StableId.of(listing.id());
    }

    /**
     * Every performance in every price.
     *
     * @param priceIds the programme's number for each price
     */
    public List<DateDraft> dates(ToLongFunction<PriceCategoryDraft> priceIds) {
        List<DateDraft> dates = new ArrayList<>();
        for (Performance performance : listing.performances()) {
            for (PriceCategoryDraft price : event.priceCategories()) {
                dates.add(DateDraft.at(performance.begin())
                        .priceCategoryId(priceIds.applyAsLong(price))
                        .capacity(capacity)
                        // As printed, not as moved: a later run, which may move it further, finds it again.
                        .idAtProvider(StableId.of(performance.printed() + "@" + price.idAtProvider()))
                        .build());
            }
        }
        return dates;
    }

    private static List<PriceCategoryDraft> prices(Listing listing) {
        List<PriceCategoryDraft> drafts = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < listing.prices().size(); i++) {
            PriceLine line = listing.prices().get(i);
            String path = "priceCategories." + i;
            try {
                drafts.add(PriceCategoryDraft.builder()
                        .label(line.label())
                        .price(Price.cents(line.cents()))
                        .idAtProvider(StableId.of(line.cents() + ":" + line.label()))
                        .build());
            } catch (RuleViolationException broken) {
                broken.violations().forEach(violation -> violations.add(violation.under(path)));
            }
        }
        if (!violations.isEmpty()) {
            throw new RuleViolationException(violations);
        }
        return drafts;
    }
}
