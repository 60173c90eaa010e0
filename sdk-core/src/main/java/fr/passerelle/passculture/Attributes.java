package fr.passerelle.passculture;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.RequestExecutor;
import fr.passerelle.internal.endpoint.Endpoint;
import fr.passerelle.model.offer.EventCategoryInfo;
import fr.passerelle.model.offer.LabelledValue;
import fr.passerelle.model.offer.MusicType;
import fr.passerelle.model.offer.ProductCategoryInfo;
import fr.passerelle.model.offer.ShowType;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The words that offers are described with, as the server lists them (reference operations 9 to 13). */
public final class Attributes {

    private final RequestExecutor requests;
    private final TtlCache memory;

    Attributes(RequestExecutor requests) {
        this(requests, TtlCache.none());
    }

    private Attributes(RequestExecutor requests, TtlCache memory) {
        this.requests = requests;
        this.memory = memory;
    }

    /**
     * The same, but each list is fetched once and then remembered for so long, counted from its fetching. Keep what
     * this returns: the memory belongs to it (and to what its {@code with} and {@code async} return), and ends with it.
     * A failed call is not remembered. The server changes these lists a few times a year.
     *
     * @throws IllegalArgumentException if not above zero and at most a day
     */
    public Attributes cachedFor(Duration lifetime) {
        return new Attributes(requests, TtlCache.of(lifetime));
    }

    /** The same, with other options for its calls. */
    public Attributes with(RequestOptions options) {
        return new Attributes(requests.with(options), memory);
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(requests, memory);
    }

    /** The categories of events. */
    public List<EventCategoryInfo> eventCategories() {
        return requests.await(operation ->
                list(operation, memory, PassCultureEndpoint.GET_EVENT_CATEGORIES, new TypeReference<>() {}));
    }

    /** The categories of products. */
    public List<ProductCategoryInfo> productCategories() {
        return requests.await(operation ->
                list(operation, memory, PassCultureEndpoint.GET_PRODUCT_CATEGORIES, new TypeReference<>() {}));
    }

    /** The types of shows. */
    public List<LabelledValue<ShowType>> showTypes() {
        return requests.await(
                operation -> list(operation, memory, PassCultureEndpoint.GET_SHOW_TYPES, new TypeReference<>() {}));
    }

    /** The types of music, for events and goods. */
    public List<LabelledValue<MusicType>> musicTypes() {
        return requests.await(
                operation -> list(operation, memory, PassCultureEndpoint.GET_MUSIC_TYPES, new TypeReference<>() {}));
    }

    /** The types of music that an event can have. */
    public List<LabelledValue<MusicType>> eventMusicTypes() {
        return requests.await(operation ->
                list(operation, memory, PassCultureEndpoint.GET_EVENT_MUSIC_TYPES, new TypeReference<>() {}));
    }

    private static <T> CompletableFuture<List<T>> list(
            Operation operation, TtlCache memory, Endpoint endpoint, TypeReference<List<T>> type) {
        return memory.list(endpoint, operation, () -> operation.execute(HttpCall.to(endpoint), type));
    }

    /** {@link Attributes}, by futures. Cancelling one cancels its call. */
    public static final class Async {

        private final RequestExecutor requests;
        private final TtlCache memory;

        private Async(RequestExecutor requests, TtlCache memory) {
            this.requests = requests;
            this.memory = memory;
        }

        /** See {@link Attributes#eventCategories()}. */
        public CompletableFuture<List<EventCategoryInfo>> eventCategories() {
            return requests.submit(operation ->
                    list(operation, memory, PassCultureEndpoint.GET_EVENT_CATEGORIES, new TypeReference<>() {}));
        }

        /** See {@link Attributes#productCategories()}. */
        public CompletableFuture<List<ProductCategoryInfo>> productCategories() {
            return requests.submit(operation ->
                    list(operation, memory, PassCultureEndpoint.GET_PRODUCT_CATEGORIES, new TypeReference<>() {}));
        }

        /** See {@link Attributes#showTypes()}. */
        public CompletableFuture<List<LabelledValue<ShowType>>> showTypes() {
            return requests.submit(
                    operation -> list(operation, memory, PassCultureEndpoint.GET_SHOW_TYPES, new TypeReference<>() {}));
        }

        /** See {@link Attributes#musicTypes()}. */
        public CompletableFuture<List<LabelledValue<MusicType>>> musicTypes() {
            return requests.submit(operation ->
                    list(operation, memory, PassCultureEndpoint.GET_MUSIC_TYPES, new TypeReference<>() {}));
        }

        /** See {@link Attributes#eventMusicTypes()}. */
        public CompletableFuture<List<LabelledValue<MusicType>>> eventMusicTypes() {
            return requests.submit(operation ->
                    list(operation, memory, PassCultureEndpoint.GET_EVENT_MUSIC_TYPES, new TypeReference<>() {}));
        }
    }
}
