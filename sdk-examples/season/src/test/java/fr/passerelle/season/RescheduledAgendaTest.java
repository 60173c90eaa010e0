package fr.passerelle.season;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.commandline.ExitCode;
import fr.passerelle.commandline.Language;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Texts;
import fr.passerelle.contract.CheckingProxy;
import fr.passerelle.http.Environment;
import fr.passerelle.model.offer.Category;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.model.offer.EventDraft;
import fr.passerelle.model.offer.EventFilter;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.offer.OfferStatus;
import fr.passerelle.model.offer.PriceCategory;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.model.venue.Accessibility;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.ratelimit.RateLimiter;
import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.sandbox.SandboxProvider;
import fr.passerelle.sandbox.SandboxVenue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agenda of four days: published, moved to a later date at another price, cancelled, gone. */
class RescheduledAgendaTest {

    private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");
    private static final String FIRST = "1-first";
    private static final String MOVED = "2-later-date-and-price";
    private static final String CANCELLED = "3-cancelled";
    private static final String GONE = "4-gone";
    private static final String PRICE_NOT_UNDERSTOOD = "5-price-not-understood";

    private final Sandbox sandbox = Sandbox.start();
    private final SandboxProvider vendor = sandbox.provider();
    private final SandboxVenue venue = sandbox.linkedVenue(vendor);
    private final PassCultureClient client = PassCultureClient.builder()
            .apiKey(vendor.apiKey())
            .environment(new Environment(sandbox.baseUrl()))
            .rateLimiter(RateLimiter.unlimited())
            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
            .build();

    @BeforeEach
    void setTheClock() {
        sandbox.clock().set(NOW);
    }

    @AfterEach
    void close() {
        client.close();
        sandbox.close();
    }

    private record Run(int exit, String output) {}

