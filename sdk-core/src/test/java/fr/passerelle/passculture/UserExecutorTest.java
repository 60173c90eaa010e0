package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.error.TransportException;
import fr.passerelle.model.venue.Provider;
import fr.passerelle.passculture.Offline.Document;
import fr.passerelle.ratelimit.Permit;
import fr.passerelle.ratelimit.RateLimiter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Executors of every kind that users bring, and code of theirs that stays where the futures run. */
@Timeout(60)
class UserExecutorTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    /** Where requests were sent. */
    private final Queue<String> threads = new ConcurrentLinkedQueue<>();

    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch forEver = new CountDownLatch(1);

    @AfterEach
    void letGo() {
        forEver.countDown();
    }

    /** Fails the first so many requests. */
    private PassCultureClient.Builder client(int failures) {
        return Offline.client(request -> {
                    threads.add(Thread.currentThread().getName());
                    return requests.getAndIncrement() < failures
                            ? new Document(503, "{}")
                            : new Document(200, Samples.PROVIDER);
                })
                // Half the longest backoff, so that there is one.
                .random(() -> Long.MAX_VALUE / 2);
    }

    /** It is one for the whole process: what an executor that runs tasks on the spot did there, would hold up all. */
    @Test
    void theTimerThreadMakesNoRequest() {
        try (PassCultureClient client = client(2).executor(Runnable::run).build()) {
            assertThat(client.provider().async().get()).succeedsWithin(SOON);
        }
        assertThat(threads).hasSize(3).noneMatch(name -> name.startsWith("passerelle-timer"));
    }

    /** The permit that one call gives out is another one's, whose request would be made in its stead. */
    @Test
    void noCallMakesTheRequestOfAnother() {
        RateLimiter rateLimiter = atMost -> Optional.of(Permit.in(Duration.ofMillis(1)));
        try (PassCultureClient client =
                client(0).executor(Runnable::run).rateLimiter(rateLimiter).build()) {
            List<CompletableFuture<Provider>> calls = Stream.generate(
                            () -> client.provider().async().get())
                    .limit(50)
                    .toList();

            assertThat(calls).allSatisfy(call -> assertThat(call).succeedsWithin(SOON));
        }
        assertThat(threads).noneMatch(name -> name.startsWith("passerelle-timer"));
    }

    @Test
    void whatWaitsHoldsNoThreadOfASmallExecutor() {
        ExecutorService single = Executors.newSingleThreadExecutor();
        try (PassCultureClient client = client(1).executor(single).build()) {
            CompletableFuture<Provider> waits = client.provider().async().get();
            CompletableFuture<Provider> other = client.provider().async().get();

            assertThat(other).succeedsWithin(SOON);
            assertThat(waits).succeedsWithin(SOON);
        } finally {
            single.shutdown();
        }
    }

    @Test
    void anExecutorThatTakesNoMoreAfterAWaitFailsTheFuture() {
        AtomicInteger tasks = new AtomicInteger();
        Executor full = task -> {
            if (tasks.incrementAndGet() > 1) {
                throw new RejectedExecutionException("full");
            }
            task.run();
        };
        try (PassCultureClient client = client(1).executor(full).build()) {
            CompletableFuture<Provider> call = client.provider().async().get();

            assertThat(call)
                    .failsWithin(SOON)
                    .withThrowableThat()
                    .withCauseInstanceOf(TransportException.class)
                    .withMessageContaining("the executor takes no more work (RejectedExecutionException)");
            assertThat(client.underWay()).isZero();
        }
    }

    /** As one does that was shut down at once, with tasks in its queue. */
    @Test
    void closingEndsWhatAnExecutorDroppedBeforeItBegan() {
        PassCultureClient client = client(0).executor(task -> {}).build();
        CompletableFuture<Provider> call = client.provider().async().get();

        client.close();

        assertThat(call).failsWithin(SOON).withThrowableThat().withMessageContaining("the client is closed");
        assertThat(client.underWay()).isZero();
    }

    @Test
    void closingEndsWhatAnExecutorDroppedAfterAWait() throws InterruptedException {
        Queue<Runnable> first = new ArrayDeque<>();
        CountDownLatch dropped = new CountDownLatch(1);
        Executor dropping = task -> {
            if (first.isEmpty()) {
                first.add(task);
                task.run();
            } else {
                dropped.countDown();
            }
        };
        PassCultureClient client = client(1).executor(dropping).build();
        CompletableFuture<Provider> call = client.provider().async().get();
        assertThat(dropped.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();

        client.close();

        assertThat(call)
                .failsWithin(SOON)
                .withThrowableThat()
                .withCauseInstanceOf(TransportException.class)
                .withMessageContaining("the client was closed");
        assertThat(client.underWay()).isZero();
    }

    @Test
    void cancellingEndsWhatAnExecutorDropped() {
        try (PassCultureClient client = client(0).executor(task -> {}).build()) {
            CompletableFuture<Provider> root = client.provider().async().get();
            CompletableFuture<Long> stage = root.thenApply(Provider::id);

            stage.cancel(true);

            assertThat(root).failsWithin(SOON);
            assertThat(client.underWay()).isZero();
        }
    }

    @Test
    void stagesThatBlockForEverHoldUpNoOtherCall() {
        CountDownLatch listening = new CountDownLatch(1);
        try (PassCultureClient client = Offline.client(request -> {
                    await(listening);
                    return new Document(200, Samples.PROVIDER);
                })
                .build()) {
            for (int i = 0; i < 60; i++) {
                assertThat(client.provider().async().get().thenAccept(provider -> await(forEver)))
                        .isNotDone();
            }
            listening.countDown();

            assertThat(client.provider().async().get()).succeedsWithin(SOON);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aStageThatThrowsTakesNoThreadAway() {
        try (PassCultureClient client = client(0).build()) {
            for (int i = 0; i < 60; i++) {
                CompletableFuture<Void> stage = client.provider().async().get().thenAccept(provider -> {
                    throw new AssertionError("of the user's");
                });
                assertThat(stage).failsWithin(SOON);
            }

            assertThat(client.provider().async().get()).succeedsWithin(SOON);
            assertThat(client.underWay()).isZero();
        }
    }

    @Test
    void anExecutorThatIsFullFromTheStartLeavesNothing() {
        try (PassCultureClient client = client(0)
                .executor(task -> {
                    throw new RejectedExecutionException("full");
                })
                .build()) {
            assertThatThrownBy(() -> client.provider().async().get().join())
                    .hasCauseInstanceOf(RejectedExecutionException.class);
            assertThat(client.underWay()).isZero();
        }
    }
}
