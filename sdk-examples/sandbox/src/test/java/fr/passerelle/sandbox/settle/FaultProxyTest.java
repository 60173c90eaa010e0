package fr.passerelle.sandbox.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.sandbox.Http;
import fr.passerelle.sandbox.Stage;
import fr.passerelle.sandbox.settle.FaultProxy.Evidence;
import fr.passerelle.sandbox.settle.FaultProxy.Plan;
import fr.passerelle.sandbox.settle.Wire.Response;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the matrix rests on: the proxy does what a fault says, and counts what the server took. */
class FaultProxyTest {

    private static final String PATH = "/public/providers/v1/provider";

    private final Stage stage = new Stage();
    private FaultProxy proxy;
    private Http http;

    @BeforeEach
    void start() throws IOException {
        proxy = new FaultProxy(stage.sandbox.baseUrl());
        http = new Http(proxy.url());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        stage.close();
    }

    private Http.Reply patch(String name) throws IOException {
        return http.send(
                "PATCH", PATH, stage.provider.apiKey(), "{'notificationUrl':'https://example.org/%s'}".formatted(name));
    }

    private String stored() {
        return stage.http
                .call("GET", PATH, stage.provider.apiKey(), "")
                .body()
                .path("notificationUrl")
                .asText();
    }

    private void arm(String fault) {
        WireFault found = WireFault.ALL.stream()
                .filter(one -> one.title().equals(fault))
                .findFirst()
                .orElseThrow();
        proxy.arm(new Plan(request -> request.method().equals("PATCH"), found, 1, () -> {}, Thread.currentThread()));
    }

    @Test
    void passesEverythingOnUntilItIsArmed() throws Exception {
        assertThat(patch("a").status()).isEqualTo(200);

        assertThat(stored()).endsWith("/a");
        assertThat(proxy.evidence()).isEqualTo(new Evidence(0, List.of(), 0, 0));
    }

    @Test
    void aRequestLostBeforeTheServerHasNoEffect() throws Exception {
        patch("old");
        arm("reset before");

        assertThatThrownBy(() -> patch("new")).isInstanceOf(IOException.class);

        assertThat(proxy.evidence().effects()).isEmpty();
        assertThat(proxy.evidence().struck()).isEqualTo(1);
        assertThat(stored()).endsWith("/old");
    }

    @Test
    void aResponseLostOnItsWayBackLeavesItsEffect() throws Exception {
        arm("reset after");

        assertThatThrownBy(() -> patch("new")).isInstanceOf(IOException.class);

        assertThat(proxy.evidence().effects()).hasSize(1);
        assertThat(stored()).endsWith("/new");
    }

    @Test
    void whatTheServerRefusesIsNoEffect() throws Exception {
        arm("no fault");

        int status = http.send("PATCH", PATH, stage.provider.apiKey(), "{'bookingUrl':''}")
                .status();

        assertThat(status).isEqualTo(400);
        assertThat(proxy.evidence().responses()).extracting(Response::status).containsExactly(400);
        assertThat(proxy.evidence().effects()).isEmpty();
    }

    @Test
    void aLateRequestOverwritesTheSecond() throws Exception {
        arm("late, after the second");

        assertThatThrownBy(() -> patch("first")).isInstanceOf(IOException.class);
        patch("second");

        assertThat(stored()).endsWith("/first");
        assertThat(proxy.evidence().effects()).hasSize(2);
    }

    @Test
    void aLateRequestComesBeforeTheSecond() throws Exception {
        arm("late, before the second");

        assertThatThrownBy(() -> patch("first")).isInstanceOf(IOException.class);
        patch("second");

        assertThat(stored()).endsWith("/second");
    }

    @Test
    void aLateRequestArrivesEvenIfNothingFollows() throws Exception {
        arm("late, after the second");

        assertThatThrownBy(() -> patch("first")).isInstanceOf(IOException.class);

        assertThat(proxy.evidence().effects()).hasSize(1);
        assertThat(stored()).endsWith("/first");
    }

    @Test
    void faultsHaveNamesOfTheirOwn() {
        assertThat(WireFault.ALL).extracting(WireFault::title).doesNotHaveDuplicates();
    }
}
