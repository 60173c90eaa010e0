package fr.passerelle.passculture;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.base.Batches;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.RequestExecutor;
import fr.passerelle.internal.call.Stages;
import fr.passerelle.internal.endpoint.Endpoint;
import fr.passerelle.model.offer.EanAvailability;
import fr.passerelle.model.offer.EanProductDraft;
import fr.passerelle.model.offer.EanRejection;
import fr.passerelle.model.offer.EanUpsert;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.offer.Product;
import fr.passerelle.model.value.Ean;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Paper books, CDs and vinyl by their EAN, any number of them: what is too much for one call is cut into several
 * (reference operations 29 to 31). Every upsert replaces price, remaining pieces and all three dates.
 */
public final class EanProducts {

    private static final TypeReference<List<Product>> PRODUCTS = new TypeReference<>() {};
    private static final TypeReference<EanAvailability> AVAILABILITY = new TypeReference<>() {};

    private final RequestExecutor requests;

    EanProducts(RequestExecutor requests) {
        this.requests = requests;
    }

    /** The same, with other options for its calls. */
    public EanProducts with(RequestOptions options) {
        return new EanProducts(requests.with(options));
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(requests);
    }

    /**
     * What one venue offers of these; EANs that it does not offer are left out. One call for each 100.
     *
     * @throws fr.passerelle.error.NotFoundException if the vendor is not linked to the venue
     */
    public List<Product> byEan(long venueId, Collection<Ean> eans) {
        return requests.await(operation -> byEan(operation, venueId, eans));
    }

    static CompletableFuture<List<Product>> byEan(Operation operation, long venueId, Collection<Ean> eans) {
        Iterator<List<Ean>> some = Batches.into(
                        EanUpsert.MAX_EANS_READ, eans.stream().distinct().toList())
                .iterator();
        List<Product> found = new ArrayList<>();
        CompletableFuture<Boolean> read = Stages.loop(() -> some.hasNext()
                ? Stages.map(
                        operation
                                .next()
                                .execute(
                                        asking(PassCultureEndpoint.GET_PRODUCTS_BY_EAN, some.next())
                                                .query("venueId", venueId),
                                        "products",
                                        PRODUCTS),
                        found::addAll)
                : null);
        return Stages.map(read, done -> Collections.unmodifiableList(found));
    }

    /** Which of these an upsert could publish, and why not the others. One call for each 100. */
    public EanAvailability availability(Collection<Ean> eans) {
        return requests.await(operation -> availability(operation, eans));
    }

    static CompletableFuture<EanAvailability> availability(Operation operation, Collection<Ean> eans) {
        Iterator<List<Ean>> some = Batches.into(
                        EanUpsert.MAX_EANS_READ, eans.stream().distinct().toList())
                .iterator();
        List<Ean> available = new ArrayList<>();
        Map<EanRejection, List<Ean>> rejected = new LinkedHashMap<>();
        CompletableFuture<Boolean> read = Stages.loop(() -> some.hasNext()
                ? Stages.map(
                        operation.next().execute(asking(PassCultureEndpoint.CHECK_EANS, some.next()), AVAILABILITY),
                        response -> {
                            response.rejected()
                                    .forEach((reason, those) -> rejected.computeIfAbsent(reason, r -> new ArrayList<>())
                                            .addAll(those));
                            return available.addAll(response.available());
                        })
                : null);
        return Stages.map(read, done -> new EanAvailability(available, rejected));
    }

    private static HttpCall asking(Endpoint endpoint, List<Ean> eans) {
        return HttpCall.to(endpoint).query("eans", eans.stream().map(Ean::value).collect(Collectors.joining(",")));
    }

    /**
     * Sends products, and stops at the first call that fails: see {@link #upsert(Location, Iterable, Consumer)}.
     *
     * @throws fr.passerelle.model.rule.RuleViolationException if an instant is not in the future; earlier calls stand
     */
    public void upsert(Location location, Iterable<EanProductDraft> products) {
        upsert(location, products, EanChunk::orThrow);
    }

    /**
     * Sends products, 500 in a call, while reading them from their source: memory stays flat however many there are.
     * When an EAN occurs twice in one call, only its last product is sent. The server accepts a call at once, works on
     * it later and reports nothing: {@link #upsertAndConfirm} looks.
     *
     * <p>A call is not retried after a lost response: quantities are what remains from now on, and a retry would sell
     * again what was booked in between.
     *
     * @param location where they are sold
     * @param products read once; what its iterator throws ends the upsert, and earlier calls stand
     * @param onChunk gets each call once it is made, good or bad; what it throws ends the upsert
     * @throws fr.passerelle.model.rule.RuleViolationException if the location cannot be sent
     * @throws fr.passerelle.error.NotFoundException if the vendor is not linked to the venue, or the address is unknown
     */
    public void upsert(Location location, Iterable<EanProductDraft> products, Consumer<EanChunk> onChunk) {
        requests.await(operation -> send(operation, location, products.iterator(), onChunk));
    }

