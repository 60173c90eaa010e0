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
import fr.passerelle.model.invitation.Donor;
import fr.passerelle.model.invitation.DonorDraft;
import fr.passerelle.model.invitation.Page;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Who gives places, for the operator (invitations 2). */
public final class Donors {

    private static final TypeReference<Donor> DONOR = new TypeReference<>() {};
    private static final TypeReference<Page<Donor>> DONOR_PAGE = new TypeReference<>() {};

    private final RequestExecutor requests;

    Donors(RequestExecutor requests) {
        this.requests = requests;
    }

    /** The same, with other options for its calls. */
    public Donors with(RequestOptions options) {
        return new Donors(requests.with(options));
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(requests);
    }

    /** Registers a donor, or replaces what is registered under its id. */
    public Donor put(DonorDraft draft) {
        return requests.await(operation -> put(operation, draft, null));
    }

    /**
     * Replaces what is registered under the id, unless somebody else changed it since that version was read.
     *
     * @throws fr.passerelle.error.PreconditionFailedException if somebody else changed it since
     */
    public Donor put(DonorDraft draft, String version) {
        return requests.await(operation -> put(operation, draft, version));
    }

    private static CompletableFuture<Donor> put(Operation operation, DonorDraft draft, @Nullable String version) {
        return operation
                .ifMatch(version)
                .execute(
                        HttpCall.to(InvitationsEndpoint.PUT_DONOR, draft.id()).body(operation.json(draft)),
                        DONOR,
                        draft.id(),
                        Donor::id);
    }

    /**
     * A donor as it is now.
     *
     * @throws fr.passerelle.error.NotFoundException if there is none that the caller may see
     */
    public Donor get(UUID id) {
        return requests.await(operation -> get(operation, id));
    }

    private static CompletableFuture<Donor> get(Operation operation, UUID id) {
        return operation.execute(HttpCall.to(InvitationsEndpoint.GET_DONOR, id), DONOR, id, Donor::id);
    }

    /**
     * A donor, and which version of it this is.
     *
     * @throws fr.passerelle.error.NotFoundException if there is none that the caller may see
     */
    public Versioned<Donor> versioned(UUID id) {
        return requests.await(operation -> versioned(operation, id));
    }

    private static CompletableFuture<Versioned<Donor>> versioned(Operation operation, UUID id) {
        return operation.versioned(HttpCall.to(InvitationsEndpoint.GET_DONOR, id), DONOR, id, Donor::id);
    }

    /** All donors. */
    public Paged<Donor> list() {
        return source(requests).paged();
    }

    private static PageList<Donor> source(RequestExecutor requests) {
        return Lists.of(requests, HttpCall.to(InvitationsEndpoint.LIST_DONORS), DONOR_PAGE);
    }

    /** {@link Donors}, by futures. Cancelling one cancels its call. */
    public static final class Async {

        private final RequestExecutor requests;

        private Async(RequestExecutor requests) {
            this.requests = requests;
        }

        /** See {@link Donors#put(DonorDraft)}. */
        public CompletableFuture<Donor> put(DonorDraft draft) {
            return requests.submit(operation -> Donors.put(operation, draft, null));
        }

        /** See {@link Donors#put(DonorDraft, String)}. */
        public CompletableFuture<Donor> put(DonorDraft draft, String version) {
            return requests.submit(operation -> Donors.put(operation, draft, version));
        }

        /** See {@link Donors#get(UUID)}. */
        public CompletableFuture<Donor> get(UUID id) {
            return requests.submit(operation -> Donors.get(operation, id));
        }

        /** See {@link Donors#versioned(UUID)}. */
        public CompletableFuture<Versioned<Donor>> versioned(UUID id) {
            return requests.submit(operation -> Donors.versioned(operation, id));
        }

        /** All pages of {@link Donors#list()}, each with a deadline of its own. */
        public CompletableFuture<List<Donor>> list() {
            return Donors.source(requests).asyncPaged().toList();
        }

        /** {@link Donors#list()}, page by page. */
        public AsyncPaged<Donor> paged() {
            return Donors.source(requests).asyncPaged();
        }
    }
}
