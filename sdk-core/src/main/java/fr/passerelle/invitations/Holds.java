package fr.passerelle.invitations;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.RequestExecutor;
import fr.passerelle.invitations.endpoint.InvitationsEndpoint;
import fr.passerelle.model.invitation.Hold;
import fr.passerelle.model.invitation.HoldDraft;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Places kept for some minutes while somebody makes up their mind (invitations 2). */
public final class Holds {

    private static final TypeReference<Hold> HOLD = new TypeReference<>() {};

    private final RequestExecutor requests;

    Holds(RequestExecutor requests) {
        this.requests = requests;
    }

    /** The same, with other options for its calls. */
    public Holds with(RequestOptions options) {
        return new Holds(requests.with(options));
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(requests);
    }

    /**
     * Keeps places. The same draft sent again is the same hold.
     *
     * @throws fr.passerelle.error.NotFoundException if there is none that the caller may see
     * @throws fr.passerelle.error.RefusedException if there is no room: {@code CAPACITY_HELD} says after how many
     *     minutes to try again
     */
    public Hold put(HoldDraft draft) {
        return requests.await(operation -> put(operation, draft));
    }

    private static CompletableFuture<Hold> put(Operation operation, HoldDraft draft) {
        return operation.execute(
                HttpCall.to(InvitationsEndpoint.PUT_HOLD, draft.id()).body(operation.json(draft)),
                HOLD,
                draft.id(),
                Hold::id);
    }

    /**
     * A hold as it is now.
     *
     * @throws fr.passerelle.error.NotFoundException if there is none that the caller may see
     */
    public Hold get(UUID id) {
        return requests.await(operation -> get(operation, id));
    }

    private static CompletableFuture<Hold> get(Operation operation, UUID id) {
        return operation.execute(HttpCall.to(InvitationsEndpoint.GET_HOLD, id), HOLD, id, Hold::id);
    }

    /**
     * Gives the places back before the hold runs out. A hold that is given back already stays so.
     *
     * @throws fr.passerelle.error.NotFoundException if there is none that the caller may see
     * @throws fr.passerelle.error.RefusedException if it became a booking or ran out
     */
    public Hold release(UUID id) {
        return requests.await(operation -> release(operation, id));
    }

    private static CompletableFuture<Hold> release(Operation operation, UUID id) {
        return operation.execute(HttpCall.to(InvitationsEndpoint.RELEASE_HOLD, id), HOLD, id, Hold::id);
    }

    /** {@link Holds}, by futures. Cancelling one cancels its call. */
    public static final class Async {

        private final RequestExecutor requests;

        private Async(RequestExecutor requests) {
            this.requests = requests;
        }

        /** See {@link Holds#put(HoldDraft)}. */
        public CompletableFuture<Hold> put(HoldDraft draft) {
            return requests.submit(operation -> Holds.put(operation, draft));
        }

        /** See {@link Holds#get(UUID)}. */
        public CompletableFuture<Hold> get(UUID id) {
            return requests.submit(operation -> Holds.get(operation, id));
        }

        /** See {@link Holds#release(UUID)}. */
        public CompletableFuture<Hold> release(UUID id) {
            return requests.submit(operation -> Holds.release(operation, id));
        }
    }
}
