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
import fr.passerelle.model.invitation.access.Key;
import fr.passerelle.model.invitation.access.KeyDraft;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Keys of donors and structures, for the operator (invitations 1). The server keeps digests only. */
public final class Keys {

    private static final TypeReference<Key> KEY = new TypeReference<>() {};
    private static final TypeReference<Page<Key>> KEY_PAGE = new TypeReference<>() {};

    private final RequestExecutor requests;

    Keys(RequestExecutor requests) {
        this.requests = requests;
    }

    /** The same, with other options for its calls. */
    public Keys with(RequestOptions options) {
        return new Keys(requests.with(options));
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(requests);
    }

    /**
     * Makes a key. The secret is in the draft: hand it to the owner, and keep no copy.
     *
     * @throws fr.passerelle.error.NotFoundException if there is no such donor or structure that the caller may see
     * @throws fr.passerelle.error.RefusedException if another draft has this id
     */
    public Key put(KeyDraft draft) {
        return requests.await(operation -> put(operation, draft));
    }

    private static CompletableFuture<Key> put(Operation operation, KeyDraft draft) {
        return operation.execute(
                HttpCall.to(InvitationsEndpoint.PUT_KEY, draft.id()).body(operation.json(draft)),
                KEY,
                draft.id(),
                Key::id);
    }

    /** All keys, also those revoked. */
    public Paged<Key> list() {
        return source(requests).paged();
    }

    private static PageList<Key> source(RequestExecutor requests) {
        return Lists.of(requests, HttpCall.to(InvitationsEndpoint.LIST_KEYS), KEY_PAGE);
    }

    /**
     * Ends a key at once. May be sent again.
     *
     * @throws fr.passerelle.error.NotFoundException if there is none that the caller may see
     */
    public void revoke(UUID id) {
        requests.await(operation -> revoke(operation, id));
    }

    private static CompletableFuture<Boolean> revoke(Operation operation, UUID id) {
        return operation.run(HttpCall.to(InvitationsEndpoint.REVOKE_KEY, id));
    }

    /** {@link Keys}, by futures. Cancelling one cancels its call. */
    public static final class Async {

        private final RequestExecutor requests;

        private Async(RequestExecutor requests) {
            this.requests = requests;
        }

        /** See {@link Keys#put(KeyDraft)}. */
        public CompletableFuture<Key> put(KeyDraft draft) {
            return requests.submit(operation -> Keys.put(operation, draft));
        }

        /** All pages of {@link Keys#list()}, each with a deadline of its own. */
        public CompletableFuture<List<Key>> list() {
            return Keys.source(requests).asyncPaged().toList();
        }

        /** {@link Keys#list()}, page by page. */
        public AsyncPaged<Key> paged() {
            return Keys.source(requests).asyncPaged();
        }

        /** See {@link Keys#revoke(UUID)}. */
        public CompletableFuture<Void> revoke(UUID id) {
            return requests.submitVoid(operation -> Keys.revoke(operation, id));
        }
    }
}
