package fr.passerelle.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.value.Remaining;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A booking that is delivered while another delivery of it is in progress: how it waits, and for how long. */
@Timeout(60)
class DuplicateDeliveryTest {

    private static final String KEY = "key-under-test";
    private static final BookingKeys KEYS = BookingKeys.under("a secret of the ledger");
    private static final SignedMessage BOOKING = TicketingDesk.sign(KEY, SampleMessages.booking(1));

    private final TicketLedger ledger = TicketLedger.inMemory(10);
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger sold = new AtomicInteger();

    private TicketingDesk.Builder desk(Runnable beforeRead) {
        return TicketingDesk.builder()
                .hmacKey(KEY)
                .ledger(
                        new ForwardingLedger(ledger) {
                            @Override
                            public Claim claim(SaleAttempt attempt) {
                                reads.incrementAndGet();
                                beforeRead.run();
                                return super.claim(attempt);
                            }
                        },
                        KEYS)
                .onBooking(booking -> sell());
    }

    private BookingResponse sell() {
        return BookingResponse.tickets(Remaining.of(9), Ticket.of("T" + sold.incrementAndGet()));
    }

    @Test
    void asksAnotherProcessLessAndLessOftenUntilTheDeadline() throws RefusedMessageException {
        FakeDeskTime time = new FakeDeskTime();
        List<Long> readAt = new ArrayList<>();
        long start = time.nanos();
        TicketingDesk desk = desk(() ->
                        readAt.add(Duration.ofNanos(time.nanos() - start).toMillis()))
                .executor(Runnable::run)
                .time(time)
                .build();
        ledger.claim(attempt());

        assertThat(receive(desk)).isEqualTo(DeskOutcome.DEADLINE_PASSED.response());

        assertThat(readAt)
                .startsWith(0L, 10L, 30L, 70L, 150L, 310L, 630L, 1_130L, 1_630L)
                .hasSize(17);
        assertThat(time.waited()).isEqualTo(TicketingDesk.DEFAULT_DEADLINE);
        assertThat(sold).hasValue(0);
    }

    @Test
    void givesTheTicketsSoonAfterAnotherProcessHasSoldThem() throws RefusedMessageException {
        FakeDeskTime time = new FakeDeskTime();
        SaleAttempt attempt = attempt();
        ledger.claim(attempt);
        TicketingDesk desk = desk(() -> {
                    if (reads.get() == 4) {
                        ledger.give(attempt.key(), List.of(Ticket.of("OTHER")), Remaining.of(9));
                    }
                })
                .executor(Runnable::run)
                .time(time)
                .build();

        assertThat(receive(desk).body()).contains("OTHER");
        assertThat(time.waited()).isEqualTo(Duration.ofMillis(70));
    }

    @Test
    void isWokenWhenTheDeliveryThatItWaitsForIsDoneAndReadsOnce() throws Exception {
        int duplicates = 20;
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch mayLeave = new CountDownLatch(1);
        Semaphore waits = new Semaphore(0);
        ExecutorService web = Executors.newFixedThreadPool(1 + duplicates);
        try (TicketingDesk desk = desk(() -> {})
                .time(new WithoutTimers(waits))
                .onBooking(booking -> {
                    inside.countDown();
                    mayLeave.await();
                    return sell();
                })
                .build()) {
            Future<DeskResponse> first = web.submit(() -> receive(desk));
            inside.await();
            List<Future<DeskResponse>> waiting = new ArrayList<>();
            for (int i = 0; i < duplicates; i++) {
                waiting.add(web.submit(() -> receive(desk)));
            }
            waits.acquire(1 + 2 * duplicates); // the first for its handler; the others for a thread, then for the first
            assertThat(reads).as("while they wait").hasValue(1);
            mayLeave.countDown();

            for (Future<DeskResponse> response : waiting) {
                assertThat(response.get().body()).isEqualTo(first.get().body());
                assertThat(response.get().outcome()).isEqualTo(DeskOutcome.REDELIVERED);
            }
            assertThat(reads).hasValue(1 + duplicates);
            assertThat(sold).hasValue(1);
        } finally {
            web.shutdownNow();
        }
    }

    @Test
    void sellsWhenTheDeliveryThatItWaitedForSoldNothing() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch mayLeave = new CountDownLatch(1);
        Semaphore waits = new Semaphore(0);
        AtomicInteger calls = new AtomicInteger();
        ExecutorService web = Executors.newFixedThreadPool(2);
        try (TicketingDesk desk = desk(() -> {})
                .time(new WithoutTimers(waits))
                .onBooking(booking -> {
                    if (calls.incrementAndGet() > 1) {
                        return sell();
                    }
                    inside.countDown();
                    mayLeave.await();
                    throw new NoClassDefFoundError("of a handler");
                })
                .build()) {
            Future<DeskResponse> first = web.submit(() -> receive(desk));
            inside.await();
            Future<DeskResponse> second = web.submit(() -> receive(desk));
            waits.acquire(3);
            mayLeave.countDown();

            assertThat(first.get()).isEqualTo(DeskOutcome.HANDLER_FAILED.response());
            assertThat(second.get().body()).contains("T1");
        } finally {
            web.shutdownNow();
        }
    }

    /** Time stands still and nothing is timed: whoever waits must be woken. Tells of each wait that begins. */
    private record WithoutTimers(Semaphore waits) implements DeskTime {

        @Override
        public long nanos() {
            return 0;
        }

        @Override
        public void await(CompletableFuture<?> event, long nanos) throws InterruptedException {
            waits.release();
            try {
                event.get();
            } catch (java.util.concurrent.ExecutionException impossible) {
                throw new AssertionError(impossible);
            }
        }
    }

    private static SaleAttempt attempt() throws RefusedMessageException {
        return KEYS.attempt(((Message.Booking) MessageDecoder.decode(SampleMessages.booking(1))).booking());
    }

    private static DeskResponse receive(TicketingDesk desk) {
        return desk.receive(BOOKING.signature(), BOOKING.body());
    }
}
