package fr.passerelle.invitations;

import static fr.passerelle.model.invitation.AccessNeed.HEARING_LOOP;
import static fr.passerelle.model.invitation.AccessNeed.WHEELCHAIR;
import static fr.passerelle.model.invitation.Distance.km;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.model.invitation.AgeBand;
import fr.passerelle.model.invitation.Availability;
import fr.passerelle.model.invitation.Party;
import fr.passerelle.model.invitation.Position;
import fr.passerelle.model.invitation.SessionKind;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Price;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a structure looks for becomes one address. */
class AvailabilitySearchTest {

    private static final Position SAINT_DENIS = Position.of(48.93, 2.36);

    private Server server;
    private InvitationsClient client;

    @BeforeEach
    void start() throws IOException {
        server = new Server();
        client = server.client().build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private Map<String, String> asked(AvailabilitySearch search) throws InterruptedException {
        server.response(Samples.page(null, List.<Availability>of()));
        search.list().toList();
        HttpUrl url = server.request().getUrl();
        assertThat(url.encodedPath()).isEqualTo("/v1/availabilities");
        return url.queryParameterNames().stream()
                .filter(name -> !name.equals("limit"))
                .collect(Collectors.toMap(name -> name, url::queryParameter));
    }

    @Test
    void nothingIsAskedBeforeTheListIsRead() {
        client.sessions().near(SAINT_DENIS, km(15)).list();

        assertThat(server.requests()).isZero();
    }

    @Test
    void asksForAllThatWasSaid() throws InterruptedException {
        Map<String, String> asked = asked(client.sessions()
                .near(SAINT_DENIS, km(15))
                .from(LocalDate.of(2026, 11, 3))
                .to(LocalDate.of(2026, 11, 30))
                .accessibleFor(WHEELCHAIR, HEARING_LOOP)
                .languageNotNeeded()
                .maximumPrice(Price.euros("1.50"))
                .group(10)
                .kind(SessionKind.SHOW));

        assertThat(asked)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "latitude", "48.93",
                        "longitude", "2.36",
                        "radiusKm", "15",
                        "from", "2026-11-02T23:00:00Z",
                        "to", "2026-11-30T23:00:00Z",
                        "needs", "WHEELCHAIR,HEARING_LOOP",
                        "languageNeeded", "false",
                        "maximumPrice", "150",
                        "group", "10",
                        "kind", "SHOW"));
    }

    @Test
    void whatIsSaidLaterCounts() throws InterruptedException {
        AvailabilitySearch byPoint = client.sessions().near(SAINT_DENIS, km(15)).group(4);

        assertThat(asked(byPoint.near("69002", km(30)).group(5)))
                .containsExactlyInAnyOrderEntriesOf(Map.of("postalCode", "69002", "radiusKm", "30", "group", "5"));
        assertThat(asked(byPoint)).containsEntry("group", "4").containsKey("latitude");
        assertThat(asked(client.sessions().available().maximumPrice(Price.euros("25"))))
                .containsEntry("maximumPrice", "300");
    }

    @Test
    void aPartySaysItsSizeAndNeeds() throws InterruptedException {
        Party party = Party.of(6, AgeBand.FROM_60).workers(2).needing(1, WHEELCHAIR);

        assertThat(asked(client.sessions().available().forParty(party)))
                .containsExactlyInAnyOrderEntriesOf(Map.of("group", "8", "needs", "WHEELCHAIR"));
    }

    /** Java writes it as 1.0E-5. */
    @Test
    void aPointAtTheEquatorIsWrittenInPlainDigits() throws InterruptedException {
        assertThat(asked(client.sessions().near(Position.of(0.00001, -0.5), km(1))))
                .containsEntry("latitude", "0.00001")
                .containsEntry("longitude", "-0.5");
        assertThat(asked(client.sessions().near(Position.of(0.1 + 0.2, -1e-9), km(1))))
                .containsEntry("latitude", "0.3")
                .containsEntry("longitude", "0");
    }

    @Test
    void nonsenseIsRefusedBeforeAnythingIsSent() {
        assertThatThrownBy(() -> client.sessions().available().group(0)).isInstanceOf(RuleViolationException.class);
        assertThatThrownBy(() -> km(0)).isInstanceOf(RuleViolationException.class);
        assertThatThrownBy(() -> km(301)).isInstanceOf(RuleViolationException.class);
        assertThat(server.requests()).isZero();
    }
}
