package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.passerelle.error.AuthenticationException;
import fr.passerelle.error.CallException;
import fr.passerelle.error.NotFoundException;
import fr.passerelle.error.ServerException;
import fr.passerelle.error.TransportException;
import fr.passerelle.http.CircuitBreaker;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.log.CapturedLogs;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client and its calls are called: headers, request ids, names and tags. */
class ClientIdentityTest {

    private static final String REQUEST_ID = "X-Request-Id";

    private Server server;

    @BeforeEach
    void start() throws IOException {
        server = new Server();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aHeaderOfTheClientIsOnEveryRequestUnlessTheCallHasItsOwn() throws InterruptedException {
        server.response(200, Samples.PROVIDER).response(200, Samples.PROVIDER);
        try (PassCultureClient client = server.client()
                .header("X-Platform", "one")
                .header("X-Tenant", "rennes")
                .build()) {
            client.provider().get();
            client.provider()
                    .with(RequestOptions.builder().header("x-tenant", "brest").build())
                    .get();
        }

        RecordedRequest first = server.request();
        assertThat(first.getHeaders().values("X-Platform")).containsExactly("one");
        assertThat(first.getHeaders().values("X-Tenant")).containsExactly("rennes");
        RecordedRequest second = server.request();
        assertThat(second.getHeaders().values("X-Platform")).containsExactly("one");
        assertThat(second.getHeaders().values("X-Tenant")).containsExactly("brest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "HOST", "content-length", "Transfer-Encoding", "User-Agent"})
    void aHeaderOfTheSdksIsRefused(String name) {
        assertThatThrownBy(() -> server.client().header(name, "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("header " + name + " is set by the client and cannot be replaced");
    }

    @Test
    void aHeaderThatWouldBeginAnotherIsRefused() {
        assertThatThrownBy(() -> server.client().header("X-A", "b\r\nX-C: d"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> server.client().header("X-A: b", "c")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRequestIdIsSentWithEachAttemptAndStandsInMessageAndLog() throws InterruptedException {
        server.response(503, "{}").response(404, "{}");
        try (PassCultureClient client = server.client().name("door").build()) {
            NotFoundException unknown = catchThrowableOfType(
                    NotFoundException.class,
                    () -> client.events()
                            .with(RequestOptions.builder()
                                    .requestId("scan-7f3a")
                                    .build())
                            .get(12));

            assertThat(unknown.requestId()).contains("scan-7f3a");
            assertThat(unknown)
                    .hasMessage("GetEvent (GET /public/offers/v1/events/{event_id}) [request scan-7f3a], tried 2 times,"
                            + " got status 404");
        }
        assertThat(server.request().getHeaders().get(REQUEST_ID)).isEqualTo("scan-7f3a");
        assertThat(server.request().getHeaders().get(REQUEST_ID)).isEqualTo("scan-7f3a");
        assertThat(CapturedLogs.ours())
                .anyMatch(line -> line.text().endsWith("attempt 2, client door, request scan-7f3a"));
    }

    @Test
    void theClientGivesEachCallAnId() throws InterruptedException {
        Iterator<String> ids = List.of("a", "b").iterator();
        server.response(200, Samples.PROVIDER).response(200, Samples.PROVIDER);
        try (PassCultureClient client = server.client().requestIds(ids::next).build()) {
            client.provider().get();
            client.provider().async().get().join();
        }

        assertThat(server.request().getHeaders().get(REQUEST_ID)).isEqualTo("a");
        assertThat(server.request().getHeaders().get(REQUEST_ID)).isEqualTo("b");
    }

    @Test
    void withoutAnIdThereIsNone() throws InterruptedException {
        server.response(404, "{}");
        try (PassCultureClient client = server.client().requestIds(() -> null).build()) {
            assertThat(catchThrowableOfType(
                                    CallException.class, () -> client.provider().get())
                            .requestId())
                    .isEmpty();
        }
        assertThat(server.request().getHeaders().get(REQUEST_ID)).isNull();
    }

    @Test
    void anIdThatNoHeaderCarriesFailsTheCallInBothWays() {
        try (PassCultureClient client = server.client().requestIds(() -> "a\nb").build()) {
            assertThatThrownBy(() -> client.provider().get())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("requestId must be visible ASCII");
            assertThatThrownBy(() -> client.provider().async().get().join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(IllegalArgumentException.class);
            assertThat(client.underWay()).isZero();
        }
        assertThat(server.requests()).isZero();
    }

    @Test
    void aWarningNamesServerAndClient() {
        server.response(401, "{}");
        try (PassCultureClient client = server.client().name("tenant rennes").build()) {
            assertThatThrownBy(() -> client.provider().get()).isInstanceOf(AuthenticationException.class);
        }

        String host = server.environment().baseUrl().getHost();
        assertThat(CapturedLogs.ours())
                .anyMatch(line -> line.text()
                        .equals("The server refuses the API key (401): no call can succeed [" + host
                                + ", client tenant rennes]"));
    }

    @Test
    void nameAndTagsAreNotSent() throws InterruptedException {
        server.response(200, Samples.PROVIDER);
        try (PassCultureClient client =
                server.client().name("unsentname").tag("tenant", "unsenttag").build()) {
            client.provider().get();
        }

        RecordedRequest request = server.request();
        assertThat(request.getHeaders().toString() + request.getUrl()).doesNotContain("unsent");
    }

    @Test
    void namesAndTagsHaveBounds() {
        refuses(builder -> builder.name(" "), "name must have 1 to 64 characters");
        refuses(builder -> builder.name("a\nb"), "name must have visible characters only");
        refuses(builder -> builder.tag("operation", "x"), "tag operation is set by the client");
        refuses(builder -> builder.tag("programme", "x"), "tag programme is set by the client");
        refuses(builder -> builder.tag("Tenant name", "x"), "tag key must begin with a small letter");
        refuses(builder -> builder.tag("tenant", "x".repeat(65)), "tag tenant must have 1 to 64 characters");
        refuses(
                builder -> {
                    for (char c = 'a'; c < 'l'; c++) {
                        builder.tag(String.valueOf(c), "x");
                    }
                },
                "tags: at most 10");
    }

    @Test
    void aClientWithoutACircuitBreakerSendsEveryCall() {
        int calls = 120;
        for (int i = 0; i < calls; i++) {
            server.response(503, "{}");
        }
        try (PassCultureClient client =
                server.client().attempts(1).circuitBreaker(CircuitBreaker.off()).build()) {
            for (int i = 0; i < calls; i++) {
                assertThatThrownBy(() -> client.provider().get()).isInstanceOf(ServerException.class);
            }
        }
        assertThat(server.requests()).isEqualTo(calls);
    }

    @Test
    void anUnreachableServerIsNamedInNoMessage() {
        server.close();
        try (PassCultureClient client = server.client().attempts(1).build()) {
            TransportException lost = catchThrowableOfType(
                    TransportException.class, () -> client.provider().get());

            assertThat(lost).hasMessageContaining("was not sent: the connection failed; it was not processed");
        }
    }

    private void refuses(Consumer<PassCultureClient.Builder> setting, String message) {
        assertThatThrownBy(() -> setting.accept(server.client()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
