package fr.passerelle.ticketing;

import static fr.passerelle.ticketing.HostileVendorCodeTest.Kind.BOOKING;
import static fr.passerelle.ticketing.HostileVendorCodeTest.Kind.CANCELLATION;
import static fr.passerelle.ticketing.HostileVendorCodeTest.Kind.NOTIFICATION;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.value.Remaining;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every piece of the vendor's code throws everything that can be thrown, at every kind of message. The desk responds
 * each time, no sale is lost or doubled, and the same message again is responded to rightly and without a wait.
 */
@Timeout(60)
class HostileVendorCodeTest {

    private static final String KEY = "key-under-test";
    private static final BookingKeys KEYS = BookingKeys.under("a secret of the ledger");
    private static final Duration TOO_LONG = Duration.ofSeconds(7);
    private static final Pattern BARCODE = Pattern.compile("\"barcode\":\"(\\w+)\"");

    enum Kind {
        BOOKING(SampleMessages.booking(1)),
        CANCELLATION(SampleMessages.cancellation("T1")),
        NOTIFICATION(SampleMessages.notification(NotificationAction.BOOK));

        private final String document;

        Kind(String document) {
            this.document = document;
        }

        SignedMessage message() {
            return TicketingDesk.sign(KEY, document);
        }
    }

    /** What the status is while the vendor's code throws, and what it is when the same message comes after that. */
    private record Statuses(int during, int after) {}

    /** What else must happen so that a place is reached at all. */
    private enum Circumstance {
        NONE,
        SOLD_OUT,
        TOO_LATE,
        HANDLER_FAILS
    }

    /** Where it throws. A ledger throws before anything has happened or when everything has. */
    enum Place {
        BOOKING_HANDLER(BOOKING, 500, 200),
        CANCELLATION_HANDLER(CANCELLATION, 500, 200),
        NOTIFICATION_HANDLER(NOTIFICATION, 500, 200),
        UNDO_HANDLER(BOOKING, 503, 422, Circumstance.TOO_LATE),
        REFUSAL_LISTENER(null, 500, 200, Circumstance.HANDLER_FAILS),
        FAILURE_LISTENER(null, 500, 200, Circumstance.HANDLER_FAILS),
        EXECUTOR_INSTEAD(null, 503, 200),
        EXECUTOR_AFTERWARDS(null, 200, 200),
        BEFORE_CLAIM(BOOKING, 500, 200),
        AFTER_CLAIM(BOOKING, 500, 500),
        BEFORE_GIVE(BOOKING, 500, 200),
        AFTER_GIVE(BOOKING, 500, 422),
        BEFORE_FORGET(BOOKING, 409, 200, Circumstance.SOLD_OUT),
        AFTER_FORGET(BOOKING, 409, 200, Circumstance.SOLD_OUT),
        BEFORE_FORGET_OF_A_FAILURE(BOOKING, 500, 200, Circumstance.HANDLER_FAILS),
        BEFORE_WITHDRAW(BOOKING, 503, 200, Circumstance.TOO_LATE),
        AFTER_WITHDRAW(BOOKING, 503, 422, Circumstance.TOO_LATE),
        BEFORE_UNDONE(BOOKING, 503, 422, Circumstance.TOO_LATE),
        AFTER_UNDONE(BOOKING, 503, 422, Circumstance.TOO_LATE),
        BEFORE_CANCELLED(CANCELLATION, 200, 200),
        AFTER_CANCELLED(CANCELLATION, 200, 200),
        BEFORE_GIVE_AND_WHATEVER_COMES_THEN(BOOKING, 500, 200),
        AFTER_GIVE_AND_WHATEVER_COMES_THEN(BOOKING, 500, 422),
        BEFORE_GIVE_AND_UNDO_HANDLER(BOOKING, 500, 200),
        AFTER_GIVE_AND_UNDO_HANDLER(BOOKING, 500, 422);

        private final @Nullable Kind concerned;
        private final int during;
        private final int after;
        private final Circumstance circumstance;

        Place(@Nullable Kind concerned, int during, int after) {
            this(concerned, during, after, Circumstance.NONE);
        }

