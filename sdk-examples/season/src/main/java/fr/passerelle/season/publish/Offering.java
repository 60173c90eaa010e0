package fr.passerelle.season.publish;

import fr.passerelle.catalogue.WantedDate;
import fr.passerelle.catalogue.WantedEvent;
import fr.passerelle.model.offer.DateDraft;
import fr.passerelle.model.offer.EventDraft;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.offer.PriceCategoryDraft;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.rule.Violation;
import fr.passerelle.model.value.Price;
import fr.passerelle.season.agenda.FindingCode;
import fr.passerelle.season.agenda.Listing;
import fr.passerelle.season.agenda.Performance;
import fr.passerelle.season.agenda.PriceLine;
import fr.passerelle.season.picture.Illustration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A listing as it is to be sold. It satisfies every rule of the model that can be checked before the wire.
 *
 * @param listing where it comes from
 * @param illustration its picture
 * @param wanted the event, its prices and its dates
 */
public record Offering(Listing listing, Illustration illustration, WantedEvent wanted) {

    /** Stands for a price that has no number yet, while the dates are checked. */
    private static final long ANY_PRICE = 1;

    /**
     * Makes one.
     *
     * @param now what "in the future" is measured against
     * @throws RuleViolationException with every rule that the listing breaks
     */
    static Offering of(Listing listing, Illustration illustration, long venueId, Terms terms, Instant now) {
        boolean ticketed =
                terms.ticketing() && listing.category().category().id().needsBookingContact();
        EventDraft event = EventDraft.builder()
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
                .image(illustration.image().orElse(null))
                .idAtProvider(StableId.ofEvent(listing.id()))
                .addAllPriceCategories(prices(listing))
                .build();
        List<WantedDate> dates = dates(listing, event.priceCategories(), terms);
        DateDraft.checkTogether(dates.stream().map(Offering::draft).toList(), now);
        return new Offering(listing, illustration, WantedEvent.onSale(event, dates));
    }

    /** Its draft: the event with its prices. */
    public EventDraft event() {
        return wanted.draft().orElseThrow();
    }

    /** Whether its dates were moved into the future here: such a move is none of the agenda's. */
    public boolean isShifted() {
        return listing.notes().stream().anyMatch(note -> note.code() == FindingCode.SHIFTED);
    }

    private static DateDraft draft(WantedDate date) {
        return DateDraft.at(date.beginning())
                .priceCategoryId(ANY_PRICE)
                .capacity(date.capacity())
                .idAtProvider(date.id())
                .build();
    }

    /** Every performance in every price. */
    private static List<WantedDate> dates(Listing listing, List<PriceCategoryDraft> prices, Terms terms) {
        List<WantedDate> dates = new ArrayList<>();
        for (Performance performance : listing.performances()) {
            for (PriceCategoryDraft price : prices) {
                String priceId = Objects.requireNonNull(price.idAtProvider());
                // As printed, not as moved: a later run, which may move it further, finds it again.
                String id = StableId.of(performance.printed() + "@" + priceId);
                dates.add(WantedDate.of(id, performance.begin(), priceId, terms.capacity()));
            }
        }
        return dates;
    }

    /** A price is known by its label: if only its amount differs tomorrow, it has changed. */
    private static List<PriceCategoryDraft> prices(Listing listing) {
        List<PriceCategoryDraft> drafts = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        Map<String, Integer> labels = new HashMap<>();
        for (int i = 0; i < listing.prices().size(); i++) {
            PriceLine line = listing.prices().get(i);
            int same = labels.merge(line.label(), 1, Integer::sum);
            String path = "priceCategories." + i;
            try {
                drafts.add(PriceCategoryDraft.builder()
                        .label(line.label())
                        .price(Price.cents(line.cents()))
                        .idAtProvider(StableId.of(same == 1 ? line.label() : line.label() + ":" + same))
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
