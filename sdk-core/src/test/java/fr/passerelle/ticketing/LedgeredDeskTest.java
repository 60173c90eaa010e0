package fr.passerelle.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.value.Remaining;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A desk with a ledger: each booking is sold once, however often it is delivered. */
@Timeout(60)
class LedgeredDeskTest {

    private static final String KEY = "key-under-test";
    private static final BookingKeys KEYS = BookingKeys.under("a secret of the ledger");
    private static final SignedMessage BOOKING = TicketingDesk.sign(KEY, SampleMessages.booking(1));
    private static final SignedMessage BOOKED_AGAIN =
            TicketingDesk.sign(KEY, SampleMessages.booking(1).replace("09:15:42", "09:17:42"));

    private final TicketLedger ledger = TicketLedger.inMemory(100);
    private final AtomicInteger sold = new AtomicInteger();
    private final List<String> undone = new ArrayList<>();
    private final AtomicLong now = new AtomicLong();

    private final TicketingDesk.Builder builder = TicketingDesk.builder()
            .hmacKey(KEY)
            .executor(Runnable::run)
            .nanoTime(now::get)
            .ledger(ledger, KEYS)
            .onBooking(booking -> sell())
            .onCancellation(barcodes -> CancellationResponse.cancelled(Remaining.of(10)))
            .onUndo((booking, tickets) -> tickets.forEach(ticket -> undone.add(ticket.barcode())));

    private BookingResponse sell() {
        int number = sold.incrementAndGet();
        return BookingResponse.tickets(Remaining.of(10 - number), Ticket.of("T" + number));
    }

