package fr.passerelle.passculture;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import fr.passerelle.contract.SentRequests;
import fr.passerelle.error.ForbiddenException;
import fr.passerelle.error.GoneException;
import fr.passerelle.error.TransportException;
import fr.passerelle.http.Environment;
import fr.passerelle.internal.call.VirtualTime;
import fr.passerelle.model.value.Countermark;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An evening at the door: too early, throttled, admitted, scanned twice; then the network drops a response. */
class ReplayedEveningTest {

    private static final Countermark COUNTERMARK = Countermark.of("ABC234");
    private static final String USE = "/public/bookings/v1/use/token/ABC234";

    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    private final VirtualTime time = new VirtualTime();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void admitsOnceAndOnlyWhenTheBookingIsFinal() {
        scene(Scenario.STARTED, 403, "{\"booking\":\"not before 20:00\"}", "open");
        scene("open", 429, "{\"global\":[\"too many\"]}", "calm");
        scene("calm", 204, "", "used");
        scene("used", 410, "{\"booking\":\"already used\"}", "used");

        try (PassCultureClient client = client()) {
            ForbiddenException early = catchThrowableOfType(
                    ForbiddenException.class, () -> client.bookings().use(COUNTERMARK));
            assertThat(early.errors()).containsOnlyKeys("booking");

            client.bookings().use(COUNTERMARK);

            GoneException twice = catchThrowableOfType(
                    GoneException.class, () -> client.bookings().use(COUNTERMARK));
            assertThat(twice.mayHaveBeenProcessed()).isFalse();
        }

        assertThat(time.pauses().stream().reduce(Duration.ZERO, Duration::plus))
                .as("a second after the 429, then permits at half the rate")
                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        server.verify(
                4, patchRequestedFor(urlEqualTo(USE)).withHeader("Authorization", equalTo("Bearer " + Server.KEY)));
    }

    @Test
    void leavesAScanThatIsLostAgainAndAgainToTheDoorkeeper() {
        server.stubFor(patch(USE).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        try (PassCultureClient client = client()) {
            TransportException lost = catchThrowableOfType(
                    TransportException.class, () -> client.bookings().use(COUNTERMARK));
            assertThat(lost.mayHaveBeenProcessed()).isTrue();
            assertThat(lost).hasMessageContaining("tried 3 times").hasMessageContaining("or another door");
        }

        server.verify(3, patchRequestedFor(urlEqualTo(USE)));
    }

    @Test
    void saysThatAUsedCountermarkMayHaveBeenUsedByThisVeryScan() {
        server.stubFor(patch(USE)
                .inScenario("door")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))
                .willSetStateTo("used"));
        scene("used", 410, "{\"booking\":\"already used\"}", "used");

        try (PassCultureClient client = client()) {
            GoneException gone = catchThrowableOfType(
                    GoneException.class, () -> client.bookings().use(COUNTERMARK));
            assertThat(gone.afterLostResponse()).isTrue();
            assertThat(gone.mayHaveBeenProcessed()).isTrue();
            assertThat(gone).hasMessageContaining("got status 410 after an attempt whose outcome is not known");
        }
    }

    private void scene(String state, int status, String body, String next) {
        server.stubFor(patch(USE)
                .inScenario("door")
                .whenScenarioStateIs(state)
                .willReturn(aResponse().withStatus(status).withBody(body))
                .willSetStateTo(next));
    }

    private PassCultureClient client() {
        return PassCultureClient.builder()
                .apiKey(Server.KEY)
                .environment(Environment.of(server.baseUrl()))
                .callTimeout(Duration.ofSeconds(60))
                .okHttpClient(SentRequests.okHttpClient())
                .time(time)
                .build();
    }
}
