package fr.passerelle.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.value.Remaining;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The desk of a server whose threads must not block. */
@Timeout(60)
class ReceiveAsyncTest {

    private static final String KEY = "key-under-test";
    private static final BookingKeys KEYS = BookingKeys.under("a secret of the ledger");
    private static final SignedMessage BOOKING = TicketingDesk.sign(KEY, SampleMessages.booking(1));

    private final FakeDeskTime time = new FakeDeskTime();
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final Queue<Ticket> undone = new ConcurrentLinkedQueue<>();
    private final Queue<DeskOutcome> told = new ConcurrentLinkedQueue<>();
    private final AtomicInteger sold = new AtomicInteger();

    private final TicketingDesk.Builder builder = TicketingDesk.builder()
            .hmacKey(KEY)
            .time(time)
            .executor(tasks::add)
            .onBooking(booking -> sell())
            .onUndo((booking, tickets) -> undone.addAll(tickets))
            .listener(new DeskListener() {
                @Override
                public void responded(Response response) {
                    told.add(response.outcome());
                }
            });

    private BookingResponse sell() {
        return BookingResponse.tickets(Remaining.of(9), Ticket.of("T" + sold.incrementAndGet()));
    }

    @Test
    void returnsAtOnceAndCompletesWhenTheHandlerHasReturned() {
        CompletableFuture<DeskResponse> response = receive(builder.build());
        assertThat(response).isNotDone();

        tasks.remove().run();

        assertThat(response.join().body()).contains("T1");
        assertThat(told).containsExactly(DeskOutcome.SOLD);
    }

    @Test
    void completesAtTheDeadlineAndUndoesWhatFinishesLater() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch mayLeave = new CountDownLatch(1);
        TicketingDesk desk = builder.onBooking(booking -> {
                    entered.countDown();
                    mayLeave.await();
                    return sell();
                })
                .build();
        CompletableFuture<DeskResponse> response = receive(desk);
        Thread handler = new Thread(tasks.remove());
        handler.start();
        entered.await();

        time.advance(TicketingDesk.DEFAULT_DEADLINE);

