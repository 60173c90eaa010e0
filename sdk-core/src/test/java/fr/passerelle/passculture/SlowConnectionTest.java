package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.internal.call.VirtualTime;
import fr.passerelle.model.venue.Provider;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Connections that take longer to open than a permit is good for, as to a server far away, or at a machine that is busy
 * with its first handshake.
 */
@Timeout(60)
class SlowConnectionTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final VirtualTime time = new VirtualTime();
    private IdleServer server;

    @BeforeEach
    void start() throws IOException {
        server = new IdleServer(false);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    /** Each connection takes so long, in virtual time, and none is kept. */
    private PassCultureClient.Builder client(Duration opening) {
        EventListener slow = new EventListener() {
            @Override
            public void connectEnd(Call call, InetSocketAddress address, Proxy proxy, Protocol protocol) {
                time.pass(opening);
            }
        };
        return PassCultureClient.builder()
                .apiKey(Server.KEY)
                .environment(server.environment())
                .okHttpClient(new OkHttpClient.Builder()
                        .eventListener(slow)
                        .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                        .build())
                .time(time)
                // All connections move one clock.
                .callTimeout(Duration.ofHours(1))
                .attempts(1);
    }

    @Test
    void aBlockingCallGetsThrough() {
        try (PassCultureClient client = client(Duration.ofMillis(900)).build()) {
            for (int i = 0; i < 5; i++) {
                assertThat(client.provider().get().id()).isEqualTo(7);
            }
        }
        assertThat(server.connections()).isEqualTo(5);
    }

    @Test
    void futuresGetThrough() {
        try (PassCultureClient client = client(Duration.ofMillis(900)).build()) {
            List<CompletableFuture<Provider>> calls = Stream.generate(
                            () -> client.provider().async().get())
                    .limit(30)
                    .toList();

            assertThat(calls).allSatisfy(call -> assertThat(call).succeedsWithin(SOON));
            assertThat(client.underWay()).isZero();
        }
        assertThat(server.requests()).hasSize(30);
    }
}
