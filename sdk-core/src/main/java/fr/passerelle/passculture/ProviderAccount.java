package fr.passerelle.passculture;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.RequestExecutor;
import fr.passerelle.model.venue.MessageUrlsPatch;
import fr.passerelle.model.venue.Provider;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import java.util.concurrent.CompletableFuture;

/** The vendor's own account (reference operations 1 and 2). */
public final class ProviderAccount {

    private static final TypeReference<Provider> PROVIDER = new TypeReference<>() {};

    private final RequestExecutor requests;

    ProviderAccount(RequestExecutor requests) {
        this.requests = requests;
    }

    /** The same, with other options for its calls. */
    public ProviderAccount with(RequestOptions options) {
        return new ProviderAccount(requests.with(options));
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(requests);
    }

    /** The account of the API key. */
    public Provider get() {
        return requests.await(ProviderAccount::get);
    }

    private static CompletableFuture<Provider> get(Operation operation) {
        return operation.execute(HttpCall.to(PassCultureEndpoint.GET_PROVIDER), PROVIDER);
    }

    /** Changes where the programme's messages go. */
    public Provider update(MessageUrlsPatch patch) {
        return requests.await(operation -> update(operation, patch));
    }

    private static CompletableFuture<Provider> update(Operation operation, MessageUrlsPatch patch) {
        return operation.execute(
                HttpCall.to(PassCultureEndpoint.UPDATE_PROVIDER).body(operation.json(patch)), PROVIDER);
    }

    /** {@link ProviderAccount}, by futures. Cancelling one cancels its call. */
    public static final class Async {

        private final RequestExecutor requests;

        private Async(RequestExecutor requests) {
            this.requests = requests;
        }

        /** See {@link ProviderAccount#get()}. */
        public CompletableFuture<Provider> get() {
            return requests.submit(ProviderAccount::get);
        }

        /** See {@link ProviderAccount#update(MessageUrlsPatch)}. */
        public CompletableFuture<Provider> update(MessageUrlsPatch patch) {
            return requests.submit(operation -> ProviderAccount.update(operation, patch));
        }
    }
}
