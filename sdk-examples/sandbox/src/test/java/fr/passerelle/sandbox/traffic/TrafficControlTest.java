package fr.passerelle.sandbox.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.sandbox.Http;
import fr.passerelle.sandbox.SandboxBeneficiary;
import fr.passerelle.sandbox.Stage;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrafficControlTest {

    private static final String PROVIDER = "/public/providers/v1/provider";

    private final Stage stage = new Stage();
    private final String key = stage.provider.apiKey();

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void listsFaultsWithTheirStrikesAndRemovesThem() throws IOException {
        var added = stage.http.control(
                "POST", "/faults", "{'method':'GET','path':'/public','times':null,'effect':{'kind':'garbage'}}");
        stage.http.send("GET", PROVIDER, key, "");

        var listed = stage.http.control("GET", "/faults", "").path("faults");

        assertThat(listed).hasSize(1);
        assertThat(listed.path(0).path("id")).isEqualTo(added.path("id"));
        assertThat(listed.path(0).path("struck").asInt()).isEqualTo(1);
        assertThat(listed.path(0).path("times").isNull()).isTrue();
        assertThat(listed.path(0).path("effect").path("kind").asText()).isEqualTo("garbage");
        stage.http.control("DELETE", "/faults", "");
        assertThat(stage.http.control("GET", "/faults", "").path("faults")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'effect':{'kind':'explode'}}",
                "{'effect':{'kind':'delay'}}",
                "{'effect':{'kind':'delay','ms':-1}}",
                "{'effect':{'kind':'status','status':99}}",
                "{'effect':{'kind':'refuse','ms':1}}",
                "{'effect':{'kind':'refuse'},'times':0}",
                "{'effect':{'kind':'refuse'},'colour':'red'}"
            })
    void refusesAFaultItDoesNotUnderstand(String body) {
        Http.Reply reply = stage.http.call("POST", "/sandbox/faults", "", body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body().path("error").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'dropNotifications':1.5}", "{'dropNotifications':-1}", "{'timeoutMs':0}", "{'x':1}"})
    void refusesMessageSettingsOutOfBounds(String body) {
        assertThat(stage.http.call("PUT", "/sandbox/messages", "", body).status())
                .isEqualTo(400);
    }

    @Test
    void throttlesAKeyOnThePartnerApiOnly() {
        stage.http.control("PUT", "/pace", "{'perMinute':2,'retryAfter':true}");
        SandboxBeneficiary person = stage.sandbox.beneficiary(1000);
        stage.http.call("GET", PROVIDER, key, "");
        stage.http.call("GET", PROVIDER, key, "");

        Http.Reply third = stage.http.call("GET", PROVIDER, key, "");

        assertThat(third.status()).isEqualTo(429);
        assertThat(third.body().path("global").isArray()).isTrue();
        assertThat(third.raw().headers().firstValueAsLong("Retry-After").orElse(0))
                .isBetween(1L, 60L);
        assertThat(person.remainingCredit()).isEqualTo(1000);
        assertThat(stage.http.call("GET", PROVIDER, "unknown", "").status()).isEqualTo(401);
        stage.http.control("PUT", "/pace", "{'perMinute':null}");
        assertThat(stage.http.call("GET", PROVIDER, key, "").status()).isEqualTo(200);
    }

    @Test
    void journalHoldsNoCountermarkAndNobodysData() throws InterruptedException {
        SandboxBeneficiary person = stage.sandbox.beneficiary(30_000);
        String countermark = stage.sandbox.countermark(person.book(stage.date(false, "5"), 1));
        stage.vendor.next();
        stage.http.call("GET", "/public/bookings/v1/token/" + countermark, key, "");
        stage.http.call("GET", "/public/bookings/v1/" + countermark, key, "");

        var entries = stage.http.control("GET", "/journal?limit=100", "").path("entries");

        assertThat(entries.findValuesAsText("path"))
                .contains("/native/v1/bookings", "/public/bookings/v1/token/{token}", "/public/bookings/v1/{token}");
        assertThat(entries.toString())
                .doesNotContain(countermark)
                .doesNotContain(person.email())
                .doesNotContain(person.accessToken());
    }

    @Test
    void journalTellsWhoCalledWhatAndWhichFaultStruck() {
        stage.http.call("GET", PROVIDER, key, "");
        stage.sandbox.faults().add(Fault.next(new Effect.Refuse()));
        // Not a GET, which the client would send again by itself.
        assertThatThrownBy(() -> stage.http.send("PATCH", PROVIDER, key, "{}")).isInstanceOf(IOException.class);

        var entries = stage.http.control("GET", "/journal", "").path("entries");

        var responded = entries.path(0);
        assertThat(responded.path("n").asInt()).isEqualTo(1);
        assertThat(responded.path("at").asText()).isEqualTo("2026-03-02T10:00:00Z");
        assertThat(responded.path("direction").asText()).isEqualTo("in");
        assertThat(responded.path("status").asInt()).isEqualTo(200);
        assertThat(responded.path("key").asText()).isEqualTo(key);
        assertThat(responded.path("operation").asText()).isEqualTo("GetProvider");
        assertThat(responded.path("answerBytes").asInt()).isGreaterThan(100);
        assertThat(responded.has("fault")).isFalse();
        var refused = entries.path(1);
        assertThat(refused.path("fault").asText()).isEqualTo("refuse");
        assertThat(refused.path("status").isNull()).isTrue();
    }

    @Test
    void journalIsReadInPagesAndEmptied() {
        for (int i = 0; i < 3; i++) {
            stage.http.call("GET", PROVIDER, key, "");
        }

        var page = stage.http.control("GET", "/journal?after=1&limit=1", "").path("entries");

        assertThat(page).hasSize(1);
        assertThat(page.path(0).path("n").asInt()).isEqualTo(2);
        stage.http.control("DELETE", "/journal", "");
        assertThat(stage.http.control("GET", "/journal", "").path("entries")).isEmpty();
        assertThat(stage.http.call("GET", "/sandbox/journal?after=x", "", "").status())
                .isEqualTo(400);
    }

    @Test
    void journalTellsOfMessagesToVendors() {
        stage.vendor.response("/booking", 409, "{'error':'sold_out'}");
        stage.book(stage.sandbox.beneficiary(30_000), stage.date(true, "5"), 1);

        assertThat(stage.sandbox.journal().entries())
                .filteredOn(entry -> entry.direction() == Journal.Direction.OUT)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.path()).isEqualTo("/booking");
                    assertThat(entry.status()).isEqualTo(409);
                    assertThat(entry.requestBytes()).isGreaterThan(500);
                });
    }

    @Test
    void resetRestoresEveryDefault() {
        stage.http.control("PUT", "/pace", "{'perMinute':0}");
        stage.sandbox.faults().add(Fault.next(new Effect.Refuse()));

        stage.sandbox.reset();

        assertThat(stage.sandbox.faults().all()).isEmpty();
        assertThat(stage.sandbox.journal().entries()).isEmpty();
        String again = stage.sandbox.provider().apiKey();
        assertThat(stage.http.call("GET", PROVIDER, again, "").status()).isEqualTo(200);
    }
}
