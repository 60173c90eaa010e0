package fr.passerelle.client;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.internal.Endpoint;
import fr.passerelle.internal.call.Calls;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.Settlement;
import fr.passerelle.model.collective.CollectiveBookingStatus;
import fr.passerelle.model.collective.MockBooking;
import java.util.concurrent.CompletableFuture;

/**
 * What schools and the programme do to collective bookings, played by the integration environment (reference operations
 * 49 to 54); production has none of it. Every call throws a {@link fr.passerelle.client.error.NotFoundException} for an
 * offer or booking that the vendor does not reach, and names its refusals by a code in the errors. After a lost answer
 * the state of the booking is read, and the step is made again unless it shows.
 */
public final class MockTransitions {

    private static final TypeReference<MockBooking> BOOKING = new TypeReference<>() {};

    private final Calls calls;

    MockTransitions(Calls calls) {
        this.calls = calls;
    }

    /** The same, with other options for its calls. */
    public MockTransitions with(RequestOptions options) {
        return new MockTransitions(calls.with(options));
    }

    /** The same, answering futures. */
    public Async async() {
        return new Async(calls);
    }

    /**
     * A teacher books.
     *
     * @throws fr.passerelle.client.error.ForbiddenException if the offer ever had a booking, even a cancelled one, or
     *     is not open
     */
    public MockBooking book(long offerId) {
        return calls.get(
                HttpCall.to(Endpoint.MOCK_BOOK, offerId),
                BOOKING,
                (c, failure) -> CollectiveMatch.pendingBooking(c, offerId)
                        .map(booking -> new MockBooking(booking.id(), booking.status())));
    }

    /**
     * The head of the school confirms: from pending to confirmed; a used or paid-out booking comes back too, while the
     * booking limit has not passed.
     *
     * @throws fr.passerelle.client.error.ForbiddenException if it is cancelled, the limit has passed, or the school has
     *     not enough money
     */
    public void confirm(long bookingId) {
        calls.run(HttpCall.to(Endpoint.MOCK_CONFIRM, bookingId));
    }

    /**
     * The school cancels: from pending, confirmed or used.
     *
     * @throws fr.passerelle.client.error.ForbiddenException if it is cancelled already, or paid out
     */
    public void cancel(long bookingId) {
        move(Endpoint.MOCK_CANCEL, bookingId, CollectiveBookingStatus.CANCELLED);
    }

    /**
     * Back to pending: from confirmed or cancelled.
     *
     * @throws fr.passerelle.client.error.ForbiddenException if it is used or paid out
     */
    public void pending(long bookingId) {
        calls.run(HttpCall.to(Endpoint.MOCK_PENDING, bookingId));
    }

    /**
     * The programme pays out: from used.
     *
     * @throws fr.passerelle.client.error.ForbiddenException if it is not used
     */
    public void reimburse(long bookingId) {
        move(Endpoint.MOCK_REIMBURSE, bookingId, CollectiveBookingStatus.REIMBURSED);
    }

    /**
     * The offer took place: from confirmed.
     *
     * @throws fr.passerelle.client.error.ForbiddenException if it is not confirmed
     */
    public void use(long bookingId) {
        move(Endpoint.MOCK_USE, bookingId, CollectiveBookingStatus.USED);
    }

    private void move(Endpoint step, long bookingId, CollectiveBookingStatus to) {
        calls.run(HttpCall.to(step, bookingId), Settlement.when(c -> CollectiveMatch.isNow(c, bookingId, to)));
    }

    /** {@link MockTransitions}, answering futures. Cancelling one cancels its call. */
    public static final class Async {

        private final Calls calls;

        private Async(Calls calls) {
            this.calls = calls;
        }

        /** See {@link MockTransitions#book(long)}. */
        public CompletableFuture<MockBooking> book(long offerId) {
            return calls.later(c -> new MockTransitions(c).book(offerId));
        }

        /** See {@link MockTransitions#confirm(long)}. */
        public CompletableFuture<Void> confirm(long bookingId) {
            return calls.runLater(c -> new MockTransitions(c).confirm(bookingId));
        }

        /** See {@link MockTransitions#cancel(long)}. */
        public CompletableFuture<Void> cancel(long bookingId) {
            return calls.runLater(c -> new MockTransitions(c).cancel(bookingId));
        }

        /** See {@link MockTransitions#pending(long)}. */
        public CompletableFuture<Void> pending(long bookingId) {
            return calls.runLater(c -> new MockTransitions(c).pending(bookingId));
        }

        /** See {@link MockTransitions#reimburse(long)}. */
        public CompletableFuture<Void> reimburse(long bookingId) {
            return calls.runLater(c -> new MockTransitions(c).reimburse(bookingId));
        }

        /** See {@link MockTransitions#use(long)}. */
        public CompletableFuture<Void> use(long bookingId) {
            return calls.runLater(c -> new MockTransitions(c).use(bookingId));
        }
    }
}
