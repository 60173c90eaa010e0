package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.passerelle.contract.SendsNonsense;
import fr.passerelle.error.NotFoundException;
import fr.passerelle.error.ServerException;
import fr.passerelle.error.UnexpectedStatusException;
import fr.passerelle.http.RawRequest;
import fr.passerelle.http.RawResponse;
import fr.passerelle.http.RequestOptions;
import java.io.IOException;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operations that the SDK does not know. */
class RawCallsTest {

    private static final String NEW = "no operation of the programme, as nobody knows it yet";

    private Server server;
    private PassCultureClient client;

    @BeforeEach
    void start() throws IOException {
        server = new Server();
        client = server.client().random(() -> 0).build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    @SendsNonsense(NEW)
    void whatVariesIsEncoded() throws InterruptedException {
        server.response(200, "{\"new\":1}");

        RawResponse response = client.raw()
                .send(RawRequest.patch("/public/new/v1/things/{id}/x", "a/../b?c#d")
                        .query("q", "é&=")
                        .json("{\"a\":1}"));

        assertThat(response.bodyText()).isEqualTo("{\"new\":1}");
        RecordedRequest request = server.request();
        assertThat(request.getRequestLine())
                .startsWith("PATCH /public/new/v1/things/a%2F..%2Fb%3Fc%23d/x?q=%C3%A9%26%3D");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + Server.KEY);
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(String.valueOf(request.getBody())).contains("\"a\":1");
    }

    @Test
    @SendsNonsense(NEW)
    void aReadIsRetriedAndAWriteIsNot() {
        server.response(503, "{}").response(200, "{}").response(503, "{}");

        assertThat(client.raw().send(RawRequest.get("/public/new/v1/things")).attempts())
                .isEqualTo(2);
        ServerException undecided = catchThrowableOfType(
                ServerException.class,
                () -> client.raw().send(RawRequest.post("/public/new/v1/things").json("{}")));

        assertThat(undecided.attempts()).isEqualTo(1);
        assertThat(undecided.mayHaveBeenProcessed()).isTrue();
        assertThat(undecided)
                .hasMessage("Raw (POST /public/new/v1/things) got status 503; it may have been processed: "
                        + "read what it changes before you send it again");
    }

    @Test
    @SendsNonsense(NEW)
    void aWriteThatTheCallerVouchesForIsRetried() {
        server.response(503, "{}").response(204, "");
        RawCalls vouched = client.raw()
                .with(RequestOptions.builder().assumeIdempotent(true).build());

        assertThat(vouched.async()
                        .send(RawRequest.delete("/public/new/v1/things/{id}", 7))
                        .join()
                        .attempts())
                .isEqualTo(2);
    }

    @Test
    @SendsNonsense(NEW)
    void anErrorIsOneOfTheFamilyAndShowsNoValue() {
        server.response(404, "{\"global\":\"the thing KNR237 is unknown\"}");

        assertThatThrownBy(() -> client.raw().send(RawRequest.get("/public/new/v1/things/{countermark}", "KNR237")))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("Raw (GET /public/new/v1/things/{countermark}) got status 404: the thing … is unknown");
    }

    @Test
    @SendsNonsense(NEW)
    void aRedirectIsNotFollowed() {
        server.response(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", "https://elsewhere.example.org/")
                .build());

        assertThatThrownBy(() -> client.raw().send(RawRequest.get("/public/new")))
                .isInstanceOf(UnexpectedStatusException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "public",
                "https://elsewhere.example.org/x",
                "//elsewhere.example.org/x",
                "/a//b",
                "/a/../b",
                "/a/..",
                "/./a",
                "/a/%2e%2e/b",
                "/a?b=c",
                "/a#b",
                "/a b",
                "/a\r\nHost: elsewhere",
                "/a\\..\\b",
                "/a/{id",
                "/a/}",
                "/é",
                "@elsewhere.example.org/x",
                ":80/x",
            })
    void aPathThatIsNoPlainPathIsRefused(String path) {
        assertThatThrownBy(() -> RawRequest.get(path)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPathLeavesNoPlaceholderOpen() {
        assertThatThrownBy(() -> RawRequest.get("/a/{id}"))
                .hasMessage("path has 1 placeholders, but there are 0 values");
        assertThatThrownBy(() -> RawRequest.get("/a", 1)).hasMessage("path has 0 placeholders, but there are 1 values");
        assertThatThrownBy(() -> RawRequest.get("/a/{id}", "..")).hasMessage("{id} cannot be empty, \".\" or \"..\"");
    }

    @Test
    void aBodyIsJsonAndNotOfARead() {
        assertThatThrownBy(() -> RawRequest.get("/a").json("{}")).hasMessage("a GET has no body");
        assertThatThrownBy(() -> client.raw().send(RawRequest.post("/a").json("{\"secret\":")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the body is no JSON");
        assertThat(server.requests()).isZero();
    }

    @Test
    void showsNoValue() {
        assertThat(RawRequest.put("/a/{b}", "secret").query("c", "secret").json("\"secret\""))
                .hasToString("RawRequest[PUT /a/{b}]");
    }

    @Test
    void fieldsThatTheSdkDoesNotKnowCanBeRead() {
        server.response(200, Samples.PROVIDER).response(200, Samples.PROVIDER);

        StringBuilder seen = new StringBuilder();
        client.provider()
                .with(RequestOptions.builder()
                        .onResponse(response -> seen.append(response.bodyText()))
                        .build())
                .get();

        assertThat(seen).contains("\"brandNew\":{\"a\":1}");
        assertThat(client.raw()
                        .send(RawRequest.get("/public/providers/v1/provider"))
                        .bodyText())
                .contains("\"brandNew\":{\"a\":1}");
    }
}
