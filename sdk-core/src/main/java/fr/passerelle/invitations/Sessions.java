package fr.passerelle.invitations;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.http.AsyncPaged;
import fr.passerelle.http.Paged;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.http.Versioned;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.PageList;
import fr.passerelle.internal.call.RequestExecutor;
import fr.passerelle.invitations.endpoint.InvitationsEndpoint;
import fr.passerelle.model.invitation.Distance;
import fr.passerelle.model.invitation.InvitationBooking;
import fr.passerelle.model.invitation.Page;
import fr.passerelle.model.invitation.Position;
import fr.passerelle.model.invitation.Session;
import fr.passerelle.model.invitation.SessionDraft;
import fr.passerelle.model.invitation.figures.ExemptTickets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Performances, visits and workshops that places are given for (invitations 2). */
public final class Sessions {

    private static final TypeReference<Session> SESSION = new TypeReference<>() {};
    private static final TypeReference<ExemptTickets> EXEMPT_TICKETS = new TypeReference<>() {};
    private static final TypeReference<Page<Session>> SESSION_PAGE = new TypeReference<>() {};
    private static final TypeReference<Page<InvitationBooking>> INVITATION_BOOKING_PAGE = new TypeReference<>() {};

    private final RequestExecutor requests;

    Sessions(RequestExecutor requests) {
        this.requests = requests;
    }

    /** The same, with other options for its calls. */
    public Sessions with(RequestOptions options) {
        return new Sessions(requests.with(options));
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(requests);
    }

    /**
     * Tells of a session, or replaces what was told under its reference.
     *
     * @throws fr.passerelle.model.rule.RuleViolationException if the session has begun
     * @throws fr.passerelle.error.RefusedException if it is cancelled
     */
    public Session put(SessionDraft draft) {
        return requests.await(operation -> put(operation, draft, null));
    }

    /**
     * Replaces what was told under the reference, unless somebody else changed it since that version was read.
     *
     * @throws fr.passerelle.error.PreconditionFailedException if somebody else changed it since
     */
    public Session put(SessionDraft draft, String version) {
        return requests.await(operation -> put(operation, draft, version));
    }

    private static CompletableFuture<Session> put(Operation operation, SessionDraft draft, @Nullable String version) {
        draft.checkAt(operation.now());
        return operation
                .ifMatch(version)
                .execute(
                        HttpCall.to(InvitationsEndpoint.PUT_SESSION, draft.ref())
                                .body(operation.json(draft)),
                        SESSION,
                        draft.ref(),
                        Session::ref);
    }

    /**
     * A session as it is now.
     *
     * @throws fr.passerelle.error.NotFoundException if there is none that the caller may see
     */
    public Session get(UUID id) {
        return requests.await(operation -> get(operation, id));
    }

    private static CompletableFuture<Session> get(Operation operation, UUID id) {
        return operation.execute(HttpCall.to(InvitationsEndpoint.GET_SESSION, id), SESSION, id, Session::id);
    }

    /**
     * A session, and which version of it this is.
     *
     * @throws fr.passerelle.error.NotFoundException if there is none that the caller may see
     */
    public Versioned<Session> versioned(UUID id) {
        return requests.await(operation -> versioned(operation, id));
    }

    private static CompletableFuture<Versioned<Session>> versioned(Operation operation, UUID id) {
        return operation.versioned(HttpCall.to(InvitationsEndpoint.GET_SESSION, id), SESSION, id, Session::id);
    }

    /** The donor's sessions. */
    public Paged<Session> list() {
        return listSource(requests).paged();
    }

    private static PageList<Session> listSource(RequestExecutor requests) {
        return Lists.of(requests, HttpCall.to(InvitationsEndpoint.LIST_SESSIONS), SESSION_PAGE);
    }

    /**
     * The session does not take place: everything falls with it.
     *
     * @throws fr.passerelle.error.NotFoundException if there is none that the caller may see
     * @throws fr.passerelle.error.RefusedException if it is over
     */
    public Session cancel(UUID id) {
        return requests.await(operation -> cancel(operation, id));
    }

