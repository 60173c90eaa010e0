package fr.passerelle.invitations;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.RequestExecutor;
import fr.passerelle.invitations.endpoint.InvitationsEndpoint;
import fr.passerelle.model.invitation.Pathway;
import fr.passerelle.model.invitation.PathwayDraft;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Several sessions for the same group (invitations 2). */
public final class Pathways {

    private static final TypeReference<Pathway> PATHWAY = new TypeReference<>() {};

    private final RequestExecutor requests;

    Pathways(RequestExecutor requests) {
        this.requests = requests;
    }

    /** The same, with other options for its calls. */
    public Pathways with(RequestOptions options) {
        return new Pathways(requests.with(options));
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(requests);
    }

    /**
     * Books all its sessions or none. The same draft sent again is the same pathway.
     *
     * @throws fr.passerelle.error.NotFoundException if an allotment is none that the caller may see
     * @throws fr.passerelle.error.RefusedException if one of them cannot be booked: none is booked then
     */
    public Pathway put(PathwayDraft draft) {
        return requests.await(operation -> put(operation, draft));
    }

    private static CompletableFuture<Pathway> put(Operation operation, PathwayDraft draft) {
        return operation.execute(
                HttpCall.to(InvitationsEndpoint.PUT_PATHWAY, draft.id()).body(operation.json(draft)),
                PATHWAY,
                draft.id(),
                Pathway::id);
    }

    /**
     * A pathway as it is now.
     *
     * @throws fr.passerelle.error.NotFoundException if there is none that the caller may see
     */
    public Pathway get(UUID id) {
        return requests.await(operation -> get(operation, id));
    }

    private static CompletableFuture<Pathway> get(Operation operation, UUID id) {
        return operation.execute(HttpCall.to(InvitationsEndpoint.GET_PATHWAY, id), PATHWAY, id, Pathway::id);
    }

    /** {@link Pathways}, by futures. Cancelling one cancels its call. */
    public static final class Async {

        private final RequestExecutor requests;

        private Async(RequestExecutor requests) {
            this.requests = requests;
        }

        /** See {@link Pathways#put(PathwayDraft)}. */
        public CompletableFuture<Pathway> put(PathwayDraft draft) {
            return requests.submit(operation -> Pathways.put(operation, draft));
        }

        /** See {@link Pathways#get(UUID)}. */
        public CompletableFuture<Pathway> get(UUID id) {
            return requests.submit(operation -> Pathways.get(operation, id));
        }
    }
}
