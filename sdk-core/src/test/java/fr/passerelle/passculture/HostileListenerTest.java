package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.passerelle.error.TransportException;
import fr.passerelle.internal.call.VirtualTime;
import fr.passerelle.model.offer.EventPatch;
import fr.passerelle.passculture.AtStep.Step;
import fr.passerelle.ratelimit.Quota;
import fr.passerelle.ratelimit.RateLimiter;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A user's listener or interceptor that throws: the call says what is true, and leaves nothing behind. */
@Timeout(60)
class HostileListenerTest {

    private static final EventPatch PATCH =
            EventPatch.builder().name("Tartuffe").build();

    private final ConnectionPool pool = new ConnectionPool();
    private Server server;

    @BeforeEach
    void start() throws IOException {
        server = new Server();
    }

    @AfterEach
    void stop() {
        server.close();
        pool.evictAll();
    }

    /** What a user's code throws. */
    enum Thrown {
        EXCEPTION,
        ERROR;

        void raise() {
            if (this == ERROR) {
                throw new NoClassDefFoundError("of the user's");
            }
            throw new IllegalStateException("of the user's");
        }
    }

    static Stream<Arguments> throwingListeners() {
        return Stream.of(Thrown.values())
                .flatMap(thrown -> Stream.of(Step.values()).map(at -> Arguments.of(at, thrown)));
    }

    /** OkHttp would end the call there, and lose its connection at some of the callbacks. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("throwingListeners")
    void aListenerThatThrowsHarmsNoCall(Step at, Thrown thrown) {
        server.response(200, Samples.EVENT).response(200, Samples.EVENT);
        try (PassCultureClient client = client(okHttpClient(new AtStep(at, thrown::raise)))) {
            assertThat(client.events().update(12, PATCH).id()).isEqualTo(12);
            assertThat(client.events().async().update(12, PATCH).join().id()).isEqualTo(12);
        }
        assertThat(pool.idleConnectionCount())
                .as("idle connections, of all there are")
                .isEqualTo(pool.connectionCount());
    }

    @Test
    void anInterceptorThatThrowsBeforeARequestIsNoFaultOfTheServers() {
        Interceptor broken = chain -> {
            throw new IllegalStateException("of the user's");
        };
        try (PassCultureClient client = client(okHttpClient(EventListener.NONE).addInterceptor(broken))) {
            Throwable blocking = catchThrowable(() -> client.events().update(12, PATCH));
            Throwable future = catchThrowable(
                    () -> client.events().async().update(12, PATCH).join());

            assertThat(blocking)
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            failure ->
                                    assertThat(failure.mayHaveBeenProcessed()).isFalse())
                    .hasMessageContaining("OkHttp client failed (IllegalStateException)")
                    .hasRootCauseMessage("of the user's");
            assertThat(((TransportException) blocking).attempts()).isEqualTo(1);
            assertThat(future).isInstanceOf(CompletionException.class).hasCauseInstanceOf(TransportException.class);
        }
        assertThat(server.requests()).isZero();
    }

    @Test
    void anInterceptorThatThrowsAfterAResponseLeavesADoubtAndNoConnection() {
        server.response(200, Samples.EVENT).response(200, Samples.EVENT);
        AtomicReference<Socket> socket = new AtomicReference<>();
        Interceptor broken = chain -> {
            socket.set(chain.connection().socket());
            Response response = chain.proceed(chain.request());
            throw new IllegalStateException("with a response of " + response.code() + " left open");
        };
        try (PassCultureClient client = client(okHttpClient(EventListener.NONE).addNetworkInterceptor(broken))) {
            Throwable failure = catchThrowable(() -> client.events().update(12, PATCH));

            assertThat(failure)
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            lost -> assertThat(lost.mayHaveBeenProcessed()).isTrue());
            assertThat(socket).hasValueMatching(Socket::isClosed);
        }
    }

    /** Such as one that signs in again, and takes longer over it than a permit is good for. */
    @Test
    void anInterceptorThatSendsTwiceDoesNotBeginAgain() {
        server.response(401, "{}").response(200, Samples.EVENT);
        VirtualTime time = new VirtualTime();
        Interceptor signingIn = chain -> {
            chain.proceed(chain.request()).close();
            time.pass(Duration.ofSeconds(2));
            return chain.proceed(chain.request());
        };
        try (PassCultureClient client = server.client()
                .okHttpClient(okHttpClient(EventListener.NONE)
                        .addInterceptor(signingIn)
                        .build())
                .time(time)
                .rateLimiter(RateLimiter.of(Quota.PARTNER_API))
                .attempts(1)
                .build()) {
            assertThat(client.events().update(12, PATCH).id()).isEqualTo(12);
        }
        assertThat(server.requests()).isEqualTo(2);
    }

    private OkHttpClient.Builder okHttpClient(EventListener listener) {
        return new OkHttpClient.Builder().connectionPool(pool).eventListener(listener);
    }

    private PassCultureClient client(OkHttpClient.Builder theirs) {
        return server.client().okHttpClient(theirs.build()).attempts(1).build();
    }
}
