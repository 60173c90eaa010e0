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
import fr.passerelle.model.invitation.Allocation;
import fr.passerelle.model.invitation.Page;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Places promised to the structure, to be confirmed before a moment (invitations 2). */
public final class Allocations {

    private static final TypeReference<Allocation> ALLOCATION = new TypeReference<>() {};
    private static final TypeReference<Page<Allocation>> ALLOCATION_PAGE = new TypeReference<>() {};

    private final RequestExecutor requests;

    Allocations(RequestExecutor requests) {
        this.requests = requests;
    }

    /** The same, with other options for its calls. */
    public Allocations with(RequestOptions options) {
        return new Allocations(requests.with(options));
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(requests);
    }

    /** What is promised to the structure. */
    public Paged<Allocation> list() {
        return source(requests).paged();
    }

    private static PageList<Allocation> source(RequestExecutor requests) {
        return Lists.of(requests, HttpCall.to(InvitationsEndpoint.LIST_ALLOCATIONS), ALLOCATION_PAGE);
    }

    /**
     * Takes the places: a booking can spend them now.
     *
     * @throws fr.passerelle.error.NotFoundException if there is none that the caller may see
     * @throws fr.passerelle.error.RefusedException if it is too late, or the structure declined before
     */
    public Allocation confirm(UUID id) {
        return requests.await(operation -> confirm(operation, id));
    }

    private static CompletableFuture<Allocation> confirm(Operation operation, UUID id) {
        return operation.execute(
                HttpCall.to(InvitationsEndpoint.CONFIRM_ALLOCATION, id), ALLOCATION, id, Allocation::id);
    }

    /**
     * Leaves the places to others.
     *
     * @throws fr.passerelle.error.NotFoundException if there is none that the caller may see
     * @throws fr.passerelle.error.RefusedException if it is confirmed: a release gives the places back then
     */
    public Allocation decline(UUID id) {
        return requests.await(operation -> decline(operation, id));
    }

    private static CompletableFuture<Allocation> decline(Operation operation, UUID id) {
        return operation.execute(
                HttpCall.to(InvitationsEndpoint.DECLINE_ALLOCATION, id), ALLOCATION, id, Allocation::id);
    }

    /** {@link Allocations}, by futures. Cancelling one cancels its call. */
    public static final class Async {

        private final RequestExecutor requests;

        private Async(RequestExecutor requests) {
            this.requests = requests;
        }

        /** All pages of {@link Allocations#list()}, each with a deadline of its own. */
        public CompletableFuture<List<Allocation>> list() {
            return Allocations.source(requests).asyncPaged().toList();
        }

        /** {@link Allocations#list()}, page by page. */
        public AsyncPaged<Allocation> paged() {
            return Allocations.source(requests).asyncPaged();
        }

        /** See {@link Allocations#confirm(UUID)}. */
        public CompletableFuture<Allocation> confirm(UUID id) {
            return requests.submit(operation -> Allocations.confirm(operation, id));
        }

        /** See {@link Allocations#decline(UUID)}. */
        public CompletableFuture<Allocation> decline(UUID id) {
            return requests.submit(operation -> Allocations.decline(operation, id));
        }
    }
}