        assertThat(response.join()).isEqualTo(DeskOutcome.DEADLINE_PASSED.response());
        mayLeave.countDown();
        handler.join();
        assertThat(undone).containsExactly(Ticket.of("T1"));
        assertThat(told).containsExactly(DeskOutcome.DEADLINE_PASSED);
    }

    @Test
    void completesAtTheDeadlineWhateverBlocksTheCommonPool() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        int most = Math.max(1, ForkJoinPool.getCommonPoolParallelism());
        CountDownLatch blocked = new CountDownLatch(most);
        for (int i = 0; i < most; i++) {
            ForkJoinPool.commonPool().execute(() -> {
                blocked.countDown();
                awaitQuietly(release);
            });
        }
        blocked.await();
        TicketingDesk desk = builder.time(DeskTime.of(time::nanos)) // its timers are real, its clock stands still
                .deadline(Duration.ofMillis(20))
                .executor(task -> new Thread(task).start())
                .onBooking(booking -> {
                    awaitQuietly(release);
                    return sell();
                })
                .build();
        try {
            CountDownLatch responded = new CountDownLatch(1);
            CompletableFuture<Void> ignored = receive(desk).thenRun(responded::countDown);
            assertThat(responded.await(60, TimeUnit.SECONDS)) // join() would do the pool's work itself
                    .isTrue();
            assertThat(told).containsExactly(DeskOutcome.DEADLINE_PASSED);
        } finally {
            release.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch event) {
        try {
            event.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void doesNotCallAHandlerForAMessageThatWasGivenUpInTheQueue() {
        CompletableFuture<DeskResponse> response = receive(builder.build());
        time.advance(TicketingDesk.DEFAULT_DEADLINE);
        response.join();

        tasks.remove().run();

        assertThat(sold).hasValue(0);
    }

    @Test
    void isWokenWhenTheDeliveryThatItWaitsForIsDone() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch mayLeave = new CountDownLatch(1);
        CountDownLatch handedInAgain = new CountDownLatch(1);
        AtomicInteger handedIn = new AtomicInteger();
        TicketingDesk desk = builder.ledger(TicketLedger.inMemory(10), KEYS)
                .executor(task -> {
                    if (handedIn.incrementAndGet() == 1) {
                        new Thread(task).start();
                    } else {
                        task.run();
                        handedInAgain.countDown();
                    }
                })
                .onBooking(booking -> {
                    entered.countDown();
                    mayLeave.await();
                    return sell();
                })
                .build();
        CompletableFuture<DeskResponse> first = receive(desk);
        entered.await();

        CompletableFuture<DeskResponse> duplicate = receive(desk);
        handedInAgain.await();
        assertThat(duplicate).as("and the thread that received it is free").isNotDone();

        mayLeave.countDown();
        assertThat(duplicate.join().body()).isEqualTo(first.join().body());
        assertThat(duplicate.join().outcome()).isEqualTo(DeskOutcome.REDELIVERED);
        assertThat(sold).hasValue(1);
    }

    @Test
    void asksAnotherProcessLessAndLessOften() throws RefusedMessageException {
        TicketLedger ledger = TicketLedger.inMemory(10);
        SaleAttempt attempt =
                KEYS.attempt(((Message.Booking) MessageDecoder.decode(SampleMessages.booking(1))).booking());
        ledger.claim(attempt);
        List<Long> pauses = new ArrayList<>();
        AtomicInteger reads = new AtomicInteger();
        TicketingDesk desk = builder.ledger(
                        new ForwardingLedger(ledger) {
                            @Override
                            public Claim claim(SaleAttempt anew) {
                                if (reads.incrementAndGet() == 5) {
                                    ledger.give(attempt.key(), List.of(Ticket.of("OTHER")), Remaining.of(9));
                                }
                                return super.claim(anew);
                            }
                        },
                        KEYS)
                .executor(Runnable::run)
                .time(new PausesAreOver(pauses))
                .build();

        assertThat(receive(desk).join().body()).contains("OTHER");
        assertThat(pauses).containsExactly(6_000L, 10L, 20L, 40L, 80L);
    }

    /** Time stands still, and a pause is over at once; the deadline is not. */
    private record PausesAreOver(List<Long> pauses) implements DeskTime {

        @Override
        public long nanos() {
            return 0;
        }

        @Override
        public void await(CompletableFuture<?> event, long nanos) {
            throw new AssertionError("nobody waits");
        }

        @Override
        public CompletableFuture<@Nullable Void> after(long nanos) {
            Duration pause = Duration.ofNanos(nanos);
            pauses.add(pause.toMillis());
            return pause.equals(TicketingDesk.DEFAULT_DEADLINE)
                    ? new CompletableFuture<>()
                    : CompletableFuture.completedFuture(null);
        }
    }

    @Test
    void refusesAtOnceWhatIsNoMessage() {
        TicketingDesk desk = builder.build();

        assertThat(desk.receiveAsync(null, BOOKING.body()).toCompletableFuture().join())
                .isEqualTo(DeskOutcome.SIGNATURE_MISSING.response());
        assertThat(desk.receiveAsync("0".repeat(64), BOOKING.body())
                        .toCompletableFuture()
                        .join())
                .isEqualTo(DeskOutcome.SIGNATURE_WRONG.response());
        assertThat(desk.receiveAsync(BOOKING.signature(), null)
                        .toCompletableFuture()
                        .join())
                .isEqualTo(DeskOutcome.BODY_EMPTY.response());
        desk.close();
        assertThat(receive(desk).join()).isEqualTo(DeskOutcome.CLOSED.response());
    }

    @Test
    void neverCompletesExceptionally() {
        builder.onBooking(booking -> {
            throw new NoClassDefFoundError("of a handler");
        });
        assertThat(receive(builder.executor(Runnable::run).build()).join())
                .isEqualTo(DeskOutcome.HANDLER_FAILED.response());
        TicketingDesk full = builder.executor(task -> {
                    throw new RejectedExecutionException();
                })
                .build();
        assertThat(receive(full).join()).isEqualTo(DeskOutcome.SATURATED.response());
    }

    @Test
    void givesAStageThatNobodyCanCompleteInstead() {
        CompletionStage<DeskResponse> stage = builder.build().receiveAsync(BOOKING.signature(), BOOKING.body());

        stage.toCompletableFuture().cancel(true);
        tasks.remove().run();

        assertThat(stage.toCompletableFuture().join().outcome()).isEqualTo(DeskOutcome.SOLD);
        assertThat(undone).isEmpty();
    }

    @Test
    void verifiesUnderKeysThatASupplierGivesLater() {
        CompletableFuture<DeskResponse> response;
        List<HmacKey> old = List.of(new HmacKey("old", "the-old-key"));
        List<HmacKey> current = List.of(new HmacKey("new", KEY));
        AtomicInteger asked = new AtomicInteger();
        TicketingDesk desk = TicketingDesk.builder()
                .time(time)
                .executor(tasks::add)
                .keyExecutor(tasks::add)
                .hmacKeys(() -> asked.incrementAndGet() == 1 ? old : current)
                .onBooking(booking -> sell())
                .build();
        time.advance(Duration.ofSeconds(1));

        response = receive(desk);
        assertThat(response).isNotDone();
        tasks.remove().run(); // the supplier
        tasks.remove().run(); // the handler

        assertThat(response.join().outcome()).isEqualTo(DeskOutcome.SOLD);
    }

    private static CompletableFuture<DeskResponse> receive(TicketingDesk desk) {
        return desk.receiveAsync(BOOKING.signature(), BOOKING.body()).toCompletableFuture();
    }
}
