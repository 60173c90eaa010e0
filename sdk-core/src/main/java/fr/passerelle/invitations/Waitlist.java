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
import fr.passerelle.model.invitation.Page;
import fr.passerelle.model.invitation.WaitlistDraft;
import fr.passerelle.model.invitation.WaitlistEntry;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Structures that wait for places (invitations 4). */
public final class Waitlist {

    private static final TypeReference<WaitlistEntry> WAITLIST_ENTRY = new TypeReference<>() {};
    private static final TypeReference<Page<WaitlistEntry>> WAITLIST_ENTRY_PAGE = new TypeReference<>() {};

    private final RequestExecutor requests;

    Waitlist(RequestExecutor requests) {
        this.requests = requests;
    }

    /** The same, with other options for its calls. */
    public Waitlist with(RequestOptions options) {
        return new Waitlist(requests.with(options));
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(requests);
    }

    /**
     * Waits. The same draft sent again is the same place on the list.
     *
     * @throws fr.passerelle.error.NotFoundException if there is no such allotment that the caller may see
     * @throws fr.passerelle.error.RefusedException if the session has begun, or its places are drawn
     */
    public WaitlistEntry put(WaitlistDraft draft) {
        return requests.await(operation -> put(operation, draft));
    }

    private static CompletableFuture<WaitlistEntry> put(Operation operation, WaitlistDraft draft) {
        return operation.execute(
                HttpCall.to(InvitationsEndpoint.PUT_WAITLIST, draft.id()).body(operation.json(draft)),
                WAITLIST_ENTRY,
                draft.id(),
                WaitlistEntry::id);
    }

    /** Where the structure waits. */
    public Paged<WaitlistEntry> list() {
        return source(requests).paged();
    }

    private static PageList<WaitlistEntry> source(RequestExecutor requests) {
        return Lists.of(requests, HttpCall.to(InvitationsEndpoint.LIST_WAITLIST), WAITLIST_ENTRY_PAGE);
    }

    /**
     * Waits no longer. May be sent again.
     *
     * @throws fr.passerelle.error.NotFoundException if there is none that the caller may see
     */
    public void leave(UUID id) {
        requests.await(operation -> leave(operation, id));
    }

    private static CompletableFuture<Boolean> leave(Operation operation, UUID id) {
        return operation.run(HttpCall.to(InvitationsEndpoint.LEAVE_WAITLIST, id));
    }

    /** {@link Waitlist}, by futures. Cancelling one cancels its call. */
    public static final class Async {

        private final RequestExecutor requests;

        private Async(RequestExecutor requests) {
            this.requests = requests;
        }

        /** See {@link Waitlist#put(WaitlistDraft)}. */
        public CompletableFuture<WaitlistEntry> put(WaitlistDraft draft) {
            return requests.submit(operation -> Waitlist.put(operation, draft));
        }

        /** All pages of {@link Waitlist#list()}, each with a deadline of its own. */
        public CompletableFuture<List<WaitlistEntry>> list() {
            return Waitlist.source(requests).asyncPaged().toList();
        }

        /** {@link Waitlist#list()}, page by page. */
        public AsyncPaged<WaitlistEntry> paged() {
            return Waitlist.source(requests).asyncPaged();
        }

        /** See {@link Waitlist#leave(UUID)}. */
        public CompletableFuture<Void> leave(UUID id) {
            return requests.submitVoid(operation -> Waitlist.leave(operation, id));
        }
    }
}
