package fr.passerelle.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is checked before any operation: route, body, key. */
class TransportTest extends ApiTest {

    private static final String PROVIDER = "/public/providers/v1/provider";

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown"})
    void refusesACallWithoutAKnownKey(String key) {
        assertRefused(stage.http.call("GET", PROVIDER, key, ""), 401, "{'auth':'API key required'}");
    }

    @Test
    void refusesAnInactiveProvider() {
        String key = stage.http
                .control("POST", "/providers", "{'active':false}")
                .path("apiKey")
                .asText();

        assertRefused(stage.http.call("GET", PROVIDER, key, ""), 403, "{'auth':['Inactive provider']}");
    }

    @Test
    void takesATrailingSlash() {
        assertThat(get(PROVIDER + "/").body().path("id").asLong()).isEqualTo(stage.provider.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/public/nothing", EVENTS + "/someday", EVENTS + "/-1"})
    void knowsNoOtherPath(String path) {
        assertRefused(get(path), 404, "{}");
    }

    @Test
    void refusesAnotherVerb() {
        assertRefusedUnder(delete(PROVIDER), 405, "global");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{} {}"})
    void refusesABodyThatIsNotJson(String body) {
        assertRefusedUnder(post(EVENTS, body), 400, "global");
    }

    @Test
    void looksAtTheBodyBeforeTheKey() {
        assertRefusedUnder(stage.http.call("POST", EVENTS, "", "{"), 400, "global");
    }

    @Test
    void looksAtTheKeyBeforeTheFields() {
        assertRefusedUnder(stage.http.call("POST", EVENTS, "", "{}"), 401, "auth");
    }

    @Test
    void letsBrowsersAskBeforeTheyCallFromAnotherOrigin() {
        var reply = stage.http.call("OPTIONS", PRODUCTS, "", "");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.raw().headers().firstValue("Access-Control-Allow-Methods"))
                .hasValue("GET, PATCH, POST");
        assertThat(reply.raw().headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue("*");
        assertThat(stage.http.call("OPTIONS", "/public/nothing", "", "").status())
                .isEqualTo(404);
    }

    @Test
    void refusesABodyAboveEightMegabytesLikeTheMachineInFrontOfTheServer() {
        int limit = 8 * 1024 * 1024;

        assertThat(post(EVENTS, " ".repeat(limit)).status()).isEqualTo(400);
        var reply = post(EVENTS, " ".repeat(limit + 1));

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.raw().headers().firstValue("Content-Type")).hasValue("text/html");
    }

    @Test
    void opensToAnyOrigin() {
        assertThat(get(PROVIDER).raw().headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue("*");
    }
}
