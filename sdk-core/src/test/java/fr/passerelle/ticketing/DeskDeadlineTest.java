package fr.passerelle.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.value.Remaining;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DeskDeadlineTest {

    private static final String KEY = "key-under-test";
    private static final SignedMessage BOOKING = TicketingDesk.sign(KEY, SampleMessages.booking(1));
    private static final Duration SHORT = Duration.ofMillis(20);

    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Queue<Ticket> undone = new ConcurrentLinkedQueue<>();

    private final TicketingDesk.Builder slow = TicketingDesk.builder()
            .hmacKey(KEY)
            .deadline(SHORT)
            .onBooking(booking -> {
                started.countDown();
                release.await();
                return sold();
            })
            .onUndo((booking, tickets) -> undone.addAll(tickets));

    /** A thread of its own that is inside the handler before the desk starts to wait for it. */
    private void startAndEnter(Runnable call) {
        Thread thread = new Thread(() -> {
            call.run();
            finished.countDown();
        });
        thread.start();
        try {
            started.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void refusesAtTheDeadlineAndUndoesWhatFinishesLater() throws InterruptedException {
        TicketingDesk desk =
                slow.executor(this::startAndEnter).nanoTime(() -> 0).build();

        assertThat(receive(desk)).isEqualTo(DeskOutcome.DEADLINE_PASSED.response());
        assertThat(undone).isEmpty();

        release.countDown();
        finished.await();
        assertThat(undone).containsExactly(Ticket.of("A"));
    }

    @Test
    void hasNothingToUndoWhenALateHandlerSoldNothing() throws InterruptedException {
        TicketingDesk desk = slow.executor(this::startAndEnter)
                .nanoTime(() -> 0)
                .onBooking(booking -> {
                    started.countDown();
                    release.await();
                    return BookingResponse.soldOut();
                })
                .build();

        assertThat(receive(desk)).isEqualTo(DeskOutcome.DEADLINE_PASSED.response());
        release.countDown();
        finished.await();
        assertThat(undone).isEmpty();
    }

    @Test
    void doesNotCallAHandlerForAMessageThatWasGivenUpInTheQueue() {
        List<Runnable> queue = new ArrayList<>();
        AtomicInteger calls = new AtomicInteger();
        TicketingDesk desk = slow.executor(queue::add)
                .onBooking(booking -> {
                    calls.incrementAndGet();
                    return sold();
                })
                .build();

        assertThat(receive(desk)).isEqualTo(DeskOutcome.DEADLINE_PASSED.response());
        queue.forEach(Runnable::run);

        assertThat(calls).hasValue(0);
        assertThat(undone).isEmpty();
    }

    @Test
    void undoesASlowSaleOnTheCallersOwnThreadToo() {
        AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5); // the clock of nanoTime may wrap around
        TicketingDesk desk = slow.executor(Runnable::run)
                .nanoTime(now::get)
                .onBooking(booking -> {
                    now.addAndGet(SHORT.toNanos());
                    return sold();
                })
                .build();

        assertThat(receive(desk)).isEqualTo(DeskOutcome.DEADLINE_PASSED.response());
        assertThat(undone).containsExactly(Ticket.of("A"));
    }

    @Test
    void responsesWhatFinishesJustInTime() {
        AtomicLong now = new AtomicLong();
        TicketingDesk desk = slow.executor(Runnable::run)
                .nanoTime(now::get)
                .onBooking(booking -> {
                    now.addAndGet(SHORT.toNanos() - 1);
                    return sold();
                })
                .build();

        assertThat(receive(desk).outcome()).isEqualTo(DeskOutcome.SOLD);
        assertThat(undone).isEmpty();
    }

    @Test
    void eitherResponsesOrUndoesEverySaleHoweverTheyRace() {
        Random random = new Random(42);
        AtomicInteger handled = new AtomicInteger();
        int responded = 0;
        TicketingDesk desk = slow.deadline(Duration.ofNanos(300_000))
                .onBooking(booking -> {
                    handled.incrementAndGet();
                    long end = System.nanoTime() + random.nextInt(500_000);
                    while (System.nanoTime() < end) {
                        Thread.onSpinWait();
                    }
                    return sold();
                })
                .threads(4)
                .build();

        for (int i = 0; i < 3_000; i++) {
            if (receive(desk).outcome() == DeskOutcome.SOLD) {
                responded++;
            }
        }
        desk.close();

        assertThat(handled.get()).isPositive();
        assertThat(responded + undone.size()).isEqualTo(handled.get());
    }

    @Test
    void refusesWhenTheReceivingThreadIsInterruptedAndLeavesItSo() {
        TicketingDesk desk =
                slow.executor(task -> {}).deadline(Duration.ofMinutes(1)).build();

        Thread.currentThread().interrupt();
        DeskResponse response = receive(desk);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(response).isEqualTo(DeskOutcome.INTERRUPTED.response());
    }

    @Test
    void refusesWhenNoThreadIsFree() {
        TicketingDesk desk = slow.executor(task -> {
                    throw new RejectedExecutionException();
                })
                .build();

        assertThat(receive(desk)).isEqualTo(DeskOutcome.SATURATED.response());
    }

    private static BookingResponse sold() {
        return BookingResponse.tickets(Remaining.of(9), Ticket.of("A"));
    }

    private static DeskResponse receive(TicketingDesk desk) {
        return desk.receive(BOOKING.signature(), BOOKING.body());
    }
}
