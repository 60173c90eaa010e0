package fr.passerelle.season.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.offer.Category;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.offer.OfferStatus;
import fr.passerelle.model.offer.PriceCategory;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.venue.Accessibility;
import fr.passerelle.season.demo.Evening.Outing;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EveningTest {

    private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");

    private static Outing event(long id, boolean ticketed, String beginning) {
        Event event = Event.builder()
                .id(id)
                .status(OfferStatus.ACTIVE)
                .name("Event " + id)
                .accessibility(Accessibility.of())
                .category(Category.meeting())
                .hasTicket(ticketed)
                .location(Location.atVenue(1))
                .build();
        return new Outing(event, date(beginning));
    }

    private static EventDate date(String beginning) {
        return EventDate.builder()
                .id(1)
                .beginning(Instant.parse(beginning))
                .bookingLimit(Instant.parse(beginning))
                .bookedQuantity(0)
                .capacity(Capacity.of(20))
                .priceCategory(new PriceCategory(1, "Tarif", Price.cents(800), null))
                .build();
    }

    private static List<Long> chosen(Outing... outings) {
        return Evening.among(Stream.of(outings), NOW).orElseThrow().performances().stream()
                .map(outing -> outing.event().id())
                .toList();
    }

    @Test
    void goesOutWhereBothKindsOfAdmissionAreSeen() {
        assertThat(chosen(
                        event(1, true, "2026-12-01T19:00:00Z"),
                        event(2, true, "2026-12-02T19:00:00Z"),
                        event(3, false, "2026-12-02T19:00:00Z")))
                .containsExactly(2L, 3L);
    }

    @Test
    void goesOutLateEnoughToCancel() {
        assertThat(chosen(
                        event(1, true, "2026-11-24T19:00:00Z"),
                        event(2, false, "2026-11-24T19:00:00Z"),
                        event(3, false, "2026-12-02T19:00:00Z")))
                .containsExactly(3L);
    }

    @Test
    void takesTheFirstOfEqualDays() {
        assertThat(chosen(event(1, true, "2026-12-09T19:00:00Z"), event(2, true, "2026-12-02T19:00:00Z")))
                .containsExactly(2L);
    }

    @Test
    void countsDaysAsParisDoes() {
        // 23:30 and 00:30 in Paris are two days, though one day in UTC.
        assertThat(chosen(event(1, true, "2026-12-02T22:30:00Z"), event(2, false, "2026-12-02T23:30:00Z")))
                .hasSize(1);
    }

    @Test
    void seesNothingWhereNothingIsOnSale() {
        assertThat(Evening.among(Stream.of(), NOW)).isEmpty();
    }
}
