package fr.passerelle.season.publish;

import fr.passerelle.model.offer.DateDraft;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.model.offer.EventFilter;
import fr.passerelle.model.offer.PriceCategory;
import fr.passerelle.model.offer.PriceCategoryDraft;
import fr.passerelle.passculture.PassCultureClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings plans to the programme. What an earlier run has published is found by its id and not published again. */
public final class Publisher {

    /** The documented limit of one question. */
    private static final int IDS_PER_QUESTION = 100;

    private final PassCultureClient client;

    /** A publisher for one vendor. */
    public Publisher(PassCultureClient client) {
        this.client = client;
    }

    /** The events that the programme has already for these plans, by the vendor's own ids. */
    public Map<String, Event> known(List<Plan> plans) {
        Map<String, Event> known = new HashMap<>();
        Map<Long, List<String>> idsByVenue = plans.stream()
                .collect(Collectors.groupingBy(
                        Plan::venueId, Collectors.mapping(plan -> Plan.idOf(plan.listing()), Collectors.toList())));
        idsByVenue.forEach((venue, ids) -> {
            for (int from = 0; from < ids.size(); from += IDS_PER_QUESTION) {
                EventFilter filter = EventFilter.builder()
                        .venueId(venue)
                        .idsAtProvider(ids.subList(from, Math.min(from + IDS_PER_QUESTION, ids.size())))
                        .build();
                client.events().list(filter).stream()
                        .forEach(event -> known.put(Change.idOf(event.idAtProvider()), event));
            }
        });
        return known;
    }

    /** What is missing for this plan. */
    public Change compare(Plan plan, @Nullable Event known) {
        return known == null
                ? Change.all(plan)
                : new Change(
                        plan, known, client.events().dates(known.id()).list().toList());
    }

    /**
     * Publishes what is missing. If it breaks off half-way, the next run goes on where it stopped.
     *
     * @throws fr.passerelle.error.CallException if a call fails
     */
    public Outcome.Published apply(Change change) {
        Event known = change.known();
        Event event = known == null ? client.events().create(change.plan().event()) : known;
        List<PriceCategory> prices = new ArrayList<>(event.priceCategories());
        List<PriceCategoryDraft> missingPrices = change.missingPrices();
        if (!missingPrices.isEmpty()) {
            prices.addAll(client.events().priceCategories(event.id()).create(missingPrices));
        }
        List<EventDate> dates = new ArrayList<>(change.knownDates());
        Map<String, Long> priceIds = prices.stream()
                .collect(Collectors.toMap(
                        price -> Change.idOf(price.idAtProvider()), PriceCategory::id, (one, other) -> one));
        List<DateDraft> missingDates =
                change.missingDates(price -> Objects.requireNonNull(priceIds.get(price.idAtProvider())));
        if (!missingDates.isEmpty()) {
            dates.addAll(client.events().dates(event.id()).create(missingDates));
        }
        return new Outcome.Published(change, event, dates);
    }
}
