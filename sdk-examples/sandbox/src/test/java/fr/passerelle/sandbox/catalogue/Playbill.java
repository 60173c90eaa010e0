package fr.passerelle.sandbox.catalogue;

import fr.passerelle.catalogue.WantedDate;
import fr.passerelle.catalogue.WantedEvent;
import fr.passerelle.model.offer.Category;
import fr.passerelle.model.offer.EventDraft;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.venue.Accessibility;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a house plays: of its own events, and one night after the other. */
record Playbill(long venueId) {

    EventDraft.Builder play(String id) {
        return EventDraft.builder()
                .name("Le Cid " + id)
                .category(Category.guidedVisit())
                .location(Location.atVenue(venueId))
                .accessibility(Accessibility.of())
                .hasTicket(false)
                .idAtProvider(id)
                .addPriceCategories(Shop.price("full", "Plein", Shop.TWELVE));
    }

    /** An event with these dates, each a day after the other. */
    WantedEvent wanted(String id, String... dates) {
        return wanted(id, draft -> draft, Shop.dates(dates));
    }

    WantedEvent wanted(String id, UnaryOperator<EventDraft.Builder> draft, List<WantedDate> dates) {
        return WantedEvent.onSale(draft.apply(play(id)).build(), dates);
    }

    /** What is on the programme already. */
    List<WantedEvent> yesterday() {
        return List.of(
                wanted("cid", "a", "b", "c", "d", "e"),
                wanted("same", "a"),
                wanted("gone", "a", "b"),
                wanted("cancelled", "a"));
    }

    /** Everything that can change, changes. */
    List<WantedEvent> today() {
        return List.of(
                wanted(
                        "cid",
                        draft -> draft.name("Horace")
                                .description("En trois actes")
                                .priceCategories(List.of(
                                        Shop.price("full", "Plein", Price.euros("15")),
                                        Shop.price("low", "Réduit", Price.euros("6")))),
                        List.of(
                                Shop.date("a", 9),
                                WantedDate.of("b", Shop.OPENING.plus(Duration.ofDays(1)), "low", Capacity.of(20)),
                                WantedDate.of("e", Shop.OPENING.plus(Duration.ofDays(4)), "full", Capacity.of(50)),
                                WantedDate.of("new", Shop.OPENING, "low", Capacity.of(7)))),
                wanted("same", "a"),
                wanted("fresh", "a", "b"),
                WantedEvent.cancelled("cancelled"));
    }
}
