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
import fr.passerelle.model.invitation.Allotment;
import fr.passerelle.model.invitation.AllotmentDraft;
import fr.passerelle.model.invitation.Page;
import fr.passerelle.model.invitation.WithdrawalDraft;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Places that donors give for their sessions (invitations 2). */
public final class Allotments {

    private static final TypeReference<Allotment> ALLOTMENT = new TypeReference<>() {};
    private static final TypeReference<Page<Allotment>> ALLOTMENT_PAGE = new TypeReference<>() {};

    private final RequestExecutor requests;

    Allotments(RequestExecutor requests) {
        this.requests = requests;
    }

    /** The same, with other options for its calls. */
    public Allotments with(RequestOptions options) {
        return new Allotments(requests.with(options));
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(requests);
    }

    /**
     * Gives places. The same draft sent again is the same allotment.
     *
     * @throws fr.passerelle.error.NotFoundException if there is no session of this reference that the caller may see
     * @throws fr.passerelle.error.RefusedException if the session has begun or is cancelled, or if another draft has
     *     this id
     */
    public Allotment put(AllotmentDraft draft) {
        return requests.await(operation -> put(operation, draft));
    }

    private static CompletableFuture<Allotment> put(Operation operation, AllotmentDraft draft) {
        return operation.execute(
                HttpCall.to(InvitationsEndpoint.PUT_ALLOTMENT, draft.id()).body(operation.json(draft)),
                ALLOTMENT,
                draft.id(),
                Allotment::id);
    }

    /**
     * An allotment as it is now.
     *
     * @throws fr.passerelle.error.NotFoundException if there is none that the caller may see
     */
    public Allotment get(UUID id) {
        return requests.await(operation -> get(operation, id));
    }

    private static CompletableFuture<Allotment> get(Operation operation, UUID id) {
        return operation.execute(HttpCall.to(InvitationsEndpoint.GET_ALLOTMENT, id), ALLOTMENT, id, Allotment::id);
    }

    /** The allotments of a session. */
    public Paged<Allotment> ofSession(UUID sessionId) {
        return source(requests, sessionId).paged();
    }

    private static PageList<Allotment> source(RequestExecutor requests, UUID sessionId) {
        return Lists.of(requests, HttpCall.to(InvitationsEndpoint.LIST_ALLOTMENTS, sessionId), ALLOTMENT_PAGE);
    }

    /**
     * Takes places back that are not promised.
     *
     * @throws fr.passerelle.error.NotFoundException if there is none that the caller may see
     * @throws fr.passerelle.error.RefusedException if more is taken back than is free, or if the session has begun
     */
    public Allotment withdraw(UUID id, WithdrawalDraft draft) {
        return requests.await(operation -> withdraw(operation, id, draft));
    }

    private static CompletableFuture<Allotment> withdraw(Operation operation, UUID id, WithdrawalDraft draft) {
        return operation.execute(
                HttpCall.to(InvitationsEndpoint.WITHDRAW, id).body(operation.json(draft)),
                ALLOTMENT,
                id,
                Allotment::id);
    }

    /** {@link Allotments}, by futures. Cancelling one cancels its call. */
    public static final class Async {

        private final RequestExecutor requests;

        private Async(RequestExecutor requests) {
            this.requests = requests;
        }

        /** See {@link Allotments#put(AllotmentDraft)}. */
        public CompletableFuture<Allotment> put(AllotmentDraft draft) {
            return requests.submit(operation -> Allotments.put(operation, draft));
        }

        /** See {@link Allotments#get(UUID)}. */
        public CompletableFuture<Allotment> get(UUID id) {
            return requests.submit(operation -> Allotments.get(operation, id));
        }

        /** All pages of {@link Allotments#ofSession(UUID)}, each with a deadline of its own. */
        public CompletableFuture<List<Allotment>> ofSession(UUID sessionId) {
            return Allotments.source(requests, sessionId).asyncPaged().toList();
        }

        /** {@link Allotments#ofSession(UUID)}, page by page. */
        public AsyncPaged<Allotment> ofSessionPaged(UUID sessionId) {
            return Allotments.source(requests, sessionId).asyncPaged();
        }

        /** See {@link Allotments#withdraw(UUID, WithdrawalDraft)}. */
        public CompletableFuture<Allotment> withdraw(UUID id, WithdrawalDraft draft) {
            return requests.submit(operation -> Allotments.withdraw(operation, id, draft));
        }
    }
}