    /** See {@link #upsert(Location, Iterable, Consumer)}; the stream stays open. */
    public void upsert(Location location, Stream<EanProductDraft> products, Consumer<EanChunk> onChunk) {
        requests.await(operation -> send(operation, location, products.iterator(), onChunk));
    }

    private static CompletableFuture<Boolean> send(
            Operation operation, Location location, Iterator<EanProductDraft> source, Consumer<EanChunk> onChunk) {
        EanSending sending = new EanSending(operation, location, source);
        return Stages.loop(() -> sending.hasNext()
                ? Stages.map(sending.next(), chunk -> {
                    onChunk.accept(chunk);
                    return true;
                })
                : null);
    }

    /** As {@link #upsertAndConfirm(Location, Iterable, Polling, Consumer)}, with {@link Polling#DEFAULT}. */
    public Map<EanOutcome, Long> upsertAndConfirm(
            Location location, Iterable<EanProductDraft> products, Consumer<EanResult> onResult) {
        return upsertAndConfirm(location, products, Polling.DEFAULT, onResult);
    }

    /** As {@link #upsertAndConfirm(Location, Iterable, Polling, Consumer)}; the stream stays open. */
    public Map<EanOutcome, Long> upsertAndConfirm(
            Location location, Stream<EanProductDraft> products, Polling polling, Consumer<EanResult> onResult) {
        return requests.await(operation -> confirm(operation, location, products.iterator(), polling, onResult));
    }

    /**
     * Sends products as {@link #upsert(Location, Iterable, Consumer)} does, and reads back what became of each: the
     * venue's offers until they show what was sent, and for the others, once, whether they could be published at all.
     * At most 2 000 products are held at a time. A call whose response was lost is not retried but looked after.
     *
     * @param polling how often to look, and how long for each call
     * @param onResult gets each product sent, once per call it was sent in, as soon as its outcome is known and not in
     *     the order of the source; what it throws ends the upsert
     * @return how many products had which outcome; an outcome that none had is left out
     * @throws fr.passerelle.model.rule.RuleViolationException if the location cannot be sent
     * @throws fr.passerelle.error.NotFoundException if the vendor is not linked to the venue, or the address is unknown
     */
    public Map<EanOutcome, Long> upsertAndConfirm(
            Location location, Iterable<EanProductDraft> products, Polling polling, Consumer<EanResult> onResult) {
        return requests.await(operation -> confirm(operation, location, products.iterator(), polling, onResult));
    }

    private static CompletableFuture<Map<EanOutcome, Long>> confirm(
            Operation operation,
            Location location,
            Iterator<EanProductDraft> source,
            Polling polling,
            Consumer<EanResult> onResult) {
        long venueId = venueId(new EanUpsert(location, List.of()).location());
        return new EanConfirmation(operation, venueId, polling, onResult)
                .run(new EanSending(operation, location, source));
    }

    /** The venue of a location that can be sent, which all have. */
    static long venueId(Location location) {
        if (location instanceof Location.Physical physical) {
            return physical.venueId();
        }
        if (location instanceof Location.Address address) {
            return address.venueId();
        }
        if (location instanceof Location.Digital digital) {
            return digital.venueId();
        }
        throw new IllegalArgumentException("a location without a venue cannot be sent");
    }

    /** {@link EanProducts}, by futures. Cancelling one ends its calls; each has a deadline of its own. */
    public static final class Async {

        private final RequestExecutor requests;

        private Async(RequestExecutor requests) {
            this.requests = requests;
        }

        /** See {@link EanProducts#byEan(long, Collection)}. */
        public CompletableFuture<List<Product>> byEan(long venueId, Collection<Ean> eans) {
            return requests.submit(operation -> EanProducts.byEan(operation, venueId, eans));
        }

        /** See {@link EanProducts#availability(Collection)}. */
        public CompletableFuture<EanAvailability> availability(Collection<Ean> eans) {
            return requests.submit(operation -> EanProducts.availability(operation, eans));
        }

        /** See {@link EanProducts#upsert(Location, Iterable)}. */
        public CompletableFuture<Void> upsert(Location location, Iterable<EanProductDraft> products) {
            return upsert(location, products, EanChunk::orThrow);
        }

        /**
         * See {@link EanProducts#upsert(Location, Iterable, Consumer)}; source and consumer run where the futures do.
         */
        public CompletableFuture<Void> upsert(
                Location location, Iterable<EanProductDraft> products, Consumer<EanChunk> onChunk) {
            return requests.submitVoid(operation -> send(operation, location, products.iterator(), onChunk));
        }

        /**
         * See {@link EanProducts#upsertAndConfirm(Location, Iterable, Polling, Consumer)}; source and consumer run
         * where the futures do.
         */
        public CompletableFuture<Map<EanOutcome, Long>> upsertAndConfirm(
                Location location, Iterable<EanProductDraft> products, Polling polling, Consumer<EanResult> onResult) {
            return requests.submit(operation -> confirm(operation, location, products.iterator(), polling, onResult));
        }
    }
}
