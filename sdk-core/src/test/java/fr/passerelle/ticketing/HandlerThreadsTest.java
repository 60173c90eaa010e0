package fr.passerelle.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.model.value.Remaining;
import fr.passerelle.ticketing.HandlerThreads.Lane;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many desks on few threads: how many there are, and who gets one. */
@Timeout(60)
class HandlerThreadsTest {

    private static final String KEY = "key-under-test";
    private static final SignedMessage BOOKING = TicketingDesk.sign(KEY, SampleMessages.booking(1));
    private static final long A_MINUTE = Duration.ofMinutes(1).toNanos();
    private static final long SHORT = Duration.ofMillis(20).toNanos();

    private final CountDownLatch release = new CountDownLatch(1);
    private final Semaphore entered = new Semaphore(0);
    private final Set<Thread> used = ConcurrentHashMap.newKeySet();

    @AfterEach
    void end() {
        release.countDown();
    }

    private void hang() {
        used.add(Thread.currentThread());
        entered.release();
        try {
            release.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private TicketingDesk.Builder desk(Runnable handler) {
        return TicketingDesk.builder()
                .hmacKey(KEY)
                .deadline(Duration.ofMinutes(1))
                .onBooking(booking -> {
                    handler.run();
                    return BookingResponse.tickets(Remaining.of(9), Ticket.of("A"));
                })
                .onUndo((booking, tickets) -> {});
    }

    @Test
    void fiveHundredDesksUseTwoHundredThreadsAtMost() throws InterruptedException {
        long before = deskThreads(); // of earlier tests; they end within a second
        List<TicketingDesk> desks = new ArrayList<>();
        List<CompletableFuture<DeskResponse>> responses = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            desks.add(desk(this::hang).name("tenant-" + i).build());
        }
        assertThat(deskThreads()).as("idle").isLessThanOrEqualTo(before);

        for (TicketingDesk desk : desks) {
            responses.add(receiveAsync(desk));
        }
        entered.acquire(200);
        assertThat(used).as("all of them at work").hasSize(200);
        assertThat(responses).noneMatch(CompletableFuture::isDone);

        release.countDown();
        assertThat(responses).allMatch(response -> response.join().outcome() == DeskOutcome.SOLD);
        assertThat(deskThreads()).isLessThanOrEqualTo(200 + before);
        desks.forEach(TicketingDesk::close);
    }

    private static long deskThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("passculture-desk-"))
                .count();
    }

    @Test
    void aTenantWhoseHandlersHangDoesNotStopTheOthers() throws InterruptedException {
        try (TicketingDesk hanging = desk(this::hang).build();
                TicketingDesk other = desk(() -> {}).build()) {
            List<CompletableFuture<DeskResponse>> stuck = new ArrayList<>();
            for (int i = 0; i < 16 + 16 * 16; i++) {
                stuck.add(receiveAsync(hanging));
            }
            entered.acquire(16);
            assertThat(receiveAsync(hanging).join().outcome()).isEqualTo(DeskOutcome.SATURATED);

            assertThat(other.receive(BOOKING.signature(), BOOKING.body()).outcome())
                    .isEqualTo(DeskOutcome.SOLD);
            assertThat(stuck).noneMatch(CompletableFuture::isDone);
            release.countDown();
        }
    }

    @Test
    void keepsThreadsForDesksThatRunNothingHoweverManyHang() throws InterruptedException {
        HandlerThreads threads = new HandlerThreads(8, 2);
        for (int tenant = 0; tenant < 3; tenant++) {
            Lane hanging = threads.lane(4);
            for (int call = 0; call < 10; call++) {
                hanging.execute(this::hang);
            }
        }
        entered.acquire(4 + 2 + 1); // all of one, the rest of what is not kept, and one of what is

        CountDownLatch served = new CountDownLatch(1);
        threads.lane(4).execute(served::countDown);
        served.await();
    }

    @Test
    void lanesTakeTurns() throws InterruptedException {
        HandlerThreads threads = new HandlerThreads(1, 0);
        Queue<String> order = new ConcurrentLinkedQueue<>();
        CountDownLatch done = new CountDownLatch(6);
        Lane busy = threads.lane(1);
        Lane other = threads.lane(1);
        busy.execute(this::hang);
        for (String call : List.of("a", "b", "c")) {
            busy.execute(() -> {
                order.add("busy " + call);
                done.countDown();
            });
        }
        for (String call : List.of("a", "b", "c")) {
            other.execute(() -> {
                order.add("other " + call);
                done.countDown();
            });
        }

        release.countDown();
        done.await();
        assertThat(order).containsExactly("busy a", "other a", "busy b", "other b", "busy c", "other c");
    }

    @Test
    void boundsALaneAndItsQueueAndFinishesBothWhenItIsClosed() {
        Queue<Integer> ran = new ConcurrentLinkedQueue<>();
        Lane lane = new HandlerThreads(4, 0).lane(1);
        lane.execute(this::hang);
        for (int i = 0; i < 16; i++) {
            int number = i;
            lane.execute(() -> ran.add(number));
        }
        assertThatThrownBy(() -> lane.execute(() -> ran.add(16))).isInstanceOf(RejectedExecutionException.class);

        release.countDown();
        lane.close(A_MINUTE);

        assertThat(ran).hasSize(16);
        assertThatThrownBy(() -> lane.execute(() -> ran.add(17))).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void interruptsWhatHangsInAClosedLaneAndNothingElse() throws InterruptedException {
        HandlerThreads threads = new HandlerThreads(4, 0);
        BlockingQueue<String> ended = new LinkedBlockingQueue<>();
        Lane closed = threads.lane(1);
        Lane other = threads.lane(1);
        CountDownLatch otherMayEnd = new CountDownLatch(1);
        closed.execute(() -> {
            hang();
            ended.add("closed, interrupted: " + Thread.interrupted());
        });
        closed.execute(() -> ended.add("never"));
        other.execute(() -> {
            entered.release();
            try {
                otherMayEnd.await();
                ended.add("other, undisturbed");
            } catch (InterruptedException disturbed) {
                ended.add("other, disturbed");
            }
        });
        entered.acquire(2);

        closed.close(SHORT);
        otherMayEnd.countDown();

        assertThat(List.of(ended.take(), ended.take()))
                .containsExactlyInAnyOrder("closed, interrupted: true", "other, undisturbed");
        assertThat(ended).isEmpty();
    }

    @Test
    void doesNotHandAnInterruptOnToTheNextCallOnTheSameThread() throws InterruptedException {
        Lane lane = new HandlerThreads(1, 0).lane(1);
        BlockingQueue<Boolean> interrupted = new LinkedBlockingQueue<>();
        lane.execute(() -> {
            hang();
            Thread.currentThread().interrupt();
        });
        lane.execute(() -> interrupted.add(Thread.currentThread().isInterrupted()));

        release.countDown();

        assertThat(interrupted.take()).isFalse();
    }

    @Test
    void survivesACallThatThrows() throws InterruptedException {
        Lane lane = new HandlerThreads(1, 0).lane(1);
        BlockingQueue<String> ran = new LinkedBlockingQueue<>();
        lane.execute(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> ran.add(thrown.getMessage()));
            throw new IllegalStateException("thrown");
        });
        lane.execute(() -> ran.add("next"));

        assertThat(List.of(ran.take(), ran.take())).containsExactly("thrown", "next");
    }

    @Test
    void endsThreadsThatAreIdle() throws InterruptedException {
        release.countDown();
        Lane lane = new HandlerThreads(1, 0).lane(1);
        lane.execute(this::hang);
        entered.acquire();

        Thread thread = used.iterator().next();
        thread.join();
        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread.getName()).startsWith("passculture-desk-");
    }

    private static CompletableFuture<DeskResponse> receiveAsync(TicketingDesk desk) {
        return desk.receiveAsync(BOOKING.signature(), BOOKING.body()).toCompletableFuture();
    }
}
