package fr.passerelle.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.value.Remaining;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Fifty messages at once, a handler that takes two seconds of a clock that the test moves. */
@Timeout(60)
class DeskCrowdTest {

    private static final int MESSAGES = 50;
    private static final Duration HANDLER = Duration.ofSeconds(2);
    private static final SignedMessage BOOKING = TicketingDesk.sign("key", SampleMessages.booking(1));

    private final AtomicLong now = new AtomicLong();
    private final Semaphore received = new Semaphore(0);
    private final Set<Thread> receivers = ConcurrentHashMap.newKeySet();
    private final Semaphore entered = new Semaphore(0);
    private final Semaphore mayLeave = new Semaphore(0);
    private final AtomicInteger numbers = new AtomicInteger();
    private final Queue<String> undone = new ConcurrentLinkedQueue<>();
    private final Set<Thread> handlerThreads = ConcurrentHashMap.newKeySet();
    private final ExecutorService web = Executors.newFixedThreadPool(MESSAGES, work -> new Thread(work, "web"));

    private final TicketingDesk.Builder builder = TicketingDesk.builder()
            .hmacKey("key")
            .nanoTime(this::readClock)
            .onBooking(booking -> {
                handlerThreads.add(Thread.currentThread());
                entered.release();
                mayLeave.acquire();
                return BookingResponse.tickets(Remaining.of(9), Ticket.of("T" + numbers.incrementAndGet()));
            })
            .onUndo((booking, tickets) -> undone.add(tickets.get(0).barcode()));

    /** Tells when a message has started its clock, which each does on a web thread of its own. */
    private long readClock() {
        long read = now.get();
        Thread reader = Thread.currentThread();
        if (reader.getName().equals("web") && receivers.add(reader)) {
            received.release();
        }
        return read;
    }

    @AfterEach
    void close() {
        web.shutdownNow();
    }

    @Test
    void responsesThemAllWithAThreadForEach() throws Exception {
        List<DeskResponse> responses = receiveAll(builder.threads(MESSAGES), List.of(MESSAGES));

        assertThat(responses).allMatch(response -> response.outcome() == DeskOutcome.SOLD);
        assertThat(undone).isEmpty();
        assertEachTicketIsRespondedOrUndone(responses, MESSAGES);
    }

    @Test
    void undoesTheSalesThatEndAtTheDeadlineAndNeverBeginsTheRest() throws Exception {
        List<DeskResponse> responses =
                receiveAll(builder.threads(16).deadline(Duration.ofSeconds(6)), List.of(16, 16, 16));

        assertThat(responses)
                .filteredOn(response -> response.outcome() == DeskOutcome.SOLD)
                .hasSize(32);
        assertThat(responses)
                .filteredOn(response -> response.outcome() == DeskOutcome.DEADLINE_PASSED)
                .hasSize(18);
        assertThat(undone).hasSize(16);
        assertEachTicketIsRespondedOrUndone(responses, 48);
    }

    /** Hands all messages in, then lets the handlers end in batches, two seconds after each has started. */
    private List<DeskResponse> receiveAll(TicketingDesk.Builder builder, List<Integer> batches) throws Exception {
        List<Future<DeskResponse>> waiting = new ArrayList<>();
        List<DeskResponse> responses = new ArrayList<>();
        try (TicketingDesk desk = builder.build()) {
            for (int i = 0; i < MESSAGES; i++) {
                waiting.add(web.submit(() -> desk.receive(BOOKING.signature(), BOOKING.body())));
            }
            received.acquire(MESSAGES);
            for (int batch : batches) {
                entered.acquire(batch);
                now.addAndGet(HANDLER.toNanos());
                mayLeave.release(batch);
            }
            for (Future<DeskResponse> response : waiting) {
                responses.add(response.get());
            }
        }
        return responses;
    }

    private void assertEachTicketIsRespondedOrUndone(List<DeskResponse> responses, int sold) {
        List<String> given = responses.stream()
                .map(DeskResponse::body)
                .filter(body -> body.contains("barcode"))
                .map(body -> body.replaceAll(".*\"barcode\":\"(\\w+)\".*", "$1"))
                .toList();
        assertThat(numbers).hasValue(sold);
        assertThat(given).hasSize(sold - undone.size()).doesNotHaveDuplicates().noneMatch(undone::contains);
        assertThat(handlerThreads).allSatisfy(thread -> {
            thread.join();
            assertThat(thread.isAlive()).isFalse();
        });
    }
}
