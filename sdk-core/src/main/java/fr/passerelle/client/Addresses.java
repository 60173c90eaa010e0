package fr.passerelle.client;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.internal.Endpoint;
import fr.passerelle.internal.call.Calls;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.model.venue.Address;
import fr.passerelle.model.venue.AddressDraft;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Addresses of the programme's own numbering, for offers that take place elsewhere than at their venue (reference
 * operations 7, 8a and 8b).
 */
public final class Addresses {

    private static final TypeReference<Address> ADDRESS = new TypeReference<>() {};
    private static final TypeReference<List<Address>> ADDRESSES = new TypeReference<>() {};

    private final Calls calls;

    Addresses(Calls calls) {
        this.calls = calls;
    }

    /** The same, with other options for its calls. */
    public Addresses with(RequestOptions options) {
        return new Addresses(calls.with(options));
    }

    /** The same, answering futures. */
    public Async async() {
        return new Async(calls);
    }

    /**
     * The number of an address: the one it has, or a new one. The national address base's spelling and coordinates
     * replace those of the draft when it knows the address.
     *
     * @throws fr.passerelle.client.error.BadRequestException if the base does not know the address and the draft has no
     *     coordinates, or if no municipality has this name and postal code
     * @throws fr.passerelle.client.error.ServerException if the base cannot be reached
     */
    public Address createOrGet(AddressDraft draft) {
        return calls.get(HttpCall.to(Endpoint.CREATE_ADDRESS).body(calls.json(draft)), ADDRESS);
    }

    /**
     * The addresses that the programme already has with this street, postal code and city, and these coordinates if
     * given.
     */
    public List<Address> search(AddressDraft sought) {
        HttpCall search = HttpCall.to(Endpoint.SEARCH_ADDRESSES)
                .query("street", sought.street())
                .query("city", sought.city())
                .query("postalCode", sought.postalCode())
                .queryIfSet("latitude", sought.latitude())
                .queryIfSet("longitude", sought.longitude());
        return calls.get(search, "addresses", ADDRESSES);
    }

    /**
     * One address.
     *
     * @throws fr.passerelle.client.error.NotFoundException if there is none of this number
     */
    public Address get(long id) {
        return calls.get(HttpCall.to(Endpoint.GET_ADDRESS, id), ADDRESS);
    }

    /** {@link Addresses}, answering futures. Cancelling one cancels its call. */
    public static final class Async {

        private final Calls calls;

        private Async(Calls calls) {
            this.calls = calls;
        }

        /** See {@link Addresses#createOrGet(AddressDraft)}. */
        public CompletableFuture<Address> createOrGet(AddressDraft draft) {
            return calls.later(c -> new Addresses(c).createOrGet(draft));
        }

        /** See {@link Addresses#search(AddressDraft)}. */
        public CompletableFuture<List<Address>> search(AddressDraft sought) {
            return calls.later(c -> new Addresses(c).search(sought));
        }

        /** See {@link Addresses#get(long)}. */
        public CompletableFuture<Address> get(long id) {
            return calls.later(c -> new Addresses(c).get(id));
        }
    }
}
