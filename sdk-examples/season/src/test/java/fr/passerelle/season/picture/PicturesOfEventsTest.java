package fr.passerelle.season.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.catalogue.CatalogueMemory;
import fr.passerelle.catalogue.Removal;
import fr.passerelle.commandline.net.OpenInternet;
import fr.passerelle.http.Environment;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventFilter;
import fr.passerelle.model.offer.OfferImage;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.ratelimit.RateLimiter;
import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.sandbox.SandboxProvider;
import fr.passerelle.sandbox.SandboxVenue;
import fr.passerelle.season.agenda.Finding;
import fr.passerelle.season.agenda.FindingCode;
import fr.passerelle.season.agenda.ListingReader;
import fr.passerelle.season.agenda.Schedule;
import fr.passerelle.season.publish.Offering;
import fr.passerelle.season.publish.Outcome;
import fr.passerelle.season.publish.Publisher;
import fr.passerelle.season.publish.Terms;
import java.awt.Color;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HeldCertificate;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An agenda's pictures, from its address to the programme. */
@Timeout(60)
class PicturesOfEventsTest {

    private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");
    private static final Terms TERMS = new Terms("billetterie@example.org", Capacity.of(20), false);

    private final Sandbox sandbox = Sandbox.start();
    private final SandboxProvider vendor = sandbox.provider();
    private final SandboxVenue venue = sandbox.linkedVenue(vendor);
    private final PassCultureClient client = PassCultureClient.builder()
            .apiKey(vendor.apiKey())
            .environment(new Environment(sandbox.baseUrl()))
            .rateLimiter(RateLimiter.unlimited())
            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
            .build();
    private final CatalogueMemory memory = CatalogueMemory.inMemory();
    private final MockWebServer server = new MockWebServer();
    private final HeldCertificate certificate =
            new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();

    @BeforeEach
    void start() throws IOException {
        sandbox.clock().set(NOW);
        PictureFetcherTest.serve(server, certificate);
    }

    @AfterEach
    void stop() {
        client.close();
        sandbox.close();
        server.close();
    }

    private ObjectNode record(String uid) {
        ObjectNode record = JsonMapper.builder().build().createObjectNode();
        record.put("uid", uid)
                .put("title", "Le Cid " + uid)
                .put("keywords", "théâtre")
                .put("conditions", "12 €")
                .put("imageCredits", "Photo : Zoé Petit")
                .put("timetable", "2027-04-06T20:00:00 2027-04-06T21:30:00");
        record.putObject("image")
                .put("base", "https://localhost:" + server.getPort() + "/main/")
                .put("filename", uid + ".base.jpg")
                .putArray("variants")
                .addObject()
                .put("type", "full")
                .put("filename", uid + ".full.jpg");
        return record;
    }

    private void serves(byte[] picture) {
        server.enqueue(
                new MockResponse.Builder().body(new Buffer().write(picture)).build());
    }

    private Outcome publish(ObjectNode record) {
        try (Illustrator pictures = new Illustrator(
                new PictureFetcher(
                        PictureFetcherTest.trusting(certificate), new OpenInternet(InetAddress::isLoopbackAddress)),
                100_000_000)) {
            Publisher publisher = new Publisher(
                    client,
                    TERMS,
                    Clock.fixed(NOW, ZoneOffset.UTC),
                    Removal.WITHDRAW_UNBOOKED,
                    true,
                    Optional.of(memory),
                    pictures);
            Publisher.Prepared prepared =
                    publisher.prepare(List.of(new ListingReader(new Schedule(NOW, false)).read(record)), venue.id());
            return prepared.done(prepared.apply(result -> {})).get(0);
        }
    }

    private List<FindingCode> told(Outcome outcome) {
        return outcome.offering().map(Offering::illustration).orElseThrow().notes().stream()
                .map(Finding::code)
                .toList();
    }

    private Event event() {
        return client.events().list(EventFilter.all()).toList().get(0);
    }

    private Optional<String> credit() {
        return Optional.ofNullable(event().image()).map(OfferImage::credit);
    }

    @Test
    void theLargestPictureGoesWithItsCredit() throws Exception {
        serves(Pictures.jpeg(1920, 1080, Color.BLUE));

        Outcome outcome = publish(record("1"));

        assertThat(server.takeRequest().getTarget()).isEqualTo("/main/1.full.jpg");
        assertThat(credit()).contains("Photo : Zoé Petit");
        assertThat(told(outcome)).containsExactly(FindingCode.PICTURE_FRAMED);
    }

    @Test
    void theSamePictureIsNotSentAgainAndAnotherOneIs() {
        serves(Pictures.jpeg(1920, 1080, Color.BLUE));
        serves(Pictures.jpeg(1920, 1080, Color.BLUE));
        serves(Pictures.jpeg(1920, 1080, Color.GREEN));
        publish(record("1"));

        assertThat(publish(record("1")).isChanged()).isFalse();
        assertThat(publish(record("1")).changes())
                .singleElement()
                .satisfies(change -> assertThat(change.fields())
                        .singleElement()
                        .satisfies(field -> assertThat(field.field()).isEqualTo("image")));
    }

    @Test
    void aPictureThatCannotBeHadIsToldAndItsEventPublished() {
        server.enqueue(new MockResponse.Builder().code(404).build());

        Outcome outcome = publish(record("1"));

        assertThat(outcome.isNew()).isTrue();
        assertThat(outcome.hasFailed()).isFalse();
        assertThat(told(outcome)).containsExactly(FindingCode.PICTURE_STATUS);
        assertThat(event().image()).isNull();
    }

    @Test
    void aPictureThatCannotBeHadTodayStaysAndIsKnownTomorrow() {
        serves(Pictures.jpeg(1920, 1080, Color.BLUE));
        server.enqueue(new MockResponse.Builder().code(503).build());
        serves(Pictures.jpeg(1920, 1080, Color.BLUE));
        publish(record("1"));

        assertThat(publish(record("1")).isChanged()).isFalse();
        assertThat(event().image()).isNotNull();
        assertThat(publish(record("1")).isChanged()).isFalse();
    }

    @Test
    void anAgendaThatNamesNobodySendsNoCreditAndSaysSo() {
        serves(Pictures.png(400, 600, Color.BLUE));
        ObjectNode record = record("1");
        record.remove("imageCredits");

        assertThat(told(publish(record))).containsExactly(FindingCode.PICTURE_NO_CREDIT);
        assertThat(event().image()).isNotNull();
        assertThat(credit()).isEmpty();
    }

    @Test
    void anotherCreditIsAChange() {
        serves(Pictures.png(400, 600, Color.BLUE));
        serves(Pictures.png(400, 600, Color.BLUE));
        publish(record("1"));

        Outcome outcome = publish(record("1").put("imageCredits", "Photo : Léo Grand"));

        assertThat(outcome.isChanged()).isTrue();
        assertThat(credit()).contains("Photo : Léo Grand");
    }
}
