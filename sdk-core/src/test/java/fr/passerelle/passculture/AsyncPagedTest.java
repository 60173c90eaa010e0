package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.http.AsyncPaged;
import fr.passerelle.model.booking.Booking;
import fr.passerelle.model.booking.BookingFilter;
import fr.passerelle.passculture.Offline.Document;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import okhttp3.Request;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lists as futures and as streams: the rules of {@code Flow}, and how far ahead they read. */
@Timeout(60)
class AsyncPagedTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int LIMIT = 50;

    private final AtomicInteger fetched = new AtomicInteger();
    private final Queue<String> threads = new ConcurrentLinkedQueue<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private int pages = 3;

    @AfterEach
    void letGo() {
        gate.countDown();
    }

    private Document response(Request request) {
        threads.add(Thread.currentThread().getName());
        int page = fetched.incrementAndGet();
        long first = Long.parseLong(request.url().queryParameter("firstIndex"));
        String[] items = LongStream.range(0, page < pages ? LIMIT : 1)
                .mapToObj(i -> Samples.booking(first + i, "CONFIRMED"))
                .toArray(String[]::new);
        return new Document(200, Samples.object("bookings", items));
    }

    private PassCultureClient.Builder client() {
        return Offline.client(this::response);
    }

    private static AsyncPaged<Booking> list(PassCultureClient client) {
        return client.bookings().async().paged(BookingFilter.ofVenue(535));
    }

    /** A subscriber that notes what it is told, and does something else besides. */
    private static final class Notes implements Subscriber<List<Booking>> {

        private final Consumer<Subscription> onSubscribe;
        private final Consumer<Subscription> onNext;
        private final Queue<String> told = new ConcurrentLinkedQueue<>();
        private final CompletableFuture<List<String>> end = new CompletableFuture<>();
        private final AtomicInteger inside = new AtomicInteger();
        private volatile Subscription subscription;

        Notes(Consumer<Subscription> onSubscribe, Consumer<Subscription> onNext) {
            this.onSubscribe = onSubscribe;
            this.onNext = onNext;
            this.subscription = new Subscription() {
                @Override
                public void request(long pages) {}

                @Override
                public void cancel() {}
            };
        }

        private void tell(String what, Runnable action) {
            told.add(inside.getAndIncrement() == 0 ? what : what + " meanwhile");
            try {
                action.run();
            } finally {
                inside.decrementAndGet();
            }
        }

        @Override
        public void onSubscribe(Subscription given) {
            subscription = given;
            tell("subscribed", () -> onSubscribe.accept(given));
        }

        @Override
        public void onNext(List<Booking> page) {
            tell("page of " + page.size(), () -> onNext.accept(subscription));
        }

        @Override
        public void onError(Throwable failure) {
            tell(failure.getClass().getSimpleName(), () -> {});
            end.complete(List.copyOf(told));
        }

        @Override
        public void onComplete() {
            tell("complete", () -> {});
            end.complete(List.copyOf(told));
        }
    }

    @Test
    void tellsOfEachPageThatWasAskedForAndOfTheEnd() {
        Notes notes = new Notes(subscription -> subscription.request(1), subscription -> subscription.request(1));
        try (PassCultureClient client = client().build()) {
            list(client).pages().subscribe(notes);

            assertThat(notes.end)
                    .succeedsWithin(SOON)
                    .isEqualTo(List.of("subscribed", "page of 50", "page of 50", "page of 1", "complete"));
        }
    }

    @Test
    void fetchesNothingThatNobodyAskedFor() {
        Notes notes = new Notes(subscription -> {}, subscription -> {});
        try (PassCultureClient client = client().executor(Runnable::run).build()) {
            list(client).pages().subscribe(notes);
            assertThat(fetched).hasValue(0);

            notes.subscription.request(2);

            assertThat(fetched).hasValue(2);
            assertThat(notes.told).containsExactly("subscribed", "page of 50", "page of 50");
        }
    }

    @Test
    void whatIsAskedForOnSubscriptionComesAfterIt() {
        Notes notes = new Notes(
                subscription -> {
                    subscription.request(Long.MAX_VALUE);
                    subscription.request(Long.MAX_VALUE);
                },
                subscription -> {});
        try (PassCultureClient client = client().executor(Runnable::run).build()) {
            list(client).pages().subscribe(notes);

            assertThat(notes.told).containsExactly("subscribed", "page of 50", "page of 50", "page of 1", "complete");
        }
    }

    @Test
    void aRequestForNothingIsAnErrorAndTheEnd() {
        Notes notes = new Notes(subscription -> subscription.request(3), subscription -> {
            subscription.request(0);
            subscription.request(-1);
            subscription.request(1);
        });
        try (PassCultureClient client = client().build()) {
            list(client).pages().subscribe(notes);

            assertThat(notes.end)
                    .succeedsWithin(SOON)
                    .isEqualTo(List.of("subscribed", "page of 50", "IllegalArgumentException"));
            notes.subscription.request(0);
            assertThat(notes.told).hasSize(3);
            assertThat(fetched).hasValue(1);
        }
    }

    @Test
    void aRequestForNothingEndsTheCallUnderWay() throws InterruptedException {
        CountDownLatch underWay = new CountDownLatch(1);
        try (PassCultureClient client = Offline.client(request -> {
                    underWay.countDown();
                    return interruptibly(request);
                })
                .build()) {
            Notes notes = new Notes(subscription -> subscription.request(1), subscription -> {});
            list(client).pages().subscribe(notes);
            assertThat(underWay.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();

            notes.subscription.request(0);

            assertThat(notes.end).succeedsWithin(SOON).isEqualTo(List.of("subscribed", "IllegalArgumentException"));
        }
    }

    private Document interruptibly(Request request) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return response(request);
    }

    @Test
    void cancellingWithinAPageIsTheEnd() {
        Notes notes = new Notes(subscription -> subscription.request(9), Subscription::cancel);
        try (PassCultureClient client = client().executor(Runnable::run).build()) {
            list(client).pages().subscribe(notes);

            assertThat(notes.told).containsExactly("subscribed", "page of 50");
            assertThat(fetched).hasValue(1);
            assertThat(client.underWay()).isZero();
        }
    }

    @Test
    void aSubscriberThatThrowsIsToldOfItAndOfNothingMore() {
        for (boolean error : new boolean[] {false, true}) {
            fetched.set(0);
            Notes notes = new Notes(subscription -> subscription.request(9), subscription -> fail(error));
            try (PassCultureClient client = client().build()) {
                list(client).pages().subscribe(notes);

                assertThat(notes.end)
                        .succeedsWithin(SOON)
                        .asInstanceOf(InstanceOfAssertFactories.LIST)
                        .hasSize(3)
                        .last()
                        .isEqualTo(error ? "NoClassDefFoundError" : "IllegalStateException");
                assertThat(fetched).hasValue(1);
            }
        }
    }

    private static void fail(boolean error) {
        if (error) {
            throw new NoClassDefFoundError("of the user's");
        }
        throw new IllegalStateException("of the user's");
    }

    @Test
    void aSubscriberThatThrowsWhenItSubscribesGetsNothing() {
        Notes notes = new Notes(
                subscription -> {
                    subscription.request(9);
                    fail(false);
                },
                subscription -> {});
        try (PassCultureClient client = client().executor(Runnable::run).build()) {
            list(client).pages().subscribe(notes);

            assertThat(notes.told).containsExactly("subscribed", "IllegalStateException");
            assertThat(fetched).hasValue(0);
        }
    }

    @Test
    void manyPagesOnOneThreadTakeNoStack() throws InterruptedException {
        pages = 1_000;
        Notes notes = new Notes(subscription -> subscription.request(1), subscription -> subscription.request(1));
        AtomicInteger seen = new AtomicInteger();
        CompletableFuture<CompletableFuture<Void>> each = new CompletableFuture<>();
        try (PassCultureClient client = client().executor(Runnable::run).build()) {
            Thread small = new Thread(null, () -> list(client).pages().subscribe(notes), "small", 200_000);
            small.start();
            small.join();
            assertThat(notes.end)
                    .succeedsWithin(SOON)
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .hasSize(1_002);

            fetched.set(0);
            Thread other = new Thread(
                    null,
                    () -> each.complete(list(client)
                            .forEachPage(page -> CompletableFuture.completedFuture(seen.incrementAndGet()))),
                    "small",
                    200_000);
            other.start();
            assertThat(each).succeedsWithin(SOON);
            assertThat(each.join()).succeedsWithin(SOON);
            assertThat(seen).hasValue(1_000);
        }
    }

    @Test
    void readsNoFurtherThanThePageThatIsBeingHandled() {
        List<CompletableFuture<Void>> handled = new ArrayList<>();
        List<CompletableFuture<Void>> handling = List.of(new CompletableFuture<>(), new CompletableFuture<>());
        try (PassCultureClient client = client().build()) {
            CompletableFuture<Void> all = list(client).forEachPage(page -> {
                CompletableFuture<Void> stage = new CompletableFuture<>();
                handled.add(stage);
                if (handled.size() <= handling.size()) {
                    handling.get(handled.size() - 1).complete(null);
                } else {
                    stage.complete(null);
                }
                return stage;
            });

            for (int page = 0; page < handling.size(); page++) {
                assertThat(handling.get(page)).succeedsWithin(SOON);
                assertThat(fetched).hasValue(page + 1);
                handled.get(page).complete(null);
            }
            assertThat(all).succeedsWithin(SOON);
            assertThat(client.underWay()).isZero();
        }
    }

    /** It may be one that must never block. */
    @Test
    void theThreadThatEndsAnActionMakesNoRequest() {
        CompletableFuture<Void> handling = new CompletableFuture<>();
        CompletableFuture<Void> handled = new CompletableFuture<>();
        try (PassCultureClient client = client().build()) {
            CompletableFuture<Void> all = list(client).forEachPage(page -> {
                handling.complete(null);
                return handled;
            });
            assertThat(handling).succeedsWithin(SOON);

            handled.complete(null);

            assertThat(all).succeedsWithin(SOON);
            assertThat(threads).hasSize(3).doesNotContain(Thread.currentThread().getName());
        }
    }

    @Test
    void actionsThatBlockForEverHoldUpNoOtherCall() {
        try (PassCultureClient client = client().build()) {
            for (int i = 0; i < 60; i++) {
                assertThat(list(client).forEachPage(page -> {
                            try {
                                gate.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            return CompletableFuture.completedFuture(null);
                        }))
                        .isNotDone();
            }

            assertThat(client.bookings()
                            .async()
                            .paged(BookingFilter.ofVenue(535))
                            .toList())
                    .succeedsWithin(SOON);
        }
    }

    @Test
    void cancellingEndsAReadingWhoseActionNeverDoes() {
        CompletableFuture<Void> handling = new CompletableFuture<>();
        try (PassCultureClient client = client().build()) {
            CompletableFuture<Void> all = list(client).forEachPage(page -> {
                handling.complete(null);
                return new CompletableFuture<>();
            });
            assertThat(handling).succeedsWithin(SOON);

            all.cancel(true);

            while (client.underWay() > 0) {
                // Its thread has yet to notice.
                Thread.onSpinWait();
            }
            assertThat(all).isCancelled();
            assertThat(fetched).hasValue(1);
        }
    }

    @Test
    void anActionThatFailsEndsTheReading() {
        try (PassCultureClient client = client().build()) {
            CompletableFuture<Void> thrown = list(client).forEachPage(page -> {
                throw new IllegalStateException("of the user's");
            });
            assertThat(thrown).failsWithin(SOON).withThrowableThat().withCauseInstanceOf(IllegalStateException.class);

            CompletableFuture<Void> failed = list(client)
                    .forEachPage(page -> CompletableFuture.failedFuture(new IllegalStateException("of the user's")));
            assertThat(failed).failsWithin(SOON).withThrowableThat().withCauseInstanceOf(IllegalStateException.class);
            assertThat(fetched).hasValue(2);
        }
    }
}
