package fr.passerelle.passculture;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.http.AsyncPagedById;
import fr.passerelle.http.PagedById;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.OutcomeCheck;
import fr.passerelle.internal.call.PageSource;
import fr.passerelle.internal.call.RequestExecutor;
import fr.passerelle.internal.endpoint.RetrySafety;
import fr.passerelle.internal.json.Json;
import fr.passerelle.model.offer.Product;
import fr.passerelle.model.offer.ProductDraft;
import fr.passerelle.model.offer.ProductFilter;
import fr.passerelle.model.offer.ProductPatch;
import fr.passerelle.model.offer.Publication;
import fr.passerelle.model.value.Ean;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import fr.passerelle.passculture.shown.Shown;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Product offers (reference operations 25 to 28). Paper books, CDs and vinyl are created and changed by their EAN: see
 * {@link #ean()}.
 */
public final class Products {

    private static final String MEMBER = "products";
    private static final TypeReference<Product> PRODUCT = new TypeReference<>() {};
    private static final TypeReference<List<Product>> PRODUCTS = new TypeReference<>() {};

    private final RequestExecutor requests;

    Products(RequestExecutor requests) {
        this.requests = requests;
    }

    /** The same, with other options for its calls. */
    public Products with(RequestOptions options) {
        return new Products(requests.with(options));
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(requests);
    }

    /** Products by their EAN. */
    public EanProducts ean() {
        return new EanProducts(requests);
    }

    /**
     * Creates a product. After a lost response it is sent again if it has an {@code idAtProvider}, or an EAN and is on
     * sale at once, as the server refuses a second one; that refusal then leaves open whether the first one arrived or
     * another was there before ({@link fr.passerelle.error.ApiException#afterLostResponse()}).
     * {@link RequestOptions.Builder#readBeforeWrite} and {@link RequestOptions.Builder#generateIds} let the product
     * itself tell. Without either it is never sent again.
     *
     * @throws fr.passerelle.model.rule.RuleViolationException if an instant of the draft is not in the future
     * @throws fr.passerelle.error.BadRequestException if the server's own rules refuse it
     * @throws fr.passerelle.error.NotFoundException if the vendor is not linked to its venue
     */
    public Product create(ProductDraft draft) {
        return requests.await(operation -> create(operation, draft));
    }

    private static CompletableFuture<Product> create(Operation operation, ProductDraft draft) {
        draft.checkAt(operation.now());
        boolean fresh = operation.options().generateIds() && !VendorId.given(draft.idAtProvider());
        ProductDraft sent =
                fresh ? draft.toBuilder().idAtProvider(VendorId.mint()).build() : draft;
        RetrySafety retrySafety =
                guardingEan(sent) == null ? VendorId.retrySafety(sent.idAtProvider()) : RetrySafety.GUARDED;
        HttpCall create = HttpCall.to(PassCultureEndpoint.CREATE_PRODUCT)
                .body(operation.json(sent))
                .retrySafety(retrySafety);
        return operation.execute(create, "", PRODUCT, check(operation.options(), sent, fresh));
    }

    /** The EAN of which the server refuses a second one: only while the first one is on sale. */
    private static @Nullable Ean guardingEan(ProductDraft draft) {
        boolean onSale = draft.publication() == null || draft.publication().equals(Publication.now());
        return onSale ? EanMatch.ean(draft.category()) : null;
    }

    private static @Nullable OutcomeCheck<Product> check(RequestOptions options, ProductDraft draft, boolean fresh) {
        long venueId = EanProducts.venueId(draft.location());
        String id = draft.idAtProvider();
        Ean ean = guardingEan(draft);
        Function<Operation, CompletableFuture<List<Product>>> find;
        if (VendorId.findable(id)) {
            ProductFilter sameId = ProductFilter.builder()
                    .venueId(venueId)
                    .addIdsAtProvider(id)
                    .build();
            find = operation -> firstPage(operation, sameId);
        } else if (ean != null) {
            find = operation -> EanProducts.byEan(operation, venueId, List.of(ean));
        } else {
            return null;
        }
        return CreatedCheck.of(
                fresh, options.readBeforeWrite(), find, Product::id, product -> Shown.shows(product, draft));
    }

    /**
     * One product.
     *
     * @throws fr.passerelle.error.NotFoundException if there is none that the vendor reaches
     */
    public Product get(long id) {
        return requests.await(operation -> get(operation, id));
    }

    private static CompletableFuture<Product> get(Operation operation, long id) {
        return operation.execute(HttpCall.to(PassCultureEndpoint.GET_PRODUCT, id), PRODUCT, id, Product::id);
    }

    /** The products that pass a filter, by id. */
    public PagedById<Product> list(ProductFilter filter) {
        return source(requests, filter).paged();
    }

    private static PageSource<Product> source(RequestExecutor requests, ProductFilter filter) {
        return new PageSource<>(requests, listing(filter), MEMBER, PRODUCTS, Product::id);
    }

    private static CompletableFuture<List<Product>> firstPage(Operation operation, ProductFilter filter) {
        return operation.execute(listing(filter).query("limit", PageSource.LIMIT), MEMBER, PRODUCTS);
    }

    private static HttpCall listing(ProductFilter filter) {
        return HttpCall.to(PassCultureEndpoint.LIST_PRODUCTS)
                .queryIfSet("venueId", filter.venueId())
                .queryIfSet("idsAtProvider", filter.idsAtProvider())
                .queryIfSet("addressId", filter.addressId());
    }

    /**
     * Changes a product. After a lost response it is sent again if it sets nothing but absolute values. A stock's
     * quantity is what remains from now on: such a change is never sent again, as that would sell again what was booked
     * in between. It ends undecided, unless {@link RequestOptions.Builder#readBeforeWrite} lets the product tell: it
     * shows now what it did not show before.
     *
     * @throws fr.passerelle.model.rule.RuleViolationException if an instant of the patch is not in the future
     * @throws fr.passerelle.error.BadRequestException if it is a paper book, a CD or vinyl
     * @throws fr.passerelle.error.NotFoundException if there is none that the vendor reaches
     */
    public Product update(long id, ProductPatch patch) {
        return requests.await(operation -> update(operation, id, patch));
    }

    private static CompletableFuture<Product> update(Operation operation, long id, ProductPatch patch) {
        patch.checkAt(operation.now());
        HttpCall update = HttpCall.to(PassCultureEndpoint.UPDATE_PRODUCT).body(operation.json(body(id, patch)));
        if (AbsolutePatch.is(patch)) {
            return operation.execute(update.retrySafety(RetrySafety.IDEMPOTENT), PRODUCT, id, Product::id);
        }
        OutcomeCheck<Product> check = operation.options().readBeforeWrite()
                ? OutcomeCheck.reading(
                        read -> get(read, id),
                        (before, now) -> Shown.shows(before, patch)
                                ? Optional.empty()
                                : Optional.of(now).filter(product -> Shown.shows(product, patch)))
                : null;
        return operation.execute(update, "", PRODUCT, check);
    }

    /** This one operation has the product's id in its body. */
    static ObjectNode body(long id, ProductPatch patch) {
        ObjectNode body = Json.mapper().createObjectNode().put("offerId", id);
        return body.setAll(Json.mapper().<ObjectNode>valueToTree(patch));
    }

    /** {@link Products}, by futures. Cancelling one cancels its call. */
    public static final class Async {

        private final RequestExecutor requests;

        private Async(RequestExecutor requests) {
            this.requests = requests;
        }

        /** Products by their EAN. */
        public EanProducts.Async ean() {
            return new EanProducts(requests).async();
        }

        /** See {@link Products#create(ProductDraft)}. */
        public CompletableFuture<Product> create(ProductDraft draft) {
            return requests.submit(operation -> Products.create(operation, draft));
        }

        /** See {@link Products#get(long)}. */
        public CompletableFuture<Product> get(long id) {
            return requests.submit(operation -> Products.get(operation, id));
        }

        /** All pages of {@link Products#list(ProductFilter)}, each with a deadline of its own. */
        public CompletableFuture<List<Product>> list(ProductFilter filter) {
            return paged(filter).toList();
        }

        /** {@link Products#list(ProductFilter)}, page by page. */
        public AsyncPagedById<Product> paged(ProductFilter filter) {
            return source(requests, filter).asyncPaged();
        }

        /** See {@link Products#update(long, ProductPatch)}. */
        public CompletableFuture<Product> update(long id, ProductPatch patch) {
            return requests.submit(operation -> Products.update(operation, id, patch));
        }
    }
}
