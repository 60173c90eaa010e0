package fr.passerelle.passculture;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.RequestExecutor;
import fr.passerelle.model.venue.Address;
import fr.passerelle.model.venue.AddressDraft;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Addresses of the programme's own numbering, for offers that take place elsewhere than at their venue (reference
 * operations 7, 8a and 8b).
 */
public final class Addresses {

    private static final TypeReference<Address> ADDRESS = new TypeReference<>() {};
    private static final TypeReference<List<Address>> ADDRESSES = new TypeReference<>() {};

    private final RequestExecutor requests;

    Addresses(RequestExecutor requests) {
        this.requests = requests;
    }

    /** The same, with other options for its calls. */
    public Addresses with(RequestOptions options) {
        return new Addresses(requests.with(options));
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(requests);
    }

    /**
     * The number of an address: the one it has, or a new one. The national address base's spelling and coordinates
     * replace those of the draft when it knows the address.
     *
     * @throws fr.passerelle.error.BadRequestException if the base does not know the address and the draft has no
     *     coordinates, or if no municipality has this name and postal code
     * @throws fr.passerelle.error.ServerException if the base cannot be reached
     */
    public Address createOrGet(AddressDraft draft) {
        return requests.await(operation -> createOrGet(operation, draft));
    }

    private static CompletableFuture<Address> createOrGet(Operation operation, AddressDraft draft) {
        return operation.execute(HttpCall.to(PassCultureEndpoint.CREATE_ADDRESS).body(operation.json(draft)), ADDRESS);
    }

    /**
     * The addresses that the programme already has with this street, postal code and city, and these coordinates if
     * given.
     */
    public List<Address> search(AddressDraft sought) {
        return requests.await(operation -> search(operation, sought));
    }

    private static CompletableFuture<List<Address>> search(Operation operation, AddressDraft sought) {
        HttpCall search = HttpCall.to(PassCultureEndpoint.SEARCH_ADDRESSES)
                .query("street", sought.street())
                .query("city", sought.city())
                .query("postalCode", sought.postalCode())
                .queryIfSet("latitude", sought.latitude())
                .queryIfSet("longitude", sought.longitude());
        return operation.execute(search, "addresses", ADDRESSES);
    }

    /**
     * One address.
     *
     * @throws fr.passerelle.error.NotFoundException if there is none of this number
     */
    public Address get(long id) {
        return requests.await(operation -> get(operation, id));
    }

    private static CompletableFuture<Address> get(Operation operation, long id) {
        return operation.execute(HttpCall.to(PassCultureEndpoint.GET_ADDRESS, id), ADDRESS, id, Address::id);
    }

    /** {@link Addresses}, by futures. Cancelling one cancels its call. */
    public static final class Async {

        private final RequestExecutor requests;

        private Async(RequestExecutor requests) {
            this.requests = requests;
        }

        /** See {@link Addresses#createOrGet(AddressDraft)}. */
        public CompletableFuture<Address> createOrGet(AddressDraft draft) {
            return requests.submit(operation -> Addresses.createOrGet(operation, draft));
        }

        /** See {@link Addresses#search(AddressDraft)}. */
        public CompletableFuture<List<Address>> search(AddressDraft sought) {
            return requests.submit(operation -> Addresses.search(operation, sought));
        }

        /** See {@link Addresses#get(long)}. */
        public CompletableFuture<Address> get(long id) {
            return requests.submit(operation -> Addresses.get(operation, id));
        }
    }
}
