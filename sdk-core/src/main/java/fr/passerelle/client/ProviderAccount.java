package fr.passerelle.client;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.internal.Endpoint;
import fr.passerelle.internal.call.Calls;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.model.venue.MessageUrlsPatch;
import fr.passerelle.model.venue.Provider;
import java.util.concurrent.CompletableFuture;

/** The vendor's own account (reference operations 1 and 2). */
public final class ProviderAccount {

    private static final TypeReference<Provider> PROVIDER = new TypeReference<>() {};

    private final Calls calls;

    ProviderAccount(Calls calls) {
        this.calls = calls;
    }

    /** The same, with other options for its calls. */
    public ProviderAccount with(RequestOptions options) {
        return new ProviderAccount(calls.with(options));
    }

    /** The same, answering futures. */
    public Async async() {
        return new Async(calls);
    }

    /** The account of the API key. */
    public Provider get() {
        return calls.get(HttpCall.to(Endpoint.GET_PROVIDER), PROVIDER);
    }

    /** Changes where the programme's messages go. */
    public Provider update(MessageUrlsPatch patch) {
        return calls.get(HttpCall.to(Endpoint.UPDATE_PROVIDER).body(calls.json(patch)), PROVIDER);
    }

    /** {@link ProviderAccount}, answering futures. Cancelling one cancels its call. */
    public static final class Async {

        private final Calls calls;

        private Async(Calls calls) {
            this.calls = calls;
        }

        /** See {@link ProviderAccount#get()}. */
        public CompletableFuture<Provider> get() {
            return calls.later(c -> new ProviderAccount(c).get());
        }

        /** See {@link ProviderAccount#update(MessageUrlsPatch)}. */
        public CompletableFuture<Provider> update(MessageUrlsPatch patch) {
            return calls.later(c -> new ProviderAccount(c).update(patch));
        }
    }
}