    private static CompletableFuture<Session> cancel(Operation operation, UUID id) {
        return operation.execute(HttpCall.to(InvitationsEndpoint.CANCEL_SESSION, id), SESSION, id, Session::id);
    }

    /** Who comes, for the donor: numbers and needs, without codes of vouchers. */
    public Paged<InvitationBooking> bookings(UUID id) {
        return bookingsSource(requests, id).paged();
    }

    private static PageList<InvitationBooking> bookingsSource(RequestExecutor requests, UUID id) {
        return Lists.of(requests, HttpCall.to(InvitationsEndpoint.LIST_SESSION_BOOKINGS, id), INVITATION_BOOKING_PAGE);
    }

    /**
     * What the donated places add to the declaration of the performance (sibil 3).
     *
     * @throws fr.passerelle.error.NotFoundException if there is none that the caller may see
     */
    public ExemptTickets exempt(UUID id) {
        return requests.await(operation -> exempt(operation, id));
    }

    private static CompletableFuture<ExemptTickets> exempt(Operation operation, UUID id) {
        return operation.execute(
                HttpCall.to(InvitationsEndpoint.GET_EXEMPT, id),
                EXEMPT_TICKETS,
                id,
                tickets -> tickets.session().id());
    }

    /** Places that can be asked for, within a distance of a point. Nothing is sent before the list is read. */
    public AvailabilitySearch near(Position position, Distance distance) {
        return available().near(position, distance);
    }

    /** Places that can be asked for, wherever they are. Nothing is sent before the list is read. */
    public AvailabilitySearch available() {
        return new AvailabilitySearch(requests);
    }

    /** {@link Sessions}, by futures. Cancelling one cancels its call. */
    public static final class Async {

        private final RequestExecutor requests;

        private Async(RequestExecutor requests) {
            this.requests = requests;
        }

        /** See {@link Sessions#put(SessionDraft)}. */
        public CompletableFuture<Session> put(SessionDraft draft) {
            return requests.submit(operation -> Sessions.put(operation, draft, null));
        }

        /** See {@link Sessions#put(SessionDraft, String)}. */
        public CompletableFuture<Session> put(SessionDraft draft, String version) {
            return requests.submit(operation -> Sessions.put(operation, draft, version));
        }

        /** See {@link Sessions#get(UUID)}. */
        public CompletableFuture<Session> get(UUID id) {
            return requests.submit(operation -> Sessions.get(operation, id));
        }

        /** See {@link Sessions#versioned(UUID)}. */
        public CompletableFuture<Versioned<Session>> versioned(UUID id) {
            return requests.submit(operation -> Sessions.versioned(operation, id));
        }

        /** All pages of {@link Sessions#list()}, each with a deadline of its own. */
        public CompletableFuture<List<Session>> list() {
            return Sessions.listSource(requests).asyncPaged().toList();
        }

        /** {@link Sessions#list()}, page by page. */
        public AsyncPaged<Session> paged() {
            return Sessions.listSource(requests).asyncPaged();
        }

        /** See {@link Sessions#cancel(UUID)}. */
        public CompletableFuture<Session> cancel(UUID id) {
            return requests.submit(operation -> Sessions.cancel(operation, id));
        }

        /** All pages of {@link Sessions#bookings(UUID)}, each with a deadline of its own. */
        public CompletableFuture<List<InvitationBooking>> bookings(UUID id) {
            return Sessions.bookingsSource(requests, id).asyncPaged().toList();
        }

        /** {@link Sessions#bookings(UUID)}, page by page. */
        public AsyncPaged<InvitationBooking> bookingsPaged(UUID id) {
            return Sessions.bookingsSource(requests, id).asyncPaged();
        }

        /** See {@link Sessions#exempt(UUID)}. */
        public CompletableFuture<ExemptTickets> exempt(UUID id) {
            return requests.submit(operation -> Sessions.exempt(operation, id));
        }
    }
}
