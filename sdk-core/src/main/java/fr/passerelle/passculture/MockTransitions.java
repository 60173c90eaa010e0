package fr.passerelle.passculture;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.OutcomeCheck;
import fr.passerelle.internal.call.RequestExecutor;
import fr.passerelle.internal.endpoint.Endpoint;
import fr.passerelle.model.collective.CollectiveBookingStatus;
import fr.passerelle.model.collective.MockBooking;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What schools and the programme do to collective bookings, played by the integration environment (reference operations
 * 49 to 54); production has none of it. Every call throws a {@link fr.passerelle.error.NotFoundException} for an offer
 * or booking that the vendor does not reach, and names its refusals by a code in the errors. After a lost response the
 * step is made again; that the server then refuses it leaves open whether the first request did it, unless
 * {@link RequestOptions.Builder#readBeforeWrite} lets the booking's state tell.
 */
public final class MockTransitions {

    private static final TypeReference<MockBooking> BOOKING = new TypeReference<>() {};

    private final RequestExecutor requests;

    MockTransitions(RequestExecutor requests) {
        this.requests = requests;
    }

    /** The same, with other options for its calls. */
    public MockTransitions with(RequestOptions options) {
        return new MockTransitions(requests.with(options));
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(requests);
    }

    /**
     * A teacher books.
     *
     * @throws fr.passerelle.error.ForbiddenException if the offer ever had a booking, even a cancelled one, or is not
     *     open
     */
    public MockBooking book(long offerId) {
        return requests.await(operation -> book(operation, offerId));
    }

    private static CompletableFuture<MockBooking> book(Operation operation, long offerId) {
        OutcomeCheck<MockBooking> check = operation.options().readBeforeWrite()
                ? OutcomeCheck.reading(
                        read -> CollectiveBookingStates.pending(read, offerId),
                        (before, now) -> before.isPresent()
                                ? Optional.empty()
                                : now.map(booking -> new MockBooking(booking.id(), booking.status())))
                : null;
        return operation.execute(HttpCall.to(PassCultureEndpoint.MOCK_BOOK, offerId), "", BOOKING, check);
    }

    /**
     * The head of the school confirms: from pending to confirmed; a used or paid-out booking comes back too, while the
     * booking limit has not passed.
     *
     * @throws fr.passerelle.error.ForbiddenException if it is cancelled, the limit has passed, or the school has not
     *     enough money
     */
    public void confirm(long bookingId) {
        requests.await(operation -> operation.run(HttpCall.to(PassCultureEndpoint.MOCK_CONFIRM, bookingId)));
    }

    /**
     * The school cancels: from pending, confirmed or used.
     *
     * @throws fr.passerelle.error.ForbiddenException if it is cancelled already, or paid out
     */
    public void cancel(long bookingId) {
        requests.await(operation ->
                move(operation, PassCultureEndpoint.MOCK_CANCEL, bookingId, CollectiveBookingStatus.CANCELLED));
    }

    /**
     * Back to pending: from confirmed or cancelled.
     *
     * @throws fr.passerelle.error.ForbiddenException if it is used or paid out
     */
    public void pending(long bookingId) {
        requests.await(operation -> operation.run(HttpCall.to(PassCultureEndpoint.MOCK_PENDING, bookingId)));
    }

    /**
     * The programme pays out: from used.
     *
     * @throws fr.passerelle.error.ForbiddenException if it is not used
     */
    public void reimburse(long bookingId) {
        requests.await(operation ->
                move(operation, PassCultureEndpoint.MOCK_REIMBURSE, bookingId, CollectiveBookingStatus.REIMBURSED));
    }

    /**
     * The offer took place: from confirmed.
     *
     * @throws fr.passerelle.error.ForbiddenException if it is not confirmed
     */
    public void use(long bookingId) {
        requests.await(
                operation -> move(operation, PassCultureEndpoint.MOCK_USE, bookingId, CollectiveBookingStatus.USED));
    }

    private static CompletableFuture<Boolean> move(
            Operation operation, Endpoint step, long bookingId, CollectiveBookingStatus to) {
        return operation.run(
                HttpCall.to(step, bookingId),
                operation.options().readBeforeWrite()
                        ? OutcomeCheck.reaching(read -> CollectiveBookingStates.isNow(read, bookingId, to))
                        : null);
    }

    /** {@link MockTransitions}, by futures. Cancelling one cancels its call. */
    public static final class Async {

        private final RequestExecutor requests;

        private Async(RequestExecutor requests) {
            this.requests = requests;
        }

        /** See {@link MockTransitions#book(long)}. */
        public CompletableFuture<MockBooking> book(long offerId) {
            return requests.submit(operation -> MockTransitions.book(operation, offerId));
        }

        /** See {@link MockTransitions#confirm(long)}. */
        public CompletableFuture<Void> confirm(long bookingId) {
            return requests.submitVoid(
                    operation -> operation.run(HttpCall.to(PassCultureEndpoint.MOCK_CONFIRM, bookingId)));
        }

        /** See {@link MockTransitions#cancel(long)}. */
        public CompletableFuture<Void> cancel(long bookingId) {
            return requests.submitVoid(operation ->
                    move(operation, PassCultureEndpoint.MOCK_CANCEL, bookingId, CollectiveBookingStatus.CANCELLED));
        }

        /** See {@link MockTransitions#pending(long)}. */
        public CompletableFuture<Void> pending(long bookingId) {
            return requests.submitVoid(
                    operation -> operation.run(HttpCall.to(PassCultureEndpoint.MOCK_PENDING, bookingId)));
        }

        /** See {@link MockTransitions#reimburse(long)}. */
        public CompletableFuture<Void> reimburse(long bookingId) {
            return requests.submitVoid(operation ->
                    move(operation, PassCultureEndpoint.MOCK_REIMBURSE, bookingId, CollectiveBookingStatus.REIMBURSED));
        }

        /** See {@link MockTransitions#use(long)}. */
        public CompletableFuture<Void> use(long bookingId) {
            return requests.submitVoid(operation ->
                    move(operation, PassCultureEndpoint.MOCK_USE, bookingId, CollectiveBookingStatus.USED));
        }
    }
}
