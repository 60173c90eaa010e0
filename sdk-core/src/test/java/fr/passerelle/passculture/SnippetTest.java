package fr.passerelle.passculture;

import static fr.passerelle.model.venue.Disability.AUDIO;
import static fr.passerelle.model.venue.Disability.MOTOR;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.booking.Booking;
import fr.passerelle.model.offer.Category;
import fr.passerelle.model.offer.DateDraft;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDraft;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.offer.PriceCategoryDraft;
import fr.passerelle.model.offer.ShowType;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Countermark;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Siret;
import fr.passerelle.model.venue.Accessibility;
import fr.passerelle.model.venue.Venue;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A vendor's first twenty lines, as the documentation shows them. */
class SnippetTest {

    @Test
    void readsAsTheDesignPromises() throws IOException {
        Instant opening = Instant.parse("2026-12-24T20:00:00Z");
        List<Booking> doorList = new ArrayList<>();
        try (Server server = new Server()
                .response(200, Samples.VENUE)
                .response(200, Samples.EVENT)
                .response(200, Samples.object("dates", Samples.DATE))
                .response(
                        200,
                        Samples.object("bookings", Samples.booking(1, "CONFIRMED"), Samples.booking(2, "CANCELLED")))
                .response(204, "")) {

            try (var passCulture = PassCultureClient.builder()
                    .apiKey(Server.KEY)
                    .environment(server.environment())
                    .clock(Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC))
                    .build()) {

                Venue venue = passCulture.venues().bySiret(Siret.of("85331845900049"));

                Event play = passCulture
                        .events()
                        .create(EventDraft.builder()
                                .name("Le Bourgeois gentilhomme")
                                .category(
                                        Category.show(ShowType.THEATRE_COMEDIE).author("Molière"))
                                .location(Location.at(venue))
                                .accessibility(Accessibility.of(AUDIO, MOTOR))
                                .bookingContact("billetterie@example.org")
                                .hasTicket(true)
                                .idAtProvider("SAISON26-BG")
                                .addPriceCategories(PriceCategoryDraft.of("Carré or", Price.euros("25.00")))
                                .build());

                passCulture
                        .events()
                        .dates(play.id())
                        .create(DateDraft.at(opening)
                                .price(play.priceCategory("Carré or"))
                                .capacity(Capacity.of(120)));

                passCulture.bookings().ofEvent(play.id()).stream()
                        .filter(Booking::confirmed)
                        .forEach(doorList::add);

                passCulture.bookings().use(Countermark.of("ABC234"));
            }

            assertThat(server.requests()).isEqualTo(5);
            assertThat(doorList).extracting(Booking::id).containsExactly(1L);
        }
    }
}
