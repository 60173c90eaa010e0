package fr.passerelle.season.readme;

import static fr.passerelle.model.venue.Disability.AUDIO;
import static fr.passerelle.model.venue.Disability.MOTOR;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.booking.Booking;
import fr.passerelle.model.offer.Category;
import fr.passerelle.model.offer.DateDraft;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.model.offer.EventDraft;
import fr.passerelle.model.offer.EventFilter;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.offer.PriceCategoryDraft;
import fr.passerelle.model.offer.ShowType;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Countermark;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Siret;
import fr.passerelle.model.venue.Accessibility;
import fr.passerelle.model.venue.Venue;
import fr.passerelle.passculture.Admission;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The snippets of README.md. */
class ReadmeSnippetsTest extends VendorSnippets {

    private final List<Booking> doorList = new ArrayList<>();

    @Test
    void publishesSellsAndAdmits(Sandbox sandbox) {
        asVendorOf(sandbox);
        publish();
        try (PassCultureClient passCulture = client()) {
            Event play = passCulture.events().list(EventFilter.all()).iterator().next();
            EventDate date =
                    passCulture.events().dates(play.id()).list().iterator().next();
            long booking = sandbox.beneficiary(30_000).book(date.id(), 2);
            sandbox.clock().advance(MONTH);

            admit(passCulture, play, sandbox.countermark(booking));

            assertThat(doorList)
                    .singleElement()
                    .satisfies(seen -> assertThat(seen.duo()).isTrue());
            assertThat(passCulture.bookings().ofEvent(play.id())).allMatch(Booking::used);
            assertThat(shown).containsExactly("Welcome!");
        }
    }

    private void publish() {
        // snippet: vendor
        try (PassCultureClient passCulture = PassCultureClient.builder()
                .apiKey(apiKey)
                .environment(environment) // Environment.INTEGRATION, PRODUCTION or of("http://localhost:8080")
                .build()) {

            Venue venue = passCulture.venues().bySiret(Siret.of("85331845900049"));

            Event play = passCulture
                    .events()
                    .create(EventDraft.builder()
                            .name("Le Bourgeois gentilhomme")
                            .category(Category.show(ShowType.THEATRE_COMEDIE).author("Molière"))
                            .location(Location.at(venue))
                            .accessibility(Accessibility.of(AUDIO, MOTOR))
                            .bookingContact("billetterie@example.org")
                            .hasTicket(false)
                            .idAtProvider("SAISON26-BG")
                            .addPriceCategories(PriceCategoryDraft.of("Carré or", Price.euros("25.00")))
                            .build());

            passCulture
                    .events()
                    .dates(play.id())
                    .create(DateDraft.at(opening)
                            .price(play.priceCategory("Carré or"))
                            .capacity(Capacity.of(120)));
        }
        // end
    }

    private void admit(PassCultureClient passCulture, Event play, String scanned) {
        // snippet: door
        passCulture.bookings().ofEvent(play.id()).stream() // fetches page after page, as you read
                .filter(Booking::confirmed)
                .forEach(doorList::add);

        Admission admission = passCulture.bookings().admit(Countermark.of(scanned));
        show(admission.admitted() ? "Welcome!" : "No: " + admission.outcome()); // TOO_EARLY, UNKNOWN…
        // end
    }
}
