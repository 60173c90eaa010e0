package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.error.CallInterruptedException;
import fr.passerelle.error.DeadlineException;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.call.VirtualTime;
import fr.passerelle.model.offer.EventFilter;
import fr.passerelle.ratelimit.Quota;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client as users get it: three calls at once, then one every 312.5 ms, whoever makes them. */
class PacedClientTest {

    private static final RandomGenerator NO_JITTER = new RandomGenerator() {
        @Override
        public long nextLong() {
            return 0;
        }

        @Override
        public long nextLong(long bound) {
            return 0;
        }
    };

    private final VirtualTime time = new VirtualTime();
    private Server server;
    private PassCultureClient client;

    @BeforeEach
    void start() throws IOException {
        server = new Server();
        client = PassCultureClient.builder()
                .apiKey(Server.KEY)
                .environment(server.environment())
                .time(time)
                .random(NO_JITTER)
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void everyAttemptTakesItsTurn() {
        for (int i = 0; i < 10; i++) {
            server.response(503, "{}").response(200, Samples.PROVIDER);
            assertThat(client.provider().get().id()).isEqualTo(7);
        }

        // 20 requests: three at once, then each waits for its permit.
        assertThat(server.requests()).isEqualTo(20);
        assertThat(time.pauses()).hasSize(17).containsOnly(Quota.PARTNER_API.interval());
    }

    @Test
    void failsAtOnceWhenNoTurnComesBeforeTheDeadline() {
        for (int i = 0; i < 3; i++) {
            server.response(200, Samples.PROVIDER);
            client.provider().get();
        }
        RequestOptions hurried =
                RequestOptions.builder().callTimeout(Duration.ofMillis(1)).build();

        assertThatThrownBy(() -> client.provider().with(hurried).get())
                .isInstanceOf(DeadlineException.class)
                .hasMessageContaining("it was not processed");
        assertThat(server.requests()).isEqualTo(3);
    }

    @Test
    void anInterruptedThreadSendsNothing() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> client.provider().get()).isInstanceOf(CallInterruptedException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(server.requests()).isZero();
    }

    /** Reading by reflection is set up on first use: many threads at once must not trip over each other. */
    @Test
    void sixtyFourThreadsMayUseAFreshClientAtOnce() throws InterruptedException {
        client.close();
        client = server.client().build();
        int threads = 64;
        for (int i = 0; i < threads; i++) {
            server.response(200, Samples.object("events", Samples.EVENT, Samples.EVENT));
        }
        Set<List<String>> read = ConcurrentHashMap.newKeySet();
        CountDownLatch ready = new CountDownLatch(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        for (int i = 0; i < threads; i++) {
            pool.execute(() -> {
                ready.countDown();
                try {
                    ready.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                read.add(client.events().list(EventFilter.all()).stream()
                        .map(Object::toString)
                        .toList());
            });
        }
        pool.shutdown();

        assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(server.requests()).isEqualTo(threads);
        assertThat(read).hasSize(1);
    }
}
