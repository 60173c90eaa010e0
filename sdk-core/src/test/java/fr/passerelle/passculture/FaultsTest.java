package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.passerelle.contract.FailingSockets;
import fr.passerelle.error.DeadlineException;
import fr.passerelle.error.ServerException;
import fr.passerelle.error.TransportException;
import fr.passerelle.http.Environment;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.call.VirtualTime;
import fr.passerelle.model.offer.DateDraft;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Countermark;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect.CloseSocket;
import mockwebserver3.SocketEffect.Stall;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the network can do to a call, on a real socket. */
@Timeout(30)
class FaultsTest {

    private static final Countermark COUNTERMARK = Countermark.of("ABC234");
    /** For what never answers; nothing that answers is given so little, or a busy machine would fail the test. */
    private static final Duration SHORT = Duration.ofMillis(300);

    private static final RequestOptions HURRIED =
            RequestOptions.builder().attemptTimeout(SHORT).build();

    private final VirtualTime time = new VirtualTime();
    private Server server;
    private PassCultureClient client;

    @BeforeEach
    void start() throws IOException {
        server = new Server();
        client = server.client().time(time).build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void aDeedLeftWithoutAnResponseIsNotRepeated() {
        server.response(Faulty.fault(Stall.INSTANCE)).response(200, "{}");

        TransportException e = catchThrowableOfType(TransportException.class, () -> action(HURRIED));

        assertThat(e.mayHaveBeenProcessed()).isTrue();
        assertThat(e).hasMessageContaining("timed out").hasMessageContaining("it may have been processed");
        assertThat(server.requests()).isEqualTo(1);
    }

    /** OkHttp would quietly send it again on a fresh connection, if it were let. */
    @Test
    void aDeedOnAKeptConnectionThatDiesIsNotSentAgain() {
        server.response(204, "").response(Faulty.fault(new CloseSocket())).response(200, "{}");
        client.bookings().use(COUNTERMARK);

        TransportException e = catchThrowableOfType(TransportException.class, () -> action(RequestOptions.none()));

        assertThat(e.mayHaveBeenProcessed()).isTrue();
        assertThat(server.requests()).isEqualTo(2);
    }

    @Test
    void aReadLeftWithoutAnResponseIsRepeated() {
        RequestOptions twoSeconds =
                RequestOptions.builder().attemptTimeout(Duration.ofSeconds(2)).build();
        server.response(Faulty.fault(Stall.INSTANCE))
                .response(Faulty.fault(new CloseSocket()))
                .response(200, Samples.PROVIDER);

        assertThat(client.provider().with(twoSeconds).get().id()).isEqualTo(7);
        assertThat(server.requests()).isEqualTo(3);
    }

    @Test
    void aTruncatedResponseIsALostOne() {
        server.response(Faulty.truncated()).response(200, Samples.PROVIDER);

        TransportException e = catchThrowableOfType(
                TransportException.class,
                () -> client.events()
                        .with(RequestOptions.builder().noRetry().build())
                        .get(12));

        assertThat(e.mayHaveBeenProcessed()).isTrue();
        assertThat(client.provider().get().id()).isEqualTo(7);
    }

    @Test
    void aRefusedConnectionIsTriedAgainEvenForADeed() {
        // A port that was free a moment ago may be another program's by now; the first one is nobody's.
        try (PassCultureClient lost = server.client()
                .environment(Environment.of("http://127.0.0.1:1"))
                .time(time)
                .build()) {
            TransportException e = catchThrowableOfType(
                    TransportException.class, () -> lost.bookings().use(COUNTERMARK));

            assertThat(e.mayHaveBeenProcessed()).isFalse();
            assertThat(e.attempts()).isEqualTo(3);
            assertThat(time.pauses()).hasSize(2);
        }
    }

    @Test
    void reachesALocalhostThatOnlyListensOnIpv4() throws IOException {
        try (Server ipv4 = new Server()) {
            ipv4.response(200, Samples.PROVIDER);
            try (PassCultureClient local = server.client()
                    .environment(
                            Environment.of("http://localhost:" + ipv4.mock().getPort()))
                    .build()) {
                assertThat(local.provider().get().id()).isEqualTo(7);
            }
        }
    }

    @Test
    void theDeadlineEndsACallThatTheAttemptTimeoutWouldLetLive() {
        server.response(Faulty.fault(Stall.INSTANCE));
        RequestOptions hurried = RequestOptions.builder().callTimeout(SHORT).build();

        try (PassCultureClient real = server.client().build()) {
            DeadlineException e = catchThrowableOfType(
                    DeadlineException.class, () -> real.bookings().with(hurried).use(COUNTERMARK));

            assertThat(e.mayHaveBeenProcessed()).isTrue();
        }
    }

    @Test
    void okHttpDoesNotRepeatA503ByItself() {
        server.response(new MockResponse.Builder()
                        .code(503)
                        .addHeader("Retry-After", "0")
                        .build())
                .response(200, "{}");

        ServerException e = catchThrowableOfType(ServerException.class, () -> action(RequestOptions.none()));

        assertThat(server.requests()).isEqualTo(1);
        assertThat(e.retryAfter()).contains(Duration.ZERO);
        assertThat(e.response().header("retry-after")).contains("0");
    }

    @Test
    void readsACompressedResponse() {
        server.response(Faulty.gzipped(200, Samples.PROVIDER));

        assertThat(client.provider().get().id()).isEqualTo(7);
    }

    @Test
    void nonsenseInsteadOfHttpIsALostResponseAndIsNotQuoted() {
        server.response(
                new MockResponse.Builder().status("canary.person@example.org").build());

        assertThatThrownBy(() -> action(RequestOptions.none()))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("broke off or is no HTTP")
                .hasNoCause()
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("canary"));
    }

    @Test
    void triesEveryAddressOfTheServer() throws IOException {
        server.response(200, Samples.PROVIDER);
        InetAddress nobody = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
        InetAddress somebody = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        OkHttpClient twoAddresses = new OkHttpClient.Builder()
                .dns(host -> List.of(nobody, somebody))
                .build();

        try (PassCultureClient lucky =
                server.client().okHttpClient(twoAddresses).attempts(1).build()) {
            assertThat(lucky.provider().get().id()).isEqualTo(7);
        }
    }

    @Test
    void aConnectionThatTakesTooLongHasSentNothing() {
        List<Integer> patience = new ArrayList<>();
        OkHttpClient unreachable = new OkHttpClient.Builder()
                .socketFactory(new FailingSockets(timeout -> {
                    patience.add(timeout);
                    throw new SocketTimeoutException("connect timed out");
                }))
                .dns(host -> List.of(InetAddress.getLoopbackAddress()))
                .build();
        RequestOptions options = RequestOptions.builder()
                .connectTimeout(Duration.ofMillis(1_234))
                .noRetry()
                .build();

        try (PassCultureClient lost = server.client().okHttpClient(unreachable).build()) {
            TransportException e = catchThrowableOfType(
                    TransportException.class,
                    () -> lost.bookings().with(options).use(COUNTERMARK));

            assertThat(e).hasMessageContaining("connecting timed out");
            assertThat(e.mayHaveBeenProcessed()).isFalse();
            assertThat(patience).containsExactly(1_234);
        }
    }

    /** A write of which nothing tells whether it happened: a date without an id. */
    private void action(RequestOptions options) {
        DateDraft date = DateDraft.at(Instant.now().plus(Duration.ofDays(30)))
                .priceCategoryId(3)
                .capacity(Capacity.of(120))
                .build();
        client.events().dates(12).with(options).create(date);
    }
}