    private Run publish(String agenda, String... more) throws IOException, URISyntaxException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        String file = "cases/agenda-rescheduled-" + agenda + ".json";
        Path path = Path.of(
                Objects.requireNonNull(getClass().getResource(file), file).toURI());
        try (CheckingProxy programme = new CheckingProxy(sandbox.baseUrl())) {
            List<String> arguments = Stream.concat(
                            Stream.of(
                                    "publish",
                                    "--file",
                                    path.toString(),
                                    "--base-url",
                                    programme.baseUrl().toString(),
                                    "--siret",
                                    venue.siret(),
                                    "--contact",
                                    "billetterie@example.org"),
                            Stream.of(more))
                    .toList();
            Surroundings surroundings = new Surroundings(
                    print,
                    print,
                    false,
                    Texts.in(Language.of(arguments, Locale.ENGLISH), Main.TEXTS),
                    Map.of("PASSCULTURE_API_KEY", vendor.apiKey()),
                    Clock.fixed(NOW, ZoneOffset.UTC));
            int exit = Main.run(surroundings, arguments);
            return new Run(exit, out.toString(StandardCharsets.UTF_8));
        }
    }

    private Event concert() {
        return client.events().list(EventFilter.all()).toList().get(0);
    }

    private List<EventDate> dates() {
        return client.events().dates(concert().id()).list().toList();
    }

    private void somebodyBooks(int places) {
        sandbox.beneficiary(30_000).book(dates().get(0).id(), places);
    }

    private void assertNothingToDo(String agenda, String... more) throws IOException, URISyntaxException {
        sandbox.journal().clear();
        publish(agenda, Stream.concat(Stream.of("--yes"), Stream.of(more)).toArray(String[]::new));
        assertThat(sandbox.journal().entries())
                .isNotEmpty()
                .allMatch(entry -> entry.method().equals("GET"));
    }

    @Test
    void theFirstDayIsPublishedOnceAndTheSecondRunSaysSo() throws Exception {
        assertThat(publish(FIRST, "--yes").exit()).isEqualTo(ExitCode.OK);

        assertThat(dates()).singleElement().satisfies(date -> {
            assertThat(date.beginning()).isEqualTo("2027-04-10T18:00:00Z");
            assertThat(date.priceCategory().price()).isEqualTo(Price.euros("12"));
        });
        assertThat(publish(FIRST, "--yes").output()).contains("as the agenda has it, nothing to do");
        assertNothingToDo(FIRST);
    }

    @Test
    void aLaterDateAndAnotherPriceAreThePlanFirst() throws Exception {
        publish(FIRST, "--yes");

        Run dry = publish(MOVED);

        assertThat(dry.output())
                .contains(
                        "price: 12.00 € → 15.00 €",
                        "1 date added, the first on Saturday 17 April 2027, 20:00",
                        "Saturday 10 April 2027, 20:00: withdrawn, nobody has booked it",
                        "Nothing was sent");
        assertThat(dates()).extracting(EventDate::beginning).containsExactly(Instant.parse("2027-04-10T18:00:00Z"));
    }

    @Test
    void aLaterDateReplacesTheOldOneIfNobodyHasBookedIt() throws Exception {
        publish(FIRST, "--yes");

        assertThat(publish(MOVED, "--yes").exit()).isEqualTo(ExitCode.OK);

        assertThat(dates()).singleElement().satisfies(date -> {
            assertThat(date.beginning()).isEqualTo("2027-04-17T18:00:00Z");
            assertThat(date.priceCategory().price()).isEqualTo(Price.euros("15"));
        });
        assertThat(concert().priceCategories()).extracting(PriceCategory::price).containsExactly(Price.euros("15"));
        assertNothingToDo(MOVED);
    }

    /** Nobody guesses a price, and nobody ends an event because of a text; but it must not look as if all were well. */
    @Test
    void whatIsNotUnderstoodAnyMoreStaysOnSaleAtItsOldPriceAndThatIsSaid() throws Exception {
        publish(FIRST, "--yes");

        Run run = publish(PRICE_NOT_UNDERSTOOD, "--yes");

        assertThat(run.exit()).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(run.output())
                .contains("refused [price.pay-what-you-want]", "it stays so, at its old price and dates");
        assertThat(dates())
                .singleElement()
                .satisfies(date -> assertThat(date.priceCategory().price()).isEqualTo(Price.euros("12")));
    }

    @Test
    void aBookedDateIsClosedAndSaid() throws Exception {
        publish(FIRST, "--yes");
        somebodyBooks(2);

        Run run = publish(MOVED, "--yes");

        assertThat(run.output()).contains("2 places booked", "--cancel-booked would cancel them");
        assertThat(dates()).hasSize(2);
        assertThat(dates().get(0).bookedQuantity()).isEqualTo(2);
        assertThat(dates().get(0).remaining()).isEqualTo(Remaining.of(0));
        assertThat(publish(MOVED, "--yes").output()).contains("2 places booked");
        assertNothingToDo(MOVED);
    }

    @Test
    void aBookedDateIsCancelledOnlyWhenToldTo() throws Exception {
        publish(FIRST, "--yes");
        somebodyBooks(2);

        Run run = publish(MOVED, "--yes", "--cancel-booked");

        assertThat(run.output()).contains("withdrawn, 2 places booked cancelled");
        assertThat(dates()).extracting(EventDate::beginning).containsExactly(Instant.parse("2027-04-17T18:00:00Z"));
        assertNothingToDo(MOVED, "--cancel-booked");
    }

    @Test
    void aCancelledConcertIsTakenOffSale() throws Exception {
        publish(MOVED, "--yes");

        Run run = publish(CANCELLED, "--yes");

        assertThat(run.output()).contains("it is cancelled", "taken off sale: it does not take place");
        assertThat(concert().status()).isEqualTo(OfferStatus.INACTIVE);
        assertThat(dates()).isEmpty();
        assertNothingToDo(CANCELLED);
    }

    @Test
    void aConcertThatIsGoneIsTakenOffSaleAndBookingsAreKept() throws Exception {
        publish(MOVED, "--yes");
        somebodyBooks(1);

        Run run = publish(GONE, "--yes");

        assertThat(run.output()).contains("not in the agenda any more", "taken off sale", "1 place booked");
        assertThat(concert().status()).isEqualTo(OfferStatus.INACTIVE);
        assertThat(dates())
                .singleElement()
                .satisfies(date -> assertThat(date.bookedQuantity()).isEqualTo(1));
        assertNothingToDo(GONE);
    }

    @Test
    void anAgendaThatIsNotTheWholeOneEndsNothing() throws Exception {
        publish(MOVED, "--yes");

        publish(GONE, "--yes", "--keep-others");

        assertThat(concert().status()).isEqualTo(OfferStatus.ACTIVE);
        assertThat(dates()).hasSize(1);
    }

    @Test
    void whatNoAgendaHasPublishedIsLeft() throws Exception {
        client.events()
                .create(EventDraft.builder()
                        .name("Of another system")
                        .category(Category.guidedVisit())
                        .location(Location.atVenue(venue.id()))
                        .accessibility(Accessibility.of())
                        .hasTicket(false)
                        .idAtProvider("other-1")
                        .build());

        assertNothingToDo(GONE);
    }

    @Test
    void withAMemoryAnUnchangedAgendaTakesOnePage(@TempDir Path folder) throws Exception {
        String memory = folder.resolve("memory").toString();
        publish(FIRST, "--yes", "--memory", memory);

        assertNothingToDo(FIRST, "--memory", memory);

        assertThat(sandbox.journal().entries())
                .extracting(entry -> String.valueOf(entry.operation()))
                .containsExactlyInAnyOrder("GetVenueBySiret", "GetEvents");
    }

    @Test
    void aMemoryThatIsAnotherFileIsNotReplacedAndNothingIsSent(@TempDir Path folder) throws Exception {
        Path precious = Files.writeString(folder.resolve("agenda.json"), "[]");

        Run run = publish(FIRST, "--yes", "--memory", precious.toString());

        assertThat(run.exit()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.output()).contains("agenda.json cannot be written", "Nothing was sent");
        assertThat(precious).hasContent("[]");
        assertThat(client.events().list(EventFilter.all())).isEmpty();
    }

    @Test
    void itSaysAllThatInFrench() throws Exception {
        publish(FIRST, "--yes");

        assertThat(publish(MOVED, "--lang", "fr").output())
                .contains("diffère de l’agenda", "tarif : 12,00 € → 15,00 €", "retiré, personne ne l’a réservé");
    }
}
