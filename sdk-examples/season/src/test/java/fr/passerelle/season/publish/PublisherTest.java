package fr.passerelle.season.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.catalogue.Removal;
import fr.passerelle.contract.SentRequests;
import fr.passerelle.error.ApiException;
import fr.passerelle.error.AuthenticationException;
import fr.passerelle.http.Environment;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.model.offer.EventFilter;
import fr.passerelle.model.offer.OfferStatus;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.ratelimit.RateLimiter;
import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.sandbox.SandboxProvider;
import fr.passerelle.sandbox.SandboxVenue;
import fr.passerelle.sandbox.traffic.Effect;
import fr.passerelle.sandbox.traffic.Fault;
import fr.passerelle.season.agenda.AgendaEntry;
import fr.passerelle.season.agenda.ListingReader;
import fr.passerelle.season.agenda.Schedule;
import fr.passerelle.season.picture.Illustration;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublisherTest {

    private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");
    private static final Terms TERMS = new Terms("billetterie@example.org", Capacity.of(20), false);
    private static final String TWO_NIGHTS =
            "2018-02-06T20:00:00 2018-02-06T21:30:00;2018-02-07T20:00:00 2018-02-07T21:30:00";

    private final Sandbox sandbox = Sandbox.start();
    private final SandboxProvider vendor = sandbox.provider();
    private final SandboxVenue venue = sandbox.linkedVenue(vendor);
    private PassCultureClient client = client(vendor.apiKey(), NOW);

    @BeforeEach
    void setTheClock() {
        sandbox.clock().set(NOW);
    }

    @AfterEach
    void close() {
        client.close();
        sandbox.close();
    }

    private PassCultureClient client(String apiKey, Instant now) {
        return PassCultureClient.builder()
                .apiKey(apiKey)
                .environment(new Environment(sandbox.baseUrl()))
                .rateLimiter(RateLimiter.unlimited())
                .okHttpClient(SentRequests.okHttpClient())
                .clock(Clock.fixed(now, ZoneOffset.UTC))
                .build();
    }

    private static ObjectNode record(String uid, String price) {
        return JsonMapper.builder()
                .build()
                .createObjectNode()
                .put("uid", uid)
                .put("title", "Le Cid " + uid)
                .put("tags", "théâtre")
                .put("pricing_info", price)
                .put("timetable", TWO_NIGHTS);
    }

    private Publisher publisher(Instant now) {
        return new Publisher(
                client,
                TERMS,
                Clock.fixed(now, ZoneOffset.UTC),
                Removal.WITHDRAW_UNBOOKED,
                true,
                Optional.empty(),
                listing -> Illustration.NONE);
    }

    private static List<AgendaEntry> read(Instant now, ObjectNode... records) {
        ListingReader reader = new ListingReader(new Schedule(now, true));
        return Stream.of(records).map(reader::read).toList();
    }

    private List<Outcome> publish(Instant now, ObjectNode... records) {
        Publisher.Prepared prepared = publisher(now).prepare(read(now, records), venue.id());
        return prepared.done(prepared.apply(result -> {}));
    }

    private static Reason.AgainstRules broken(Outcome outcome) {
        return (Reason.AgainstRules) outcome.refusal().orElseThrow();
    }

    private List<Event> events() {
        return client.events().list(EventFilter.all()).toList();
    }

    private List<EventDate> dates(Event event) {
        return client.events().dates(event.id()).list().toList();
    }

    @Test
    void publishesEveryPerformanceInEveryPrice() {
        publish(NOW, record("1", "Plein tarif : 8€ / Tarif réduit : 6€"));
        assertThat(events()).singleElement().satisfies(event -> {
            assertThat(event.name()).isEqualTo("Le Cid 1");
            assertThat(event.idAtProvider()).isEqualTo("agenda-1");
            assertThat(event.durationMinutes()).isEqualTo(90);
            assertThat(event.priceCategory("Plein tarif").price().cents()).isEqualTo(800);
            assertThat(dates(event))
                    .hasSize(4)
                    .allSatisfy(date -> assertThat(date.beginning()).isAfter(NOW));
        });
    }

    @Test
    void doublesNothingWhenRunTwice() {
        publish(NOW, record("1", "8€"), record("2", "Gratuit"));
        List<Outcome> again = publish(NOW, record("1", "8€"), record("2", "Gratuit"));
        assertThat(again)
                .hasSize(2)
                .allSatisfy(outcome -> assertThat(outcome.changes()).isEmpty());
        assertThat(events())
                .hasSize(2)
                .allSatisfy(event -> assertThat(dates(event)).hasSize(2));
    }

    @Test
    void findsMovedDatesAgainWeeksLater() {
        publish(NOW, record("1", "8€"));
        Instant later = Instant.parse("2027-01-11T05:00:00Z");
        client.close();
        client = client(vendor.apiKey(), later);
        sandbox.clock().set(later);
        publish(later, record("1", "8€"));
        assertThat(events())
                .singleElement()
                .satisfies(event -> assertThat(dates(event)).hasSize(2));
    }

    @Test
    void aMoveOfOurOwnIsMadeOnlyOnce() {
        publish(NOW, record("1", "8€"));
        Instant before = dates(events().get(0)).get(0).beginning();
        Instant nextWeek = NOW.plus(Duration.ofDays(7));

        List<Outcome> again = publish(nextWeek, record("1", "8€"));

        assertThat(again.get(0).changes()).isEmpty();
        assertThat(dates(events().get(0)).get(0).beginning()).isEqualTo(before);
    }

    @Test
    void completesWhatALaterExportAdds() {
        publish(NOW, record("1", "8€"));
        publish(
                NOW,
                record("1", "Plein tarif : 12€ / Tarif unique : 8€")
                        .put("timetable", TWO_NIGHTS + ";2018-02-08T20:00:00 2018-02-08T21:30:00"));
        assertThat(events()).singleElement().satisfies(event -> {
            assertThat(event.priceCategories()).hasSize(2);
            assertThat(dates(event)).hasSize(6);
        });
    }

    @Test
    void changesTextsTitlesPricesAndAccessibility() {
        publish(NOW, record("1", "8€").put("description", "En vers"));

        publish(
                NOW,
                record("1", "9€")
                        .put("title", "Horace")
                        .put("description", "En prose")
                        .put("accessibility", "[\"mi\"]"));

        assertThat(events()).singleElement().satisfies(event -> {
            assertThat(event.name()).isEqualTo("Horace");
            assertThat(event.description()).startsWith("En prose");
            assertThat(event.accessibility().motor()).isTrue();
            assertThat(event.priceCategories())
                    .singleElement()
                    .satisfies(price -> assertThat(price.price().cents()).isEqualTo(900));
        });
    }

    @Test
    void aRecordThatIsNotUnderstoodAnyMoreEndsNothing() {
        publish(NOW, record("1", "8€"));

        List<Outcome> outcomes = publish(NOW, record("1", "prix libre"));

        assertThat(outcomes).singleElement().satisfies(outcome -> {
            assertThat(outcome.refusal()).isPresent();
            assertThat(outcome.changes()).isEmpty();
        });
        assertThat(dates(events().get(0))).hasSize(2);
    }

    @Test
    void anEventThatIsFullIsHiddenAndKeepsItsDates() {
        publish(NOW, record("1", "8€"));

        publish(NOW, record("1", "8€").put("status", 5));

        assertThat(events()).singleElement().satisfies(event -> {
            assertThat(event.status()).isEqualTo(OfferStatus.INACTIVE);
            assertThat(dates(event)).hasSize(2);
        });
    }

    @Test
    void anAgendaThatIsNotTheWholeOneLeavesTheOthers() {
        publish(NOW, record("1", "8€"));
        Publisher.Prepared prepared = new Publisher(
                        client,
                        TERMS,
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        Removal.WITHDRAW_UNBOOKED,
                        false,
                        Optional.empty(),
                        listing -> Illustration.NONE)
                .prepare(read(NOW, record("2", "8€")), venue.id());
        prepared.apply(result -> {});

        assertThat(events()).hasSize(2).allMatch(event -> event.status().equals(OfferStatus.ACTIVE));
    }

    @Test
    void tellsWhichRuleARecordBreaksAndPublishesTheOthers() {
        List<Outcome> outcomes = publish(
                NOW, record("1", "Place : 450 €"), record("2", "8€").put("title", "1234567890123"), record("3", "8€"));
        assertThat(broken(outcomes.get(0)).violations()).singleElement().satisfies(violation -> {
            assertThat(violation.path()).isEqualTo("priceCategories.0.price");
            assertThat(violation.limit()).isEqualTo("30000");
        });
        assertThat(broken(outcomes.get(1)).violations())
                .extracting(
                        violation -> violation.path() + " " + violation.code().code())
                .containsExactly("name looks_like_ean");
        assertThat(events()).extracting(Event::name).containsExactly("Le Cid 3");
    }

    @Test
    void refusesMorePricesThanAnEventTakes() {
        StringBuilder prices = new StringBuilder("1 €");
        for (int i = 2; i <= 51; i++) {
            prices.append(" ; ").append(i).append(" €");
        }
        assertThat(broken(publish(NOW, record("1", prices.toString())).get(0)).violations())
                .extracting(violation -> violation.path() + " " + violation.limit())
                .containsExactly("priceCategories 50");
    }

    @Test
    void refusesMoreDatesThanAnEventTakes() {
        StringBuilder timetable = new StringBuilder();
        Instant first = Instant.parse("2018-01-01T10:00:00Z");
        for (int i = 0; i < 2_700; i++) {
            timetable.append(first.plusSeconds(3_600L * i)).append(';');
        }
        assertThat(broken(publish(NOW, record("1", "8€").put("timetable", timetable.toString()))
                                .get(0))
                        .violations())
                .extracting(violation -> violation.path() + " " + violation.limit())
                .containsExactly("dates 2500");
    }

    @Test
    void tellsWhatTheProgrammeRefusesAndGoesOn() {
        Publisher.Prepared prepared =
                publisher(NOW).prepare(read(NOW, record("1", "8€"), record("2", "8€")), venue.id());
        sandbox.faults()
                .add(Fault.next(new Effect.Status(400, "{\"name\":[\"no\"]}", Map.of(), false))
                        .on("POST", "/public/offers/v1/events"));

        List<Outcome> outcomes = prepared.done(prepared.apply(result -> {}));

        assertThat(outcomes.get(0).hasFailed()).isTrue();
        assertThat(outcomes.get(0).results().get(0).failure())
                .get()
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.errors()).containsOnlyKeys("name"));
        assertThat(outcomes.get(1).hasFailed()).isFalse();
        assertThat(events()).extracting(Event::name).containsExactly("Le Cid 2");
    }

    @Test
    void comparesWithoutSendingAnything() {
        List<Outcome> outcomes =
                publisher(NOW).prepare(read(NOW, record("1", "8€")), venue.id()).planned();
        assertThat(outcomes.get(0).isNew()).isTrue();
        assertThat(events()).isEmpty();
    }

    @Test
    void aFileThatMayBeCutIsNoticed() {
        ObjectNode[] season =
                IntStream.range(0, 12).mapToObj(i -> record("e" + i, "8€")).toArray(ObjectNode[]::new);
        publish(NOW, season);

        Publisher.Prepared most = publisher(NOW).prepare(read(NOW, season[0]), venue.id());
        assertThat(most.endsMost()).isTrue();
        assertThat(most.gone()).isEqualTo(11);
        assertThat(publisher(NOW)
                        .prepare(read(NOW, Arrays.copyOf(season, 10)), venue.id())
                        .endsMost())
                .isFalse();
    }

    @Test
    void stopsAtOnceWhenTheKeyIsNotAccepted() {
        client.close();
        client = client("unknown-key", NOW);
        assertThatThrownBy(() -> publish(NOW, record("1", "8€"))).isInstanceOf(AuthenticationException.class);
    }
}
