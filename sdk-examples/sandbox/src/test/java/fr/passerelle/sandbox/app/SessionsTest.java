package fr.passerelle.sandbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.sandbox.Http;
import fr.passerelle.sandbox.SandboxBeneficiary;
import fr.passerelle.sandbox.Stage;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in to the app by the old and the new routes (changes-2026 6). */
class SessionsTest {

    private static final String DEVICE = "'deviceInfo':{'deviceId':'a-telephone','os':'iOS','source':'app'}";

    private final Stage stage = new Stage();
    private final SandboxBeneficiary person = stage.sandbox.beneficiary(30_000);

    @AfterEach
    void stop() {
        stage.close();
    }

    private Http.Reply signIn(int version, String more) {
        return stage.http.call(
                "POST",
                "/native/v%d/signin".formatted(version),
                "",
                "{'identifier':'%s','password':'%s'%s}".formatted(person.email(), person.password(), more));
    }

    private JsonNode signedIn() {
        return signIn(2, "," + DEVICE).body();
    }

    private Http.Reply refresh(int version, JsonNode tokens, String body) {
        return stage.http.call(
                "POST",
                "/native/v%d/refresh_access_token".formatted(version),
                tokens.path("refreshToken").asText(),
                body);
    }

    private int me(JsonNode tokens) {
        return stage.http
                .call("GET", "/native/v1/me", tokens.path("accessToken").asText(), "")
                .status();
    }

    @Test
    void theNewRouteWantsADevice() {
        assertThat(signIn(2, "").status()).isEqualTo(400);
        assertThat(signIn(2, "").body().has("deviceInfo")).isTrue();
        assertThat(signIn(2, "," + DEVICE).status()).isEqualTo(200);
        assertThat(signIn(1, "").status()).as("the old one does not").isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{'os':'iOS'}", "{'deviceId':'x','fontScale':-1}", "{'deviceId':null}", "'x'", "null"})
    void refusesADeviceThatIsNone(String device) {
        assertThat(signIn(2, ",'deviceInfo':" + device).status()).isEqualTo(400);
        assertThat(refresh(2, signedIn(), "{'deviceInfo':%s}".formatted(device)).status())
                .isEqualTo(400);
    }

    @Test
    void aRefreshReplacesBothTokensAtOnce() {
        JsonNode first = signedIn();
        JsonNode second = refresh(2, first, "{" + DEVICE + "}").body();

        assertThat(second.path("refreshToken")).isNotEqualTo(first.path("refreshToken"));
        assertThat(me(first)).isEqualTo(401);
        assertThat(me(second)).isEqualTo(200);
        assertThat(refresh(2, first, "{" + DEVICE + "}").status()).isEqualTo(401);
        assertThat(me(second)).as("after the spent token came again").isEqualTo(200);
    }

    @Test
    void anotherDeviceGetsNothingAndSpoilsNothing() {
        JsonNode tokens = signedIn();

        assertThat(refresh(2, tokens, "{'deviceInfo':{'deviceId':'another'}}").status())
                .isEqualTo(401);
        assertThat(refresh(2, tokens, "{" + DEVICE + "}").status()).isEqualTo(200);
    }

    @Test
    void tokensOfTheOldRouteAreTakenOver() {
        JsonNode old = signIn(1, "").body();

        JsonNode taken = refresh(2, old, "{" + DEVICE + "}").body();

        assertThat(me(taken)).isEqualTo(200);
        assertThat(refresh(2, taken, "{'deviceInfo':{'deviceId':'another'}}").status())
                .as("bound to the device from now on")
                .isEqualTo(401);
    }

    @Test
    void theOldRefreshKeepsItsToken() {
        JsonNode tokens = signIn(1, "").body();

        JsonNode renewed = refresh(1, tokens, "{}").body();

        assertThat(renewed.has("refreshToken")).isFalse();
        assertThat(me(renewed)).isEqualTo(200);
        assertThat(refresh(1, tokens, "{}").status()).isEqualTo(200);
    }

    @Test
    void signingOutEndsThisSessionOnly() {
        JsonNode here = signedIn();
        JsonNode there = signedIn();

        assertThat(signOut(here)).isEqualTo(204);

        assertThat(signOut(here)).isEqualTo(401);
        assertThat(me(here)).isEqualTo(401);
        assertThat(refresh(2, here, "{" + DEVICE + "}").status()).isEqualTo(401);
        assertThat(me(there)).isEqualTo(200);
    }

    private int signOut(JsonNode tokens) {
        return stage.http
                .call("POST", "/native/v1/signout", tokens.path("accessToken").asText(), "")
                .status();
    }

    @Test
    void aSessionEndsAMonthAfterSigningIn() {
        JsonNode tokens = signedIn();
        stage.sandbox.clock().advance(Duration.ofDays(29));
        JsonNode renewed = refresh(2, tokens, "{" + DEVICE + "}").body();
        stage.sandbox.clock().advance(Duration.ofDays(1));

        assertThat(refresh(2, renewed, "{" + DEVICE + "}").status()).isEqualTo(401);
    }
}
