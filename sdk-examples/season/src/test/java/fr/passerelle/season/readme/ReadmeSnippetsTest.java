package fr.passerelle.season.readme;

import static fr.passerelle.model.venue.Disability.AUDIO;
import static fr.passerelle.model.venue.Disability.MOTOR;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.contract.CheckingProxy;
import fr.passerelle.error.CallException;
import fr.passerelle.error.ForbiddenException;
import fr.passerelle.error.GoneException;
import fr.passerelle.error.NotFoundException;
import fr.passerelle.http.Environment;
import fr.passerelle.metrics.CallMetrics;
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
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Countermark;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.model.value.Siret;
import fr.passerelle.model.venue.Accessibility;
import fr.passerelle.model.venue.Venue;
import fr.passerelle.passculture.Admission;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.sandbox.SandboxProvider;
import fr.passerelle.sandbox.SandboxVenue;
import fr.passerelle.sandbox.junit.SandboxExtension;
import fr.passerelle.ticketing.BookingMessage;
import fr.passerelle.ticketing.BookingResponse;
import fr.passerelle.ticketing.CancellationResponse;
import fr.passerelle.ticketing.DeskResponse;
import fr.passerelle.ticketing.NotificationMessage;
import fr.passerelle.ticketing.SampleMessages;
import fr.passerelle.ticketing.SignedMessage;
import fr.passerelle.ticketing.Ticket;
import fr.passerelle.ticketing.TicketingDesk;
import fr.passerelle.tracing.CallTracing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the README shows is what stands here between {@code // snippet: x} and {@code // end}: it compiles, it runs, and
 * a test compares the two texts.
 */
@ExtendWith(SandboxExtension.class)
class ReadmeSnippetsTest {

    private static final Duration MONTH = Duration.ofDays(30);

    private String apiKey = "";
    private Environment environment = Environment.INTEGRATION;
    private @Nullable CheckingProxy programme;
    private final Instant opening = Instant.now().plus(MONTH).truncatedTo(ChronoUnit.SECONDS);
    private final List<Booking> doorList = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();

    @AfterEach
    void stop() {
        if (programme != null) {
            programme.close();
        }
    }

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
        passCulture.bookings().ofEvent(play.id()).stream() // pages itself, rate limited, lazily
                .filter(Booking::confirmed)
                .forEach(doorList::add);

        // Reads, then uses. UNCERTAIN: a response was lost, and the booking is used by now, here or at another door.
        Admission admission = passCulture.bookings().admit(Countermark.of(scanned));
        show(admission.admitted() ? "Welcome!" : "No: " + admission.outcome()); // TOO_EARLY, UNCERTAIN…
        // end
    }

    @Test
    void responsesTheProgrammesMessages() {
        String key = "demo-key-0001";
        Seats seats = new Seats();
        SignedMessage message = TicketingDesk.sign(key, SampleMessages.booking(2));
        String signatureHeader = message.signature();
        byte[] rawBody = message.body();

        // snippet: desk
        TicketingDesk desk = TicketingDesk.builder()
                .hmacKey(key)
                .onBooking(booking -> seats.tryHold(booking)) // tickets(...), soldOut() or notEnoughSeats(1)
                .onCancellation(barcodes -> seats.release(barcodes)) // unknown barcodes are fine
                .onNotification(notice -> seats.note(notice)) // of offers without tickets of yours
                .build();

        DeskResponse response = desk.receive(signatureHeader, rawBody); // status and JSON to send back
        // end

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).contains("\"remainingQuantity\":8");
        desk.close();
    }

    /** A hall of ten seats. */
    private static final class Seats {
        private int left = 10;

        BookingResponse tryHold(BookingMessage booking) {
            if (left < booking.quantity()) {
                return left == 0 ? BookingResponse.soldOut() : BookingResponse.notEnoughSeats(left);
            }
            List<Ticket> tickets = new ArrayList<>();
            for (int i = 0; i < booking.quantity(); i++) {
                tickets.add(Ticket.of("SEAT-" + left--));
            }
            return BookingResponse.tickets(Remaining.of(left), tickets);
        }

        CancellationResponse release(List<String> barcodes) {
            left += barcodes.size();
            return CancellationResponse.cancelled(Remaining.of(left));
        }

        void note(NotificationMessage notice) {
            left -= notice.booking().quantity();
        }
    }

    @Test
    void tellsWhyAVisitorIsNotAdmitted(Sandbox sandbox) {
        asVendorOf(sandbox);
        try (PassCultureClient passCulture = client()) {
            admitOrSayWhy(passCulture, "ABC234");
            admitOrSayWhy(passCulture, "O0O0");
        }

        assertThat(shown)
                .containsExactly("No such booking.", "token: doit avoir 6 caractères parmi A-Z sans I ni O, et 2-7");
    }

    private void admitOrSayWhy(PassCultureClient passCulture, String scanned) {
        // snippet: errors
        try {
            passCulture.bookings().use(Countermark.of(scanned));
            show("Welcome!");
        } catch (RuleViolationException typo) {
            show(typo.message(Locale.FRENCH)); // refused before the wire
        } catch (GoneException used) {
            show("Already used, or cancelled.");
        } catch (NotFoundException unknown) {
            show("No such booking.");
        } catch (ForbiddenException early) {
            show("Too early: the beneficiary may still cancel.");
        } catch (CallException failure) {
            show("Try again: " + failure.getMessage()); // safe to show and to log
        }
        // end
    }

    @Test
    void measuresAndTracesACall(Sandbox sandbox) {
        asVendorOf(sandbox);
        MeterRegistry meterRegistry = new SimpleMeterRegistry();
        OpenTelemetry openTelemetry = OpenTelemetry.noop();

        // snippet: observers
        PassCultureClient passCulture = PassCultureClient.builder()
                .apiKey(apiKey)
                .environment(environment)
                .callListener(new CallMetrics(meterRegistry))
                .callListener(new CallTracing(openTelemetry))
                .build();
        // end

        passCulture.provider().get();
        passCulture.close();
        assertThat(meterRegistry
                        .get("passculture.client.calls")
                        .tags("operation", "GetProvider", "outcome", "success")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    private void show(String text) {
        shown.add(text);
    }

    private void asVendorOf(Sandbox sandbox) {
        SandboxProvider vendor = sandbox.provider();
        sandbox.link(sandbox.venue("Théâtre du Pont", "85331845900049"), vendor);
        apiKey = vendor.apiKey();
        programme = new CheckingProxy(sandbox.baseUrl());
        environment = Environment.of(programme.baseUrl().toString());
    }

    private PassCultureClient client() {
        return PassCultureClient.builder()
                .apiKey(apiKey)
                .environment(environment)
                .build();
    }

    // snippet: sandbox
    @ExtendWith(SandboxExtension.class)
    static class MyShopTest {

        @Test
        void sellsAPlaceToSomebodyWithACredit(Sandbox sandbox) {
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

    @ParameterizedTest
    @ValueSource(strings = {"vendor", "door", "desk", "errors", "observers", "sandbox"})
    void theReadmeShowsWhatIsCompiledHere(String snippet) throws IOException {
        assertThat(blockOfReadme(snippet)).isEqualTo(blockOfThisFile(snippet));
    }

    private static String blockOfReadme(String snippet) throws IOException {
        return between(
                Files.readString(root().resolve("README.md")), "<!-- snippet: " + snippet + " -->\n```java\n", "```");
    }

    private static String blockOfThisFile(String snippet) throws IOException {
        Path source =
                root().resolve("sdk-examples/season/src/test/java/fr/passerelle/season/readme/ReadmeSnippetsTest.java");
        return between(Files.readString(source), "// snippet: " + snippet + "\n", "// end\n")
                .stripIndent();
    }

    private static String between(String text, String before, String after) {
        int start = text.indexOf(before);
        assertThat(start).as("\"%s\" stands in the file", before.strip()).isNotNegative();
        int from = start + before.length();
        return text.substring(from, text.indexOf(after, from)).stripTrailing();
    }

    private static Path root() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("LICENSE"))) {
                return at;
            }
        }
        throw new IllegalStateException("no folder above holds the LICENSE");
    }
}