    @Test
    void responsesARedeliveryAlikeWithoutSellingAgain() {
        DeskResponse first = receive(BOOKING);
        DeskResponse again = receive(BOOKING);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.outcome()).isEqualTo(DeskOutcome.REDELIVERED);
        assertThat(again.body()).contains("T1").contains("\"remainingQuantity\":9");
        assertThat(sold).hasValue(1);
    }

    @Test
    void holdsOnceAndResponsesAlikeWhenDeliveriesComeAtOnce() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch mayLeave = new CountDownLatch(1);
        ExecutorService web = Executors.newFixedThreadPool(50);
        try (TicketingDesk desk = TicketingDesk.builder()
                .hmacKey(KEY)
                .ledger(ledger, KEYS)
                .deadline(Duration.ofMinutes(1))
                .threads(8)
                .onBooking(booking -> {
                    inside.countDown();
                    mayLeave.await();
                    return sell();
                })
                .build()) {
            Callable<DeskResponse> delivery = () -> desk.receive(BOOKING.signature(), BOOKING.body());
            List<Future<DeskResponse>> waiting = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                waiting.add(web.submit(delivery));
            }
            inside.await();
            mayLeave.countDown();

            List<DeskOutcome> outcomes = new ArrayList<>();
            for (Future<DeskResponse> response : waiting) {
                assertThat(response.get().body()).contains("T1");
                outcomes.add(response.get().outcome());
            }
            assertThat(outcomes)
                    .containsOnlyOnce(DeskOutcome.SOLD)
                    .containsOnly(DeskOutcome.SOLD, DeskOutcome.REDELIVERED);
            assertThat(sold).hasValue(1);
        } finally {
            web.shutdownNow();
        }
    }

    @Test
    void givesUpADeliveryThatWaitsForAnotherUntilItsDeadline() {
        ledger.claim(KEYS.attempt(booking()));

        DeskResponse response = receive(builder.executor(work -> {
            work.run();
            now.addAndGet(Duration.ofSeconds(7).toNanos());
        }));

        assertThat(response).isEqualTo(DeskOutcome.DEADLINE_PASSED.response());
        assertThat(sold).hasValue(0);
    }

    @Test
    void undoesALateSaleAndRefusesItsRedelivery() {
        builder.onBooking(booking -> {
            now.addAndGet(Duration.ofSeconds(7).toNanos());
            return sell();
        });

        assertThat(receive(BOOKING)).isEqualTo(DeskOutcome.DEADLINE_PASSED.response());
        assertThat(undone).containsExactly("T1");
        assertThat(ledger.ticket("T1")).contains(SaleState.UNDONE);
        assertThat(receive(BOOKING)).isEqualTo(DeskOutcome.BOOKING_OVER.response());
        assertThat(sold).hasValue(1);
    }

    @Test
    void keepsTheTicketsOfALateSaleThatARedeliveryHasGiven() {
        TicketingDesk other = TicketingDesk.builder()
                .hmacKey(KEY)
                .executor(Runnable::run)
                .ledger(ledger, KEYS)
                .onBooking(booking -> sell())
                .build();
        List<DeskResponse> responses = new ArrayList<>();
        builder.ledger(
                new ForwardingLedger(ledger) {
                    @Override
                    public boolean withdraw(BookingKey booking) {
                        responses.add(other.receive(BOOKING.signature(), BOOKING.body()));
                        return super.withdraw(booking);
                    }
                },
                KEYS);
        builder.onBooking(booking -> {
            now.addAndGet(Duration.ofSeconds(7).toNanos());
            return sell();
        });

        assertThat(receive(BOOKING)).isEqualTo(DeskOutcome.DEADLINE_PASSED.response());
        assertThat(responses)
                .singleElement()
                .satisfies(response -> assertThat(response.body()).contains("T1"));
        assertThat(undone).isEmpty();
        assertThat(ledger.ticket("T1")).contains(SaleState.GIVEN);
    }

    @Test
    void findsTicketsThatCouldNotBeTakenBack() {
        builder.onUndo((booking, tickets) -> {
                    throw new IllegalStateException("the box office is closed");
                })
                .onBooking(booking -> {
                    now.addAndGet(Duration.ofSeconds(7).toNanos());
                    return sell();
                });

        receive(BOOKING);

        assertThat(ledger.orphans(Instant.MAX))
                .singleElement()
                .satisfies(orphan -> assertThat(orphan.tickets()).containsExactly(Ticket.of("T1")));
    }

    @Test
    void sellsAgainWhenTheBeneficiaryTriesAgainAndFindsTheOrphanOfTheFirstTry() {
        receive(BOOKING);
        DeskResponse again = receive(BOOKED_AGAIN);

        assertThat(again.body()).contains("T2");
        assertThat(ledger.orphans(Instant.EPOCH))
                .singleElement()
                .satisfies(orphan -> assertThat(orphan.tickets()).containsExactly(Ticket.of("T1")));
        assertThat(receive(BOOKING)).isEqualTo(DeskOutcome.BOOKING_OVER.response());
    }

    @Test
    void refusesToRepeatABookingThatWasCancelledAndSellsANewOne() {
        receive(BOOKING);
        receive(TicketingDesk.sign(KEY, SampleMessages.cancellation("T1")));

        assertThat(receive(BOOKING)).isEqualTo(DeskOutcome.BOOKING_OVER.response());
        assertThat(receive(BOOKED_AGAIN).body()).contains("T2");
        assertThat(ledger.orphans(Instant.MAX)).isEmpty();
    }

    @Test
    void responsesACancellationAlikeHoweverOftenItComes() {
        receive(BOOKING);
        SignedMessage cancellation = TicketingDesk.sign(KEY, SampleMessages.cancellation("T1", "never sold"));

        assertThat(receive(cancellation)).isEqualTo(receive(cancellation));
        assertThat(ledger.ticket("T1")).contains(SaleState.CANCELLED);
        assertThat(ledger.ticket("never sold")).contains(SaleState.CANCELLED);
    }

    @Test
    void leavesTheTicketsWhenTheVendorDoesNotCancel() {
        receive(BOOKING);
        builder.onCancellation(barcodes -> CancellationResponse.refused());
        receive(TicketingDesk.sign(KEY, SampleMessages.cancellation("T1")));

        assertThat(ledger.ticket("T1")).contains(SaleState.GIVEN);
    }

    @Test
    void asksTheHandlerAgainWhereNothingWasSold() {
        builder.onBooking(booking -> BookingResponse.soldOut());
        assertThat(receive(BOOKING).status()).isEqualTo(409);
        builder.onBooking(booking -> {
            throw new IllegalStateException();
        });
        assertThat(receive(BOOKING)).isEqualTo(DeskOutcome.HANDLER_FAILED.response());
        builder.onBooking(booking -> sell());

        assertThat(receive(BOOKING).body()).contains("T1");
        assertThat(ledger.orphans(Instant.MAX)).isEmpty();
    }

    @Test
    void undoesTicketsThatAreNotAsManyAsPlacesAndRefusesTheRedelivery() {
        builder.onBooking(booking -> BookingResponse.tickets(Remaining.of(8), Ticket.of("A"), Ticket.of("B")));

        assertThat(receive(BOOKING)).isEqualTo(DeskOutcome.TICKETS_NOT_PLACES.response());
        assertThat(undone).containsExactly("A", "B");
        assertThat(receive(BOOKING)).isEqualTo(DeskOutcome.BOOKING_OVER.response());
    }

    @Test
    void sellsNothingWithoutItsLedger() {
        builder.ledger(
                new ForwardingLedger(ledger) {
                    @Override
                    public Claim claim(SaleAttempt attempt) {
                        throw new IllegalStateException("no database");
                    }
                },
                KEYS);

        assertThat(receive(BOOKING)).isEqualTo(DeskOutcome.HANDLER_FAILED.response());
        assertThat(sold).hasValue(0);
    }

    @Test
    void takesBackWhatTheLedgerCouldNotKeep() {
        builder.ledger(
                new ForwardingLedger(ledger) {
                    @Override
                    public boolean give(BookingKey booking, List<Ticket> tickets, Remaining remaining) {
                        throw new IllegalStateException("no database");
                    }
                },
                KEYS);

        assertThat(receive(BOOKING)).isEqualTo(DeskOutcome.HANDLER_FAILED.response());
        assertThat(undone).containsExactly("T1");
        assertThat(ledger.orphans(Instant.MAX)).isEmpty();

        builder.ledger(ledger, KEYS);
        assertThat(receive(BOOKING).body()).contains("T2");
    }

    private static BookingMessage booking() {
        try {
            return ((Message.Booking) MessageDecoder.decode(SampleMessages.booking(1))).booking();
        } catch (RefusedMessageException refused) {
            throw new AssertionError(refused);
        }
    }

    private DeskResponse receive(SignedMessage message) {
        try (TicketingDesk desk = builder.build()) {
            return desk.receive(message.signature(), message.body());
        }
    }

    private static DeskResponse receive(TicketingDesk.Builder builder) {
        try (TicketingDesk desk = builder.build()) {
            return desk.receive(BOOKING.signature(), BOOKING.body());
        }
    }
}
