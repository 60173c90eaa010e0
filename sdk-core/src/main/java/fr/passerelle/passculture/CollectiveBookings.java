package fr.passerelle.passculture;

import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.OutcomeCheck;
import fr.passerelle.internal.call.RequestExecutor;
import fr.passerelle.model.collective.CollectiveBookingStatus;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import java.util.concurrent.CompletableFuture;

/** Bookings by schools; they are read with their offer (reference operation 43). */
public final class CollectiveBookings {

    private final RequestExecutor requests;

    CollectiveBookings(RequestExecutor requests) {
        this.requests = requests;
    }

    /** The same, with other options for its calls. */
    public CollectiveBookings with(RequestOptions options) {
        return new CollectiveBookings(requests.with(options));
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(requests);
    }

    /**
     * Cancels a booking. Also works on offers made in the portal, at any venue that the vendor is linked to. After a
     * lost response it is cancelled again; that the server then refuses it leaves open whether the first request did
     * it, unless {@link RequestOptions.Builder#readBeforeWrite} lets the vendor's list of offers tell.
     *
     * @throws fr.passerelle.error.ForbiddenException if the state of its offer does not allow it, or it is already
     *     cancelled, used or being paid out
     * @throws fr.passerelle.error.NotFoundException if there is none that the vendor reaches
     */
    public void cancel(long id) {
        requests.await(operation -> cancel(operation, id));
    }

    private static CompletableFuture<Boolean> cancel(Operation operation, long id) {
        return operation.run(
                HttpCall.to(PassCultureEndpoint.CANCEL_COLLECTIVE_BOOKING, id),
                operation.options().readBeforeWrite()
                        ? OutcomeCheck.reaching(
                                read -> CollectiveBookingStates.isNow(read, id, CollectiveBookingStatus.CANCELLED))
                        : null);
    }

    /** {@link CollectiveBookings}, by futures. Cancelling one cancels its call. */
    public static final class Async {

        private final RequestExecutor requests;

        private Async(RequestExecutor requests) {
            this.requests = requests;
        }

        /** See {@link CollectiveBookings#cancel(long)}. */
        public CompletableFuture<Void> cancel(long id) {
            return requests.submitVoid(operation -> CollectiveBookings.cancel(operation, id));
        }
    }
}
