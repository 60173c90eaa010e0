package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.error.CallException;
import fr.passerelle.error.CircuitOpenException;
import fr.passerelle.error.ServerException;
import fr.passerelle.internal.call.VirtualTime;
import fr.passerelle.passculture.Offline.Document;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A server that is down: a thousand calls must not keep it there. */
class OutageTest {

    private static final int CALLS = 1_000;
    /** The circuit opens after this many failed requests, retries included. */
    private static final int UNTIL_OPEN = 50;

    /** Requests of futures that are under way when it opens. */
    private static final int MOST_THREADS = 24;

    private final VirtualTime time = new VirtualTime();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile int status = 503;

    private PassCultureClient client() {
        // Without jitter no time passes, so that the circuit stays open.
        return Offline.client(request -> {
                    requests.incrementAndGet();
                    return new Document(status, status == 200 ? Samples.PROVIDER : "{}");
                })
                .time(time)
                .random(() -> 0)
                .build();
    }

    @Test
    void getsFewRequests() {
        try (PassCultureClient client = client()) {
            int leftAlone = 0;
            for (int i = 0; i < CALLS; i++) {
                CallException failure = failure(client);
                leftAlone += failure instanceof CircuitOpenException && !failure.mayHaveBeenProcessed() ? 1 : 0;
            }

            assertThat(requests).hasValue(UNTIL_OPEN);
            // 17 calls of up to three requests each.
            assertThat(leftAlone).isEqualTo(CALLS - 17);
        }
    }

    @Test
    void getsFewRequestsFromFuturesToo() {
        try (PassCultureClient client = client()) {
            CompletableFuture<?>[] calls = IntStream.range(0, CALLS)
                    .mapToObj(i -> client.provider().async().get().exceptionally(failure -> null))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(calls).join();

            assertThat(requests.get()).isBetween(UNTIL_OPEN, UNTIL_OPEN + MOST_THREADS);
        }
    }

    @Test
    void isNoticedByOneClientOnly() {
        try (PassCultureClient unlucky = client();
                PassCultureClient other = client()) {
            IntStream.range(0, CALLS).forEach(i -> failure(unlucky));
            status = 200;

            assertThat(failure(unlucky)).isInstanceOf(CircuitOpenException.class);
            assertThat(other.provider().get().id()).isEqualTo(7);
        }
    }

    @Test
    void isOverWhenTheServerResponsesAgain() {
        try (PassCultureClient client = client()) {
            IntStream.range(0, CALLS).forEach(i -> failure(client));
            status = 200;
            time.pass(Duration.ofSeconds(11));

            assertThat(client.provider().get().id()).isEqualTo(7);
        }
    }

    private static CallException failure(PassCultureClient client) {
        try {
            client.provider().get();
        } catch (ServerException | CircuitOpenException e) {
            return e;
        }
        throw new AssertionError("the server should have been down");
    }
}
