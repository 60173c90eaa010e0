package fr.passerelle.client;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.internal.Endpoint;
import fr.passerelle.internal.call.Calls;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.PageSource;
import fr.passerelle.internal.call.Settlement;
import fr.passerelle.model.offer.Product;
import fr.passerelle.model.offer.ProductDraft;
import fr.passerelle.model.offer.ProductFilter;
import fr.passerelle.model.offer.ProductPatch;
import fr.passerelle.model.offer.Publication;
import fr.passerelle.model.value.Ean;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Product offers (reference operations 25 to 28). Paper books, CDs and vinyl are created and changed by their EAN: see
 * {@link #ean()}.
 */
public final class Products {

    private static final TypeReference<Product> PRODUCT = new TypeReference<>() {};
    private static final TypeReference<List<Product>> PRODUCTS = new TypeReference<>() {};

    private final Calls calls;

    Products(Calls calls) {
        this.calls = calls;
    }

    /** The same, with other options for its calls. */
    public Products with(RequestOptions options) {
        return new Products(calls.with(options));
    }

    /** The same, answering futures. */
    public Async async() {
        return new Async(calls);
    }

    /** Products by their EAN. */
    public EanProducts ean() {
        return new EanProducts(calls);
    }

    /**
     * Creates a product. After a lost answer it is found again by its {@code idAtProvider}, or its EAN, and its name,
     * or sent again, as the server refuses a second one. Without either nothing tells: the call then ends undecided,
     * unless {@link RequestOptions.Builder#mintIds} gives it an id.
     *
     * @throws fr.passerelle.model.rule.RuleViolationException if an instant of the draft is not in the future
     * @throws fr.passerelle.client.error.BadRequestException if the server's own rules refuse it
     * @throws fr.passerelle.client.error.NotFoundException if the vendor is not linked to its venue
     */
    public Product create(ProductDraft draft) {
        draft.checkAt(calls.now());
        ProductDraft named = calls.mintIds() && !VendorId.given(draft.idAtProvider())
                ? draft.toBuilder().idAtProvider(VendorId.mint()).build()
                : draft;
        return calls.get(HttpCall.to(Endpoint.CREATE_PRODUCT).body(calls.json(named)), PRODUCT, created(named));
    }

    /** One of another name was there before: the server then says itself that the id or the EAN is taken. */
    private static @Nullable Settlement<Product> created(ProductDraft draft) {
        String id = draft.idAtProvider();
        long venueId = EanProducts.venueId(draft.location());
        if (VendorId.findable(id)) {
            ProductFilter sameId = ProductFilter.builder()
                    .venueId(venueId)
                    .addIdsAtProvider(id)
                    .build();
            return (c, failure) -> named(draft, new Products(c).list(sameId).stream());
        }
        if (VendorId.given(id)) {
            return Settlement.bySendingAgain();
        }
        Ean ean = EanMatch.ean(draft.category());
        // The server refuses a second one only while the first one is on sale.
        boolean onSale = draft.publication() == null || draft.publication().equals(Publication.now());
        return ean == null || !onSale
                ? null
                : (c, failure) -> named(draft, new EanProducts(c).byEan(venueId, List.of(ean)).stream());
    }

    private static Optional<Product> named(ProductDraft draft, Stream<Product> found) {
        return found.filter(product -> product.name().equals(draft.name())).findFirst();
    }

    /**
     * One product.
     *
     * @throws fr.passerelle.client.error.NotFoundException if there is none that the vendor reaches
     */
    public Product get(long id) {
        return calls.get(HttpCall.to(Endpoint.GET_PRODUCT, id), PRODUCT);
    }

    /** The products that pass a filter, by id. */
    public Paged<Product> list(ProductFilter filter) {
        HttpCall list = HttpCall.to(Endpoint.LIST_PRODUCTS)
                .queryIfSet("venueId", filter.venueId())
                .queryIfSet("idsAtProvider", filter.idsAtProvider())
                .queryIfSet("addressId", filter.addressId());
        return new Paged<>(new PageSource<>(calls, list, "products", PRODUCTS, Product::id));
    }

    /**
     * Changes the product that the patch names. After a lost answer it is sent again if it sets nothing but absolute
     * values. A stock's quantity is what remains from now on: such a change is read and never sent again, as that would
     * sell again what was booked in between. If the product does not show it, the call ends undecided.
     *
     * @throws fr.passerelle.model.rule.RuleViolationException if an instant of the patch is not in the future
     * @throws fr.passerelle.client.error.BadRequestException if it is a paper book, a CD or vinyl
     * @throws fr.passerelle.client.error.NotFoundException if there is none that the vendor reaches
     */
    public Product update(ProductPatch patch) {
        patch.checkAt(calls.now());
        HttpCall update = HttpCall.to(Endpoint.UPDATE_PRODUCT).body(calls.json(patch));
        if (PatchMatch.absolute(patch)) {
            return calls.vouched().get(update, PRODUCT);
        }
        return calls.get(
                update,
                PRODUCT,
                (c, failure) -> Optional.of(new Products(c).get(patch.offerId()))
                        .filter(product -> PatchMatch.shows(product, patch)));
    }

    /** {@link Products}, answering futures. Cancelling one cancels its call. */
    public static final class Async {

        private final Calls calls;

        private Async(Calls calls) {
            this.calls = calls;
        }

        /** Products by their EAN. */
        public EanProducts.Async ean() {
            return new EanProducts(calls).async();
        }

        /** See {@link Products#create(ProductDraft)}. */
        public CompletableFuture<Product> create(ProductDraft draft) {
            return calls.later(c -> new Products(c).create(draft));
        }

        /** See {@link Products#get(long)}. */
        public CompletableFuture<Product> get(long id) {
            return calls.later(c -> new Products(c).get(id));
        }

        /** All pages of {@link Products#list(ProductFilter)}, each with a deadline of its own. */
        public CompletableFuture<List<Product>> list(ProductFilter filter) {
            return calls.allLater(c -> new Products(c).list(filter).toList());
        }

        /** See {@link Products#update(ProductPatch)}. */
        public CompletableFuture<Product> update(ProductPatch patch) {
            return calls.later(c -> new Products(c).update(patch));
        }
    }
}
