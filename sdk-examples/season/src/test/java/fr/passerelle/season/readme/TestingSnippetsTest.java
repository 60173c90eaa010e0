package fr.passerelle.season.readme;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.error.CallSite;
import fr.passerelle.error.ErrorResponse;
import fr.passerelle.error.GoneException;
import fr.passerelle.http.Environment;
import fr.passerelle.http.RawResponse;
import fr.passerelle.model.booking.Booking;
import fr.passerelle.model.booking.BookingStatus;
import fr.passerelle.model.offer.Category;
import fr.passerelle.model.offer.DateDraft;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDraft;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.offer.PriceCategoryDraft;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Countermark;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.venue.Accessibility;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.sandbox.SandboxProvider;
import fr.passerelle.sandbox.SandboxVenue;
import fr.passerelle.sandbox.junit.SandboxExtension;
import fr.passerelle.sandbox.traffic.Effect;
import fr.passerelle.sandbox.traffic.Fault;
import fr.passerelle.ticketing.BookingKeys;
import fr.passerelle.ticketing.DeskOutcome;
import fr.passerelle.ticketing.DeskResponse;
import fr.passerelle.ticketing.SampleMessages;
import fr.passerelle.ticketing.SignedMessage;
import fr.passerelle.ticketing.TicketingDesk;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The snippets of docs/testing.md. */
class TestingSnippetsTest extends VendorSnippets {

    // snippet: sandbox
    @ExtendWith(SandboxExtension.class)
    static class MyShopTest {

        @Test
        void sellsAPlaceToABeneficiary(Sandbox sandbox) {
            SandboxProvider me = sandbox.provider();
            SandboxVenue hall = sandbox.linkedVenue(me);
            long date = new MyShop(sandbox.baseUrl(), me.apiKey()).publishSomething(hall.id());

            long booking = sandbox.beneficiary(30_000).book(date, 1); // a credit of 300 €
            sandbox.clock().advance(Duration.ofDays(30)); // it is the evening of the show

            assertThat(sandbox.countermark(booking)).hasSize(6);
        }
    }
    // end

    /** Stands for the reader's own code. */
    private record MyShop(URI programme, String apiKey) {

        long publishSomething(long venueId) {
            try (PassCultureClient passCulture = PassCultureClient.builder()
                    .apiKey(apiKey)
                    .environment(Environment.of(programme.toString()))
                    .build()) {
                Event visit = passCulture
                        .events()
                        .create(EventDraft.builder()
                                .name("Visite des coulisses")
                                .category(Category.guidedVisit())
                                .location(Location.atVenue(venueId))
                                .accessibility(Accessibility.of())
                                .hasTicket(false)
                                .addPriceCategories(PriceCategoryDraft.of("Entrée libre", Price.FREE))
                                .build());
                return passCulture
                        .events()
                        .dates(visit.id())
                        .create(DateDraft.at(Instant.now().plus(MONTH))
                                .price(visit.priceCategory("Entrée libre"))
                                .capacity(Capacity.unlimited()))
                        .get(0)
                        .id();
            }
        }
    }

    @Test
    void retriesARequestThatTheServerDropped(Sandbox sandbox) {
        asVendorOf(sandbox);

        // snippet: fault
        sandbox.faults().add(Fault.next(new Effect.DropBefore()).on("GET", "/public/providers"));

        try (PassCultureClient passCulture = PassCultureClient.builder()
                .apiKey(apiKey)
                .environment(environment)
                .build()) {
            passCulture.provider().get();
        }

        assertThat(sandbox.journal().entries()).hasSize(2); // the dropped request and its retry
        // end
    }

    @Test
    void callsADeskByHand() {
        String key = "demo-key-0001";
        Seats seats = new Seats(BookingKeys.under("a secret of the vendor's own"));
        try (TicketingDesk desk = TicketingDesk.builder()
                .hmacKey(key)
                .onBooking(seats::tryHold)
                .onCancellation(seats::release)
                .build()) {

            // snippet: signed
            SignedMessage message = TicketingDesk.sign(key, SampleMessages.booking(2)); // a duo

            DeskResponse response = desk.receive(message.signature(), message.body());

            assertThat(response.outcome()).isEqualTo(DeskOutcome.SOLD);
            // end
        }
    }

    // snippet: seam
    /** What my door needs of the SDK; in production {@code countermark -> passCulture.bookings().use(countermark)}. */
    interface Scanner {
        void use(Countermark countermark);
    }
    // end

    /** Stands for the reader's own code. */
    private record Door(Scanner scanner) {

        String scan(String text) {
            try {
                scanner.use(Countermark.of(text));
                return "Welcome!";
            } catch (GoneException used) {
                return "Already used, or cancelled.";
            }
        }
    }

    @Test
    void throwsWhatTheServerWouldMakeTheClientThrow() {
        // snippet: by-hand
        CallSite site = CallSite.of("ValidateBookingByToken", "PATCH", "/public/bookings/v1/use/token/{token}");
        RawResponse response = new RawResponse(410, Map.of(), new byte[0], 1);
        GoneException gone = new GoneException(new ErrorResponse(site, response, Map.of(), null));

        Door door = new Door(countermark -> {
            throw gone;
        });

        assertThat(door.scan("ABC234")).isEqualTo("Already used, or cancelled.");
        // end
    }

    @Test
    void makesABooking() {
        // snippet: booking
        Booking booking = Booking.builder()
                .id(1)
                .quantity(2)
                .creationDate(Instant.parse("2026-06-01T10:00:00Z"))
                .unitPrice(Price.euros("12.50"))
                .status(BookingStatus.CONFIRMED)
                .offerId(9001)
                .stockId(7001)
                .offerName("Le Bourgeois gentilhomme")
                .venueId(42)
                .venueName("Théâtre de l’Exemple")
                .userEmail("camille@example.org")
                .build();

        assertThat(booking.totalPrice()).isEqualTo(Price.euros("25.00"));
        // end
    }
}
