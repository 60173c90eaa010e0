package fr.passerelle.invitations;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.RequestExecutor;
import fr.passerelle.invitations.endpoint.InvitationsEndpoint;
import fr.passerelle.model.invitation.Release;
import fr.passerelle.model.invitation.ReleaseDraft;
import java.util.concurrent.CompletableFuture;

/** Places that structures give back (invitations 2). */
public final class Releases {

    private static final TypeReference<Release> RELEASE = new TypeReference<>() {};

    private final RequestExecutor requests;

    Releases(RequestExecutor requests) {
        this.requests = requests;
    }

    /** The same, with other options for its calls. */
    public Releases with(RequestOptions options) {
        return new Releases(requests.with(options));
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(requests);
    }

    /**
     * Gives places back, to those who wait first. The same draft sent again gives back once.
     *
     * @throws fr.passerelle.error.NotFoundException if there is no such booking or allocation that the caller may see
     * @throws fr.passerelle.error.RefusedException if the session has begun, or more is given back than there is
     */
    public Release put(ReleaseDraft draft) {
        return requests.await(operation -> put(operation, draft));
    }

    private static CompletableFuture<Release> put(Operation operation, ReleaseDraft draft) {
        return operation.execute(
                HttpCall.to(InvitationsEndpoint.PUT_RELEASE, draft.id()).body(operation.json(draft)),
                RELEASE,
                draft.id(),
                Release::id);
    }

    /** {@link Releases}, by futures. Cancelling one cancels its call. */
    public static final class Async {

        private final RequestExecutor requests;

        private Async(RequestExecutor requests) {
            this.requests = requests;
        }

        /** See {@link Releases#put(ReleaseDraft)}. */
        public CompletableFuture<Release> put(ReleaseDraft draft) {
            return requests.submit(operation -> Releases.put(operation, draft));
        }
    }
}