        /** The kind that is concerned, null if all are; its statuses. */
        Place(@Nullable Kind concerned, int during, int after, Circumstance circumstance) {
            this.concerned = concerned;
            this.during = during;
            this.after = after;
            this.circumstance = circumstance;
        }

        /** A kind that is not concerned is handled, unless its handler fails. */
        Statuses of(Kind kind) {
            if (concerned == null || concerned == kind) {
                return new Statuses(during, after);
            }
            return new Statuses(circumstance == Circumstance.HANDLER_FAILS ? 500 : 200, 200);
        }
    }

    private static List<Throwable> everythingThatCanBeThrown() {
        return List.of(
                new IllegalStateException("personal"),
                new RejectedExecutionException("personal"),
                new CancellationException("personal"),
                new SQLException("personal"),
                new InterruptedException("personal"),
                new RefusedMessageException(DeskOutcome.SIGNATURE_WRONG),
                new AssertionError("personal"),
                new NoClassDefFoundError("personal"),
                new ExceptionInInitializerError("personal"),
                new StackOverflowError(),
                new OutOfMemoryError(),
                new InternalError(),
                threadDeath(),
                new Throwable("personal"));
    }

    /** By its name, as newer compilers warn of the class. */
    private static Throwable threadDeath() {
        try {
            return Class.forName("java.lang.ThreadDeath")
                    .asSubclass(Throwable.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException gone) {
            return new Error("in place of ThreadDeath");
        }
    }

    /** A vendor, its ledger and its desk. */
    private static final class Vendor extends ForwardingLedger implements Executor {

        private final TicketLedger ledger;
        private final FakeDeskTime time = new FakeDeskTime();
        private final Set<String> out = new LinkedHashSet<>();
        private final Set<String> told = new LinkedHashSet<>();
        private final List<Throwable> failures = new ArrayList<>();
        private int sold;
        private @Nullable Place place;
        private Throwable thrown = new Throwable();
        private boolean ledgerIsGone;

        private final TicketingDesk desk = TicketingDesk.builder()
                .hmacKey(KEY)
                .executor(this)
                .time(time)
                .ledger(this, KEYS)
                .onBooking(booking -> sell())
                .onCancellation(barcodes -> {
                    at(Place.CANCELLATION_HANDLER);
                    failHandler();
                    barcodes.forEach(out::remove);
                    return CancellationResponse.cancelled(Remaining.of(9));
                })
                .onNotification(notice -> {
                    at(Place.NOTIFICATION_HANDLER);
                    failHandler();
                })
                .onUndo((booking, tickets) -> {
                    at(Place.UNDO_HANDLER);
                    at(Place.BEFORE_GIVE_AND_UNDO_HANDLER);
                    at(Place.AFTER_GIVE_AND_UNDO_HANDLER);
                    tickets.forEach(ticket -> out.remove(ticket.barcode()));
                })
                .onRefusal(outcome -> at(Place.REFUSAL_LISTENER))
                .onHandlerFailure(failure -> {
                    failures.add(failure);
                    at(Place.FAILURE_LISTENER);
                })
                .build();

        Vendor() {
            this(TicketLedger.inMemory(10));
        }

        private Vendor(TicketLedger ledger) {
            super(ledger);
            this.ledger = ledger;
        }

        private BookingResponse sell() {
            at(Place.BOOKING_HANDLER);
            failHandler();
            if (place != null && place.circumstance == Circumstance.SOLD_OUT) {
                return BookingResponse.soldOut();
            }
            if (place != null && place.circumstance == Circumstance.TOO_LATE) {
                time.advance(TOO_LONG);
            }
            String barcode = "T" + ++sold;
            out.add(barcode);
            return BookingResponse.tickets(Remaining.of(9), Ticket.of(barcode));
        }

        private void failHandler() {
            if (place != null && place.circumstance == Circumstance.HANDLER_FAILS) {
                throw new IllegalStateException("of a handler");
            }
        }

        void throwAt(Place place, Throwable thrown) {
            this.place = place;
            this.thrown = thrown;
        }

        void recover() {
            place = null;
            ledgerIsGone = false;
        }

        private void at(Place here) {
            if (place == here) {
                throw HostileVendorCodeTest.<RuntimeException>sneaky(thrown);
            }
        }

        /** A ledger that has failed at the worst moment may stay away. */
        private void ledgerAt(Place... here) {
            if (ledgerIsGone) {
                throw HostileVendorCodeTest.<RuntimeException>sneaky(thrown);
            }
            for (Place each : here) {
                ledgerIsGone |= place == each && each.name().endsWith("WHATEVER_COMES_THEN");
                at(each);
            }
        }

        @Override
        public void execute(Runnable task) {
            at(Place.EXECUTOR_INSTEAD);
            task.run();
            at(Place.EXECUTOR_AFTERWARDS);
        }

        @Override
        public Claim claim(SaleAttempt attempt) {
            ledgerAt(Place.BEFORE_CLAIM);
            Claim claim = super.claim(attempt);
            ledgerAt(Place.AFTER_CLAIM);
            return claim;
        }

        @Override
        public boolean give(BookingKey booking, List<Ticket> tickets, Remaining remaining) {
            ledgerAt(Place.BEFORE_GIVE, Place.BEFORE_GIVE_AND_WHATEVER_COMES_THEN, Place.BEFORE_GIVE_AND_UNDO_HANDLER);
            boolean live = super.give(booking, tickets, remaining);
            ledgerAt(Place.AFTER_GIVE, Place.AFTER_GIVE_AND_WHATEVER_COMES_THEN, Place.AFTER_GIVE_AND_UNDO_HANDLER);
            return live;
        }

        @Override
        public void forget(BookingKey booking) {
            ledgerAt(Place.BEFORE_FORGET, Place.BEFORE_FORGET_OF_A_FAILURE);
            super.forget(booking);
            ledgerAt(Place.AFTER_FORGET);
        }

        @Override
        public boolean withdraw(BookingKey booking) {
            ledgerAt(Place.BEFORE_WITHDRAW);
            boolean last = super.withdraw(booking);
            ledgerAt(Place.AFTER_WITHDRAW);
            return last;
        }

        @Override
        public void undone(BookingKey booking) {
            ledgerAt(Place.BEFORE_UNDONE);
            super.undone(booking);
            ledgerAt(Place.AFTER_UNDONE);
        }

        @Override
        public void cancelled(List<String> barcodes) {
            ledgerAt(Place.BEFORE_CANCELLED);
            super.cancelled(barcodes);
            ledgerAt(Place.AFTER_CANCELLED);
        }

        @Override
        public Optional<SaleState> ticket(String barcode) {
            ledgerAt();
            return super.ticket(barcode);
        }

        /** The programme's side of a message: the status, and what tickets it has then. */
        int deliver(Kind kind) {
            DeskResponse response = receive(desk, kind);
            Matcher barcodes = BARCODE.matcher(response.body());
            while (barcodes.find()) {
                told.add(barcodes.group(1));
            }
            if (kind == CANCELLATION && response.status() == 200) {
                told.clear();
            }
            return response.status();
        }

        /** What was told is valid, and is one sale; what is out and was not told can be found. */
        void assertNothingIsLostOrDoubled(String when) {
            assertThat(told).as("told %s", when).hasSizeLessThan(2);
            assertThat(out).as("out %s", when).hasSizeLessThan(2).containsAll(told);
            boolean held = ledger.orphans(Instant.MAX).stream().anyMatch(sale -> sale.state() == SaleState.HELD);
            assertThat(out)
                    .as("found %s", when)
                    .allMatch(ticket -> told.contains(ticket)
                            || held
                            || ledger.ticket(ticket).filter(this::isOut).isPresent());
        }

        private boolean isOut(SaleState state) {
            return state == SaleState.GIVEN || state == SaleState.ORPHAN;
        }
    }

    @ParameterizedTest
    @EnumSource
    void respondsWhateverIsThrown(Place place) {
        for (Throwable thrown : everythingThatCanBeThrown()) {
            for (Kind kind : Kind.values()) {
                for (int times = 1; times <= 2; times++) {
                    respond(place, thrown, kind, times);
                }
            }
        }
    }

    private static void respond(Place place, Throwable thrown, Kind kind, int times) {
        String when = kind + " with " + thrown.getClass().getName() + " " + times + " times";
        Vendor vendor = new Vendor();
        if (kind == CANCELLATION) {
            vendor.deliver(BOOKING);
        }

        vendor.throwAt(place, thrown);
        int during = vendor.deliver(kind);
        boolean interrupted = Thread.interrupted();
        if (times == 2) {
            assertThat(vendor.deliver(kind)).as(when).isIn(200, 409, 422, 500, 503);
            interrupted |= Thread.interrupted();
        }
        vendor.assertNothingIsLostOrDoubled("during " + when);
        vendor.recover();
        int after = vendor.deliver(kind);

        assertThat(new Statuses(during, after)).as(when).isEqualTo(place.of(kind));
        assertThat(vendor.time.waited()).as("waited: " + when).isZero();
        assertThat(Thread.interrupted())
                .as("the flag of another failure: " + when)
                .isFalse();
        vendor.assertNothingIsLostOrDoubled("after " + when);
        if (vendor.failures.contains(thrown) && thrown instanceof InterruptedException) {
            assertThat(interrupted).as("flag kept: " + when).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE_CANCELLED", "AFTER_CANCELLED"})
    void doesNotGiveCancelledTicketsAgainThoughTheLedgerDoesNotKnow(Place place) {
        Vendor vendor = new Vendor();
        vendor.deliver(BOOKING);
        vendor.throwAt(place, new IllegalStateException());

        assertThat(vendor.deliver(CANCELLATION)).isEqualTo(200);
        assertThat(vendor.deliver(BOOKING)).isEqualTo(422);
        vendor.recover();
        assertThat(vendor.deliver(BOOKING)).isEqualTo(422);

        assertThat(vendor.ledger.ticket("T1")).contains(SaleState.CANCELLED);
        assertThat(vendor.out).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE_GIVE_AND_WHATEVER_COMES_THEN", "AFTER_GIVE_AND_WHATEVER_COMES_THEN"})
    void takesTicketsBackAtOnceAlthoughTheLedgerIsGone(Place place) {
        Vendor vendor = new Vendor();
        vendor.throwAt(place, new IllegalStateException());

        assertThat(vendor.deliver(BOOKING)).isEqualTo(500);

        assertThat(vendor.sold).isEqualTo(1);
        assertThat(vendor.out).isEmpty();
    }

    @Test
    void keepsTicketsThatAnotherProcessHasGivenWhileTheLedgerFailed() {
        Vendor vendor = new Vendor();
        Vendor other = new Vendor(new ForwardingLedger(vendor.ledger));
        TicketingDesk failing = TicketingDesk.builder()
                .hmacKey(KEY)
                .executor(Runnable::run)
                .ledger(
                        new ForwardingLedger(vendor.ledger) {
                            @Override
                            public boolean give(BookingKey booking, List<Ticket> tickets, Remaining remaining) {
                                super.give(booking, tickets, remaining);
                                other.deliver(BOOKING);
                                throw new IllegalStateException("the connection broke after the commit");
                            }
                        },
                        KEYS)
                .onBooking(booking -> vendor.sell())
                .onUndo((booking, tickets) -> tickets.forEach(ticket -> vendor.out.remove(ticket.barcode())))
                .build();

        assertThat(receive(failing, BOOKING)).isEqualTo(DeskOutcome.HANDLER_FAILED.response());

        assertThat(other.told).containsExactly("T1").isSubsetOf(vendor.out);
        assertThat(vendor.deliver(BOOKING)).isEqualTo(200);
        assertThat(vendor.told).containsExactly("T1");
    }

    @Test
    void survivesAHandlerThatReallyOverflowsTheStackOfTheCallersThread() {
        List<Throwable> failures = new ArrayList<>();
        TicketingDesk desk = noting(new ArrayList<>(), new FakeDeskTime())
                .executor(Runnable::run)
                .onBooking(HostileVendorCodeTest::bottomless)
                .onHandlerFailure(failures::add)
                .build();

        for (int times = 1; times <= 2; times++) {
            assertThat(receive(desk, BOOKING)).isEqualTo(DeskOutcome.HANDLER_FAILED.response());
            assertThat(failures).hasSize(times).last().isInstanceOf(StackOverflowError.class);
        }
    }

    @SuppressWarnings("InfiniteRecursion") // that is the point
    private static BookingResponse bottomless(BookingMessage booking) {
        return bottomless(booking);
    }

    @ParameterizedTest
    @EnumSource
    void handlesOnceWhatAnExecutorRunsTwice(Kind kind) {
        List<Object> handled = new ArrayList<>();
        TicketingDesk desk = noting(handled, new FakeDeskTime())
                .executor(task -> {
                    task.run();
                    task.run();
                })
                .build();

        assertThat(receive(desk, kind).outcome().refused()).isFalse();
        assertThat(handled).hasSize(1);
    }

    @Test
    void handlesOnceWhatAnExecutorRunsAgainWhileItRuns() {
        List<Object> handled = new ArrayList<>();
        List<Runnable> tasks = new ArrayList<>();
        TicketingDesk desk = noting(handled, new FakeDeskTime())
                .executor(task -> {
                    tasks.add(task);
                    task.run();
                })
                .onNotification(notice -> {
                    handled.add(notice);
                    if (handled.size() == 1) {
                        tasks.get(0).run();
                    }
                })
                .build();

        assertThat(receive(desk, NOTIFICATION).outcome().refused()).isFalse();
        assertThat(handled).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void refusesAtTheDeadlineWhatAnExecutorDrops(Kind kind) {
        List<Object> handled = new ArrayList<>();
        List<Runnable> dropped = new ArrayList<>();
        FakeDeskTime time = new FakeDeskTime();
        TicketingDesk desk = noting(handled, time).executor(dropped::add).build();

        assertThat(receive(desk, kind)).isEqualTo(DeskOutcome.DEADLINE_PASSED.response());
        assertThat(time.waited()).isEqualTo(TicketingDesk.DEFAULT_DEADLINE);
        dropped.forEach(Runnable::run);
        assertThat(handled).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void doesNotCallAHandlerForWhatAnExecutorHeldUpTooLong(Kind kind) {
        List<Object> handled = new ArrayList<>();
        FakeDeskTime time = new FakeDeskTime();
        TicketingDesk desk = noting(handled, time)
                .executor(task -> {
                    time.advance(TOO_LONG);
                    task.run();
                })
                .build();

        assertThat(receive(desk, kind)).isEqualTo(DeskOutcome.DEADLINE_PASSED.response());
        assertThat(handled).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void leavesAnInterruptedThreadInterruptedAndRefusesWhatItWouldHaveToWaitFor(Kind kind) {
        List<Object> handled = new ArrayList<>();
        List<Runnable> queue = new ArrayList<>();
        TicketingDesk desk =
                noting(handled, new FakeDeskTime()).executor(queue::add).build();

        Thread.currentThread().interrupt();
        DeskResponse response = receive(desk, kind);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(response).isEqualTo(DeskOutcome.INTERRUPTED.response());
        queue.forEach(Runnable::run);
        assertThat(handled).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void handlesOnAnInterruptedThreadWhatNeedsNoWait(Kind kind) {
        List<Object> handled = new ArrayList<>();
        TicketingDesk desk =
                noting(handled, new FakeDeskTime()).executor(Runnable::run).build();

        Thread.currentThread().interrupt();
        DeskResponse response = receive(desk, kind);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(response.outcome().refused()).isFalse();
        assertThat(handled).hasSize(1);
    }

    private static TicketingDesk.Builder noting(List<Object> handled, FakeDeskTime time) {
        return TicketingDesk.builder()
                .hmacKey(KEY)
                .time(time)
                .ledger(TicketLedger.inMemory(10), KEYS)
                .onBooking(booking -> {
                    handled.add(booking);
                    return BookingResponse.tickets(Remaining.of(9), Ticket.of("T1"));
                })
                .onCancellation(barcodes -> {
                    handled.add(barcodes);
                    return CancellationResponse.cancelled(Remaining.of(9));
                })
                .onNotification(handled::add);
    }

    private static DeskResponse receive(TicketingDesk desk, Kind kind) {
        SignedMessage message = kind.message();
        return desk.receive(message.signature(), message.body());
    }

    /** Throws anything from where Java would not let it. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the trick is to lie about the type
    private static <T extends Throwable> T sneaky(Throwable throwable) throws T {
        throw (T) throwable;
    }
}
