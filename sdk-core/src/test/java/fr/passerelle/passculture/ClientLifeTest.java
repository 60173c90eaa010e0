package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.http.Environment;
import fr.passerelle.internal.http.OkHttpSetup;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect.Stall;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ClientLifeTest {

    @Test
    void refusesAMissingKey() {
        String absent = null;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PassCultureClient.builder()
                        .apiKey(absent)
                        .environment(Environment.INTEGRATION)
                        .build())
                .withMessageContaining("apiKey is missing");
    }

    /** With the word itself, which must not be ambiguous. */
    @Test
    void refusesNoKeyAtAll() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PassCultureClient.builder()
                        .apiKey(null)
                        .environment(Environment.INTEGRATION)
                        .build())
                .withMessage("apiKey is missing: pass the key of your provider account");
    }

    @Test
    void refusesASupplierThatHasNoKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PassCultureClient.builder()
                        .apiKeyFrom(() -> "")
                        .environment(Environment.INTEGRATION)
                        .build())
                .withMessage("apiKey is missing or blank: pass the key that the programme gave you");
    }

    @Test
    void refusesAKeyWithALineBreakWithoutShowingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PassCultureClient.builder()
                        .apiKey("very-secret\n")
                        .environment(Environment.INTEGRATION)
                        .build())
                .withMessageContaining("line break")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("very-secret"));
    }

    @Test
    void refusesToGuessTheEnvironment() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PassCultureClient.builder().apiKey("k").build())
                .withMessageContaining("environment is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "backend.example.org",
                "ftp://backend.example.org",
                "javascript:alert(1)",
                "https:backend.example.org",
                "https:///path",
                "https://user@backend.example.org", // who reads it takes the wrong half for the host
                "https://backend.passculture.app@evil.example",
                "https://backend.passculture.app:443@evil.example",
                "https://backend.example.org?a=b",
                "https://backend.example.org#", // it would swallow the path
                "https://backend.example.org/#/",
                "https://back end.example.org",
                "https://backend.example.org\\@evil.example",
                "https://backend.example.org\r\nHost: evil.example",
            })
    void refusesABaseUrlThatIsMoreThanAServersAddress(String hostile) {
        assertThatIllegalArgumentException().isThrownBy(() -> Environment.of(hostile));
    }

    @Test
    void refusesLimitsThatMakeNoSense() {
        PassCultureClient.Builder builder = PassCultureClient.builder();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.callTimeout(Duration.ZERO))
                .withMessageContaining("callTimeout");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.attemptTimeout(Duration.ofSeconds(-1)))
                .withMessageContaining("attemptTimeout");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.connectTimeout(Duration.ofDays(2)))
                .withMessageContaining("one day");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.attempts(0))
                .withMessageContaining("between 1 and 10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.userAgentSuffix("a\r\nb"))
                .withMessageContaining("userAgentSuffix");
    }

    @Test
    void asksForTheKeyAnewEachTime() throws IOException, InterruptedException {
        AtomicReference<String> key = new AtomicReference<>("first");
        try (Server server = new Server().response(200, Samples.PROVIDER).response(200, Samples.PROVIDER);
                PassCultureClient client = server.client().apiKeyFrom(key::get).build()) {
            client.provider().get();
            key.set("second");
            client.provider().get();

            assertThat(server.request().getHeaders().get("Authorization")).isEqualTo("Bearer first");
            assertThat(server.request().getHeaders().get("Authorization")).isEqualTo("Bearer second");
        }
    }

    @Test
    void leavesNoThreadBehind() throws IOException {
        try (Server server = new Server()) {
            PassCultureClient client = server.client().build();
            for (int i = 0; i < 20; i++) {
                server.response(200, Samples.PROVIDER);
            }
            CompletableFuture.allOf(IntStream.range(0, 20)
                            .mapToObj(i -> client.provider().async().get())
                            .toArray(CompletableFuture[]::new))
                    .join();
            assertThat(Leaks.threads()).isNotEmpty();

            client.close();
            client.close();

            assertThat(Leaks.threadsLeft()).isEmpty();
        }
    }

    @Test
    void leavesNoConnectionBehind() throws IOException {
        try (Server server = new Server().response(200, "{}")) {
            OkHttpSetup wire = new OkHttpSetup(null);
            call(wire.client(), server);
            assertThat(wire.client().connectionPool().connectionCount()).isEqualTo(1);

            wire.close();

            assertThat(wire.client().connectionPool().connectionCount()).isZero();
        }
    }

    @Test
    void leavesTheUsersClientAlone() throws IOException {
        OkHttpClient theirs = new OkHttpClient();
        try (Server server = new Server().response(200, Samples.PROVIDER).response(200, "{}")) {
            try (PassCultureClient client = server.client().okHttpClient(theirs).build()) {
                assertThat(client.provider().get().id()).isEqualTo(7);
            }
            assertThat(Leaks.threadsLeft()).isEmpty();
            assertThat(theirs.dispatcher().executorService().isShutdown()).isFalse();
            assertThat(theirs.connectionPool().connectionCount()).isEqualTo(1);
            call(theirs, server);
        } finally {
            theirs.dispatcher().executorService().shutdown();
            theirs.connectionPool().evictAll();
        }
    }

    @Test
    void closingEndsWhatIsUnderWay() throws IOException, InterruptedException {
        try (Server server = new Server()
                .response(new MockResponse.Builder()
                        .onResponseStart(Stall.INSTANCE)
                        .build())) {
            PassCultureClient client = server.client().attempts(1).build();
            CompletableFuture<?> call = client.provider().async().get();
            server.request();

            client.close();

            assertThat(call).failsWithin(Duration.ofSeconds(5));
            assertThat(Leaks.threadsLeft()).isEmpty();
        }
    }

    @Test
    void refusesCallsOnceClosed() throws IOException {
        try (Server server = new Server()) {
            PassCultureClient client = server.client().build();
            client.close();

            assertThatThrownBy(() -> client.provider().get())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the client is closed");
            assertThatThrownBy(() -> client.provider().async().get().join())
                    .hasCauseInstanceOf(IllegalStateException.class)
                    .hasRootCauseMessage("the client is closed");
            assertThat(server.requests()).isZero();
        }
    }

    @Test
    void refusesMoreFuturesThanItCanHold() throws IOException {
        try (Server server = new Server();
                PassCultureClient client = server.client()
                        .executor(work -> {
                            throw new RejectedExecutionException("full");
                        })
                        .build()) {
            CompletableFuture<?> call = client.provider().async().get();

            assertThatThrownBy(call::join)
                    .isNotInstanceOf(CancellationException.class)
                    .hasCauseInstanceOf(RejectedExecutionException.class);
        }
    }

    private static void call(OkHttpClient client, Server server) throws IOException {
        Request request = new Request.Builder()
                .url(server.environment().baseUrl().toString())
                .build();
        try (Response response = client.newCall(request).execute()) {
            assertThat(response.body().string()).isNotEmpty();
        }
    }
}
