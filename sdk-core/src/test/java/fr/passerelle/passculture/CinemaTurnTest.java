package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.offer.cinema.CinemaProgramme;
import fr.passerelle.passculture.Offline.Document;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Replacements of one venue follow one another, whichever client makes them. */
@Timeout(30)
class CinemaTurnTest {

    private static final CinemaProgramme HERE = CinemaWorker.programme();
    private static final CinemaProgramme ELSEWHERE = new CinemaProgramme(536, HERE.films());
    private static final Document ACCEPTED = new Document(204, "");

    private final AtomicInteger active = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    @Test
    void oneAtATime() {
        try (PassCultureClient one = client(this::counted);
                PassCultureClient other = client(this::counted)) {
            Stream.iterate(0, n -> n + 1)
                    .limit(40)
                    .map(n -> replace(n % 2 == 0 ? one : other, HERE))
                    .toList()
                    .forEach(CompletableFuture::join);
        }

        assertThat(most).hasValue(1);
    }

    @Test
    void anotherVenueIsNotHeldUp() throws InterruptedException {
        try (PassCultureClient client = client(this::held)) {
            CompletableFuture<Void> first = replace(client, HERE);
            entered.await();

            replace(client, ELSEWHERE).join();

            assertThat(first).isNotDone();
            released.countDown();
            first.join();
        }
    }

    @Test
    void whoGivesUpWaitingHoldsNobodyUp() throws InterruptedException {
        try (PassCultureClient client = client(this::held)) {
            CompletableFuture<Void> first = replace(client, HERE);
            entered.await();
            CompletableFuture<Void> second = replace(client, HERE);
            CompletableFuture<Void> third = replace(client, HERE);
            assertThat(second.cancel(true)).isTrue();

            released.countDown();

            first.join();
            third.join();
        }
    }

    private static CompletableFuture<Void> replace(PassCultureClient client, CinemaProgramme programme) {
        return client.cinema().async().replace(programme, BookedSessions.CANCEL);
    }

    private static PassCultureClient client(Function<Request, Document> server) {
        return Offline.client(server)
                .clock(Clock.fixed(RequestsTest.NOW, ZoneOffset.UTC))
                .build();
    }

    private Document counted(Request request) {
        most.accumulateAndGet(active.incrementAndGet(), Math::max);
        active.decrementAndGet();
        return ACCEPTED;
    }

    /** The first call at the first venue waits. */
    private Document held(Request request) {
        if (Offline.body(request).contains("535") && entered.getCount() > 0) {
            entered.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return ACCEPTED;
    }
}
