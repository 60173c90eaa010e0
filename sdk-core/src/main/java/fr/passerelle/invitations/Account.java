package fr.passerelle.invitations;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.RequestExecutor;
import fr.passerelle.invitations.endpoint.InvitationsEndpoint;
import fr.passerelle.model.invitation.access.KeyOwner;
import java.util.concurrent.CompletableFuture;

/** Whose key the client has (invitations 1). */
public final class Account {

    private static final TypeReference<KeyOwner> KEY_OWNER = new TypeReference<>() {};

    private final RequestExecutor requests;

    Account(RequestExecutor requests) {
        this.requests = requests;
    }

    /** The same, with other options for its calls. */
    public Account with(RequestOptions options) {
        return new Account(requests.with(options));
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(requests);
    }

    /** Role and organisation of the key; the right call to see whether a key is good. */
    public KeyOwner get() {
        return requests.await(Account::get);
    }

    private static CompletableFuture<KeyOwner> get(Operation operation) {
        return operation.execute(HttpCall.to(InvitationsEndpoint.GET_ME), KEY_OWNER);
    }

    /** {@link Account}, by futures. Cancelling one cancels its call. */
    public static final class Async {

        private final RequestExecutor requests;

        private Async(RequestExecutor requests) {
            this.requests = requests;
        }

        /** See {@link Account#get()}. */
        public CompletableFuture<KeyOwner> get() {
            return requests.submit(Account::get);
        }
    }
}
