package fr.passerelle.client;

import fr.passerelle.internal.Endpoint;
import fr.passerelle.internal.call.Calls;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.Settlement;
import fr.passerelle.model.collective.CollectiveBookingStatus;
import java.util.concurrent.CompletableFuture;

/** Bookings by schools; they are read with their offer (reference operation 43). */
public final class CollectiveBookings {

    private final Calls calls;

    CollectiveBookings(Calls calls) {
        this.calls = calls;
    }

    /** The same, with other options for its calls. */
    public CollectiveBookings with(RequestOptions options) {
        return new CollectiveBookings(calls.with(options));
    }

    /** The same, answering futures. */
    public Async async() {
        return new Async(calls);
    }

    /**
     * Cancels a booking. Also works on offers made in the portal, at any venue that the vendor is linked to. After a
     * lost answer the vendor's list of offers is read, and the booking is cancelled again unless it shows there as
     * cancelled.
     *
     * @throws fr.passerelle.client.error.ForbiddenException if the state of its offer does not allow it, or it is
     *     already cancelled, used or being paid out
     * @throws fr.passerelle.client.error.NotFoundException if there is none that the vendor reaches
     */
    public void cancel(long id) {
        calls.run(
                HttpCall.to(Endpoint.CANCEL_COLLECTIVE_BOOKING, id),
                Settlement.when(c -> CollectiveMatch.isNow(c, id, CollectiveBookingStatus.CANCELLED)));
    }

    /** {@link CollectiveBookings}, answering futures. Cancelling one cancels its call. */
    public static final class Async {

        private final Calls calls;

        private Async(Calls calls) {
            this.calls = calls;
        }

        /** See {@link CollectiveBookings#cancel(long)}. */
        public CompletableFuture<Void> cancel(long id) {
            return calls.runLater(c -> new CollectiveBookings(c).cancel(id));
        }
    }
}
