package fr.passerelle.invitations;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.http.AsyncPaged;
import fr.passerelle.http.Paged;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.PageList;
import fr.passerelle.internal.call.RequestExecutor;
import fr.passerelle.invitations.endpoint.InvitationsEndpoint;
import fr.passerelle.model.invitation.BookingDraft;
import fr.passerelle.model.invitation.InvitationBooking;
import fr.passerelle.model.invitation.Page;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Structures' places for their parties (invitations 2). */
public final class Bookings {

    private static final TypeReference<InvitationBooking> INVITATION_BOOKING = new TypeReference<>() {};
    private static final TypeReference<Page<InvitationBooking>> INVITATION_BOOKING_PAGE = new TypeReference<>() {};

    private final RequestExecutor requests;

    Bookings(RequestExecutor requests) {
        this.requests = requests;
    }

    /** The same, with other options for its calls. */
    public Bookings with(RequestOptions options) {
        return new Bookings(requests.with(options));
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(requests);
    }

    /**
     * Books. The same draft sent again is the same booking; its vouchers are those of the first time.
     *
     * @throws fr.passerelle.error.NotFoundException if there is none that the caller may see
     * @throws fr.passerelle.error.BadRequestException if the party does not fit: its workers, its size, an age, a need
     * @throws fr.passerelle.error.RefusedException if there is no room, a limit of the structure is reached, the
     *     session has begun, or another draft has this id
     */
    public InvitationBooking put(BookingDraft draft) {
        return requests.await(operation -> put(operation, draft));
    }

    private static CompletableFuture<InvitationBooking> put(Operation operation, BookingDraft draft) {
        return operation.execute(
                HttpCall.to(InvitationsEndpoint.PUT_BOOKING, draft.id()).body(operation.json(draft)),
                INVITATION_BOOKING,
                draft.id(),
                InvitationBooking::id);
    }

    /**
     * A booking as it is now.
     *
     * @throws fr.passerelle.error.NotFoundException if there is none that the caller may see
     */
    public InvitationBooking get(UUID id) {
        return requests.await(operation -> get(operation, id));
    }

    private static CompletableFuture<InvitationBooking> get(Operation operation, UUID id) {
        return operation.execute(
                HttpCall.to(InvitationsEndpoint.GET_BOOKING, id), INVITATION_BOOKING, id, InvitationBooking::id);
    }

    /** The structure's bookings. */
    public Paged<InvitationBooking> list() {
        return source(requests).paged();
    }

    private static PageList<InvitationBooking> source(RequestExecutor requests) {
        return Lists.of(requests, HttpCall.to(InvitationsEndpoint.LIST_BOOKINGS), INVITATION_BOOKING_PAGE);
    }

    /**
     * Accepts a booking that waits for the donor ({@code ON_REQUEST}): its vouchers are issued.
     *
     * @throws fr.passerelle.error.NotFoundException if there is none that the caller may see
     * @throws fr.passerelle.error.RefusedException if it does not wait
     */
    public InvitationBooking accept(UUID id) {
        return requests.await(operation -> accept(operation, id));
    }

    private static CompletableFuture<InvitationBooking> accept(Operation operation, UUID id) {
        return operation.execute(
                HttpCall.to(InvitationsEndpoint.ACCEPT_BOOKING, id), INVITATION_BOOKING, id, InvitationBooking::id);
    }

    /**
     * Refuses a booking that waits for the donor: its places are free again.
     *
     * @throws fr.passerelle.error.NotFoundException if there is none that the caller may see
     * @throws fr.passerelle.error.RefusedException if it does not wait
     */
    public InvitationBooking refuse(UUID id) {
        return requests.await(operation -> refuse(operation, id));
    }

    private static CompletableFuture<InvitationBooking> refuse(Operation operation, UUID id) {
        return operation.execute(
                HttpCall.to(InvitationsEndpoint.REFUSE_BOOKING, id), INVITATION_BOOKING, id, InvitationBooking::id);
    }

    /** {@link Bookings}, by futures. Cancelling one cancels its call. */
    public static final class Async {

        private final RequestExecutor requests;

        private Async(RequestExecutor requests) {
            this.requests = requests;
        }

        /** See {@link Bookings#put(BookingDraft)}. */
        public CompletableFuture<InvitationBooking> put(BookingDraft draft) {
            return requests.submit(operation -> Bookings.put(operation, draft));
        }

        /** See {@link Bookings#get(UUID)}. */
        public CompletableFuture<InvitationBooking> get(UUID id) {
            return requests.submit(operation -> Bookings.get(operation, id));
        }

        /** All pages of {@link Bookings#list()}, each with a deadline of its own. */
        public CompletableFuture<List<InvitationBooking>> list() {
            return Bookings.source(requests).asyncPaged().toList();
        }

        /** {@link Bookings#list()}, page by page. */
        public AsyncPaged<InvitationBooking> paged() {
            return Bookings.source(requests).asyncPaged();
        }

        /** See {@link Bookings#accept(UUID)}. */
        public CompletableFuture<InvitationBooking> accept(UUID id) {
            return requests.submit(operation -> Bookings.accept(operation, id));
        }

        /** See {@link Bookings#refuse(UUID)}. */
        public CompletableFuture<InvitationBooking> refuse(UUID id) {
            return requests.submit(operation -> Bookings.refuse(operation, id));
        }
    }
}
