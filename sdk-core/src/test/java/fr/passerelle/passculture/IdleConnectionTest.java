package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.value.Countermark;
import fr.passerelle.passculture.IdleServer.End;
import fr.passerelle.ratelimit.RateLimiter;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server gave an idle connection up: what comes next reaches it all the same, once. */
@Timeout(60)
class IdleConnectionTest {

    private static final Countermark COUNTERMARK = Countermark.of("ABC234");

    static Stream<Arguments> connectionsGivenUp() {
        return Stream.of(false, true)
                .flatMap(tls -> Stream.of(End.values())
                        .flatMap(end -> Stream.of(0, 1, 50, 1_000).map(millis -> Arguments.of(tls, end, millis))));
    }

    @ParameterizedTest(name = "TLS {0}, {1} after {2} ms")
    @MethodSource("connectionsGivenUp")
    void theNextWriteArrivesOnce(boolean tls, End end, int millis) throws Exception {
        try (IdleServer server = new IdleServer(tls);
                PassCultureClient client = client(server)) {
            client.provider().get();
            server.end(end, Duration.ofMillis(millis));

            client.bookings().use(COUNTERMARK);

            assertThat(server.requests())
                    .filteredOn(line -> line.startsWith("PATCH"))
                    .hasSize(1);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @ParameterizedTest(name = "TLS {0}, {1} after {2} ms")
    @MethodSource("connectionsGivenUp")
    void theNextReadIsNoFailureOnceTheConnectionHasBeenIdle(boolean tls, End end, int millis) throws Exception {
        try (IdleServer server = new IdleServer(tls);
                PassCultureClient client = client(server)) {
            client.provider().get();
            server.end(end, Duration.ofMillis(Math.max(millis, 20)));

            assertThat(client.provider().get().id()).isEqualTo(7);

            assertThat(server.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aConnectionThatTheServerKeepsIsUsedAgain(boolean tls) throws IOException {
        try (IdleServer server = new IdleServer(tls);
                PassCultureClient client = client(server)) {
            for (int i = 0; i < 10; i++) {
                client.provider().get();
                client.bookings().use(COUNTERMARK);
                client.bookings().async().use(COUNTERMARK).join();
            }

            assertThat(server.requests()).hasSize(30);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    /** Nobody but the user knows how long it has been idle. */
    @Test
    void aConnectionThatTheUsersOwnCallLeftInThePoolIsLookedAtToo() throws Exception {
        try (IdleServer server = new IdleServer(false)) {
            OkHttpClient theirs = new OkHttpClient();
            Request own = new Request.Builder()
                    .url(server.environment().baseUrl() + "/own")
                    .build();
            try (Response response = theirs.newCall(own).execute()) {
                assertThat(response.body().string()).isNotEmpty();
            }
            server.end(End.CLOSED, Duration.ZERO);

            try (PassCultureClient client = builder(server).okHttpClient(theirs).build()) {
                client.bookings().use(COUNTERMARK);
            }

            assertThat(server.requests()).hasSize(2);
            theirs.connectionPool().evictAll();
        }
    }

    /** Each of them is found dead, one after another. */
    @Test
    void aPoolOfDeadConnectionsIsNoDanger() throws Exception {
        try (IdleServer server = new IdleServer(false);
                PassCultureClient client = client(server)) {
            CompletableFuture.allOf(
                            Stream.generate(() -> client.provider().async().get())
                                    .limit(40)
                                    .toArray(CompletableFuture[]::new))
                    .join();
            // Longer than a connection counts as just in use, which a trusted server's is not looked at.
            server.end(End.CLOSED, Duration.ofMillis(20));

            client.bookings().use(COUNTERMARK);

            assertThat(server.requests())
                    .filteredOn(line -> line.startsWith("PATCH"))
                    .hasSize(1);
        }
    }

    private static PassCultureClient client(IdleServer server) {
        HandshakeCertificates trusted = server.trusted();
        return builder(server)
                .okHttpClient(new OkHttpClient.Builder()
                        .connectionPool(new ConnectionPool())
                        .sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager())
                        .build())
                .build();
    }

    /** One attempt, so that a request that is lost is seen. */
    private static PassCultureClient.Builder builder(IdleServer server) {
        return PassCultureClient.builder()
                .apiKey(Server.KEY)
                .environment(server.environment())
                .rateLimiter(RateLimiter.unlimited())
                .attempts(1);
    }
}
