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
import fr.passerelle.model.invitation.Page;
import fr.passerelle.model.invitation.Structure;
import fr.passerelle.model.invitation.StructureDraft;
import fr.passerelle.model.invitation.StructureStatus;
import fr.passerelle.model.invitation.StructureStatusDraft;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Who hands places out, for the operator (invitations 2). */
public final class Structures {

    private static final TypeReference<Structure> STRUCTURE = new TypeReference<>() {};
    private static final TypeReference<Page<Structure>> STRUCTURE_PAGE = new TypeReference<>() {};

    private final RequestExecutor requests;

    Structures(RequestExecutor requests) {
        this.requests = requests;
    }

    /** The same, with other options for its calls. */
    public Structures with(RequestOptions options) {
        return new Structures(requests.with(options));
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(requests);
    }

    /** Registers a structure, or replaces what is registered under its id. */
    public Structure put(StructureDraft draft) {
        return requests.await(operation -> put(operation, draft, null));
    }

    /**
     * Replaces what is registered under the id, unless somebody else changed it since that version was read.
     *
     * @throws fr.passerelle.error.PreconditionFailedException if somebody else changed it since
     */
    public Structure put(StructureDraft draft, String version) {
        return requests.await(operation -> put(operation, draft, version));
    }

    private static CompletableFuture<Structure> put(
            Operation operation, StructureDraft draft, @Nullable String version) {
        return operation
                .ifMatch(version)
                .execute(
                        HttpCall.to(InvitationsEndpoint.PUT_STRUCTURE, draft.id())
                                .body(operation.json(draft)),
                        STRUCTURE,
                        draft.id(),
                        Structure::id);
    }

    /**
     * A structure as it is now.
     *
     * @throws fr.passerelle.error.NotFoundException if there is none that the caller may see
     */
    public Structure get(UUID id) {
        return requests.await(operation -> get(operation, id));
    }

    private static CompletableFuture<Structure> get(Operation operation, UUID id) {
        return operation.execute(HttpCall.to(InvitationsEndpoint.GET_STRUCTURE, id), STRUCTURE, id, Structure::id);
    }

    /**
     * A structure, and which version of it this is.
     *
     * @throws fr.passerelle.error.NotFoundException if there is none that the caller may see
     */
    public Versioned<Structure> versioned(UUID id) {
        return requests.await(operation -> versioned(operation, id));
    }

    private static CompletableFuture<Versioned<Structure>> versioned(Operation operation, UUID id) {
        return operation.versioned(HttpCall.to(InvitationsEndpoint.GET_STRUCTURE, id), STRUCTURE, id, Structure::id);
    }

    /** All structures. */
    public Paged<Structure> list() {
        return source(requests).paged();
    }

    private static PageList<Structure> source(RequestExecutor requests) {
        return Lists.of(requests, HttpCall.to(InvitationsEndpoint.LIST_STRUCTURES), STRUCTURE_PAGE);
    }

    /**
     * Accepts a structure, suspends it or closes it.
     *
     * @throws fr.passerelle.model.rule.RuleViolationException if this version does not know the state
     * @throws fr.passerelle.error.NotFoundException if there is none that the caller may see
     * @throws fr.passerelle.error.RefusedException if it is closed
     */
    public Structure status(UUID id, StructureStatus status) {
        return requests.await(operation -> status(operation, id, status));
    }

    private static CompletableFuture<Structure> status(Operation operation, UUID id, StructureStatus status) {
        return operation.execute(
                HttpCall.to(InvitationsEndpoint.PUT_STRUCTURE_STATUS, id)
                        .body(operation.json(new StructureStatusDraft(status))),
                STRUCTURE,
                id,
                Structure::id);
    }

    /** {@link Structures}, by futures. Cancelling one cancels its call. */
    public static final class Async {

        private final RequestExecutor requests;

        private Async(RequestExecutor requests) {
            this.requests = requests;
        }

        /** See {@link Structures#put(StructureDraft)}. */
        public CompletableFuture<Structure> put(StructureDraft draft) {
            return requests.submit(operation -> Structures.put(operation, draft, null));
        }

        /** See {@link Structures#put(StructureDraft, String)}. */
        public CompletableFuture<Structure> put(StructureDraft draft, String version) {
            return requests.submit(operation -> Structures.put(operation, draft, version));
        }

        /** See {@link Structures#get(UUID)}. */
        public CompletableFuture<Structure> get(UUID id) {
            return requests.submit(operation -> Structures.get(operation, id));
        }

        /** See {@link Structures#versioned(UUID)}. */
        public CompletableFuture<Versioned<Structure>> versioned(UUID id) {
            return requests.submit(operation -> Structures.versioned(operation, id));
        }

        /** All pages of {@link Structures#list()}, each with a deadline of its own. */
        public CompletableFuture<List<Structure>> list() {
            return Structures.source(requests).asyncPaged().toList();
        }

        /** {@link Structures#list()}, page by page. */
        public AsyncPaged<Structure> paged() {
            return Structures.source(requests).asyncPaged();
        }

        /** See {@link Structures#status(UUID, StructureStatus)}. */
        public CompletableFuture<Structure> status(UUID id, StructureStatus status) {
            return requests.submit(operation -> Structures.status(operation, id, status));
        }
    }
}
