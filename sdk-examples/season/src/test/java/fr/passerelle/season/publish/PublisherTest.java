package fr.passerelle.season.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.contract.SentRequests;
import fr.passerelle.error.AuthenticationException;
import fr.passerelle.http.Environment;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.model.offer.EventFilter;
import fr.passerelle.model.offer.PriceCategoryDraft;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Price;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.ratelimit.RateLimiter;
import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.sandbox.SandboxProvider;
import fr.passerelle.sandbox.SandboxVenue;
import fr.passerelle.season.agenda.AgendaEntry;
import fr.passerelle.season.agenda.ListingReader;
import fr.passerelle.season.agenda.Schedule;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublicationTest {

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

    private List<Outcome> publish(Instant now, ObjectNode... records) {
        ListingReader reader = new ListingReader(new Schedule(now, true));
        List<AgendaEntry> agenda = Stream.of(records).map(reader::read).toList();
        List<Outcome> outcomes = new ArrayList<>();
        new Publication(agenda, listing -> venue.id(), TERMS, now).publish(new Publisher(client), outcomes::add);
        return outcomes;
    }

    private static Reason reason(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).reason();
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
            assertThat(event.idAtProvider()).isEqualTo("1");
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
        assertThat(again).hasSize(2).allSatisfy(outcome -> {
            assertThat(outcome).isInstanceOf(Outcome.Published.class);
            assertThat(((Outcome.Published) outcome).change().isNothing()).isTrue();
        });
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
    void completesWhatALaterExportAdds() {
        publish(NOW, record("1", "8€"));
        List<Outcome> again = publish(
                NOW,
                record("1", "Plein tarif : 12€ / Tarif unique : 8€")
                        .put("timetable", TWO_NIGHTS + ";2018-02-08T20:00:00 2018-02-08T21:30:00"));
        assertThat(((Outcome.Published) again.get(0)).change().missingDates()).isEqualTo(4);
        assertThat(events()).singleElement().satisfies(event -> {
            assertThat(event.priceCategories()).hasSize(2);
            assertThat(dates(event)).hasSize(6);
        });
    }

    @Test
    void tellsWhichRuleARecordBreaksAndPublishesTheOthers() {
        List<Outcome> outcomes = publish(
                NOW, record("1", "Place : 450 €"), record("2", "8€").put("title", "1234567890123"), record("3", "8€"));
        assertThat(reason(outcomes.get(0)))
                .isInstanceOfSatisfying(
                        Reason.AgainstRules.class,
                        rules -> assertThat(rules.violations()).singleElement().satisfies(violation -> {
                            assertThat(violation.path()).isEqualTo("priceCategories.0.price");
                            assertThat(violation.limit()).isEqualTo("30000");
                        }));
        assertThat(reason(outcomes.get(1)))
                .isInstanceOfSatisfying(
                        Reason.AgainstRules.class,
                        rules -> assertThat(rules.violations())
                                .extracting(violation -> violation.path() + " "
                                        + violation.code().code())
                                .containsExactly("name looks_like_ean"));
        assertThat(events()).extracting(Event::name).containsExactly("Le Cid 3");
    }

    @Test
    void refusesMorePricesThanAnEventTakes() {
        StringBuilder prices = new StringBuilder("1 €");
        for (int i = 2; i <= 51; i++) {
            prices.append(" ; ").append(i).append(" €");
        }
        assertThat(reason(publish(NOW, record("1", prices.toString())).get(0)))
                .isInstanceOfSatisfying(
                        Reason.AgainstRules.class,
                        rules -> assertThat(rules.violations())
                                .extracting(violation -> violation.path() + " " + violation.limit())
                                .containsExactly("priceCategories 50"));
    }

    @Test
    void refusesMoreDatesThanAnEventTakes() {
        StringBuilder timetable = new StringBuilder();
        Instant first = Instant.parse("2018-01-01T10:00:00Z");
        for (int i = 0; i < 2_501; i++) {
            timetable.append(first.plusSeconds(3_600L * i)).append(';');
        }
        assertThat(reason(publish(NOW, record("1", "8€").put("timetable", timetable.toString()))
                        .get(0)))
                .isInstanceOfSatisfying(
                        Reason.AgainstRules.class,
                        rules -> assertThat(rules.violations())
                                .extracting(violation -> violation.path() + " " + violation.limit())
                                .containsExactly("dates 2500"));
    }

    @Test
    void tellsWhatTheProgrammeRefusesAndGoesOn() {
        publish(NOW, record("1", "8€"));
        // Somebody makes the price of the next export by hand: the programme takes no second one like it.
        client.events()
                .priceCategories(events().get(0).id())
                .create(PriceCategoryDraft.of("Tarif unique", Price.cents(900)));
        List<Outcome> outcomes = publish(NOW, record("1", "9€"), record("2", "8€"));
        assertThat(reason(outcomes.get(0))).isInstanceOfSatisfying(Reason.RefusedByProgramme.class, refused -> {
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.errors()).containsOnlyKeys("priceCategories");
        });
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Published.class);
    }

    @Test
    void comparesWithoutSendingAnything() {
        ListingReader reader = new ListingReader(new Schedule(NOW, true));
        List<Outcome> outcomes = new ArrayList<>();
        new Publication(List.of(reader.read(record("1", "8€"))), listing -> venue.id(), TERMS, NOW)
                .compare(new Publisher(client), outcomes::add);
        assertThat(((Outcome.Published) outcomes.get(0)).change().missingDates())
                .isEqualTo(2);
        assertThat(events()).isEmpty();
    }

    @Test
    void stopsAtOnceWhenTheKeyIsNotAccepted() {
        client.close();
        client = client("unknown-key", NOW);
        assertThatThrownBy(() -> publish(NOW, record("1", "8€"))).isInstanceOf(AuthenticationException.class);
    }
}
