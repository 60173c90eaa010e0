package fr.passerelle.sandbox.catalogue;

import fr.passerelle.catalogue.CatalogueMemory;
import fr.passerelle.catalogue.Change;
import fr.passerelle.catalogue.OwnProductSync;
import fr.passerelle.catalogue.SyncReport;
import fr.passerelle.catalogue.WantedOwnProduct;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.offer.Product;
import fr.passerelle.model.offer.ProductCategory;
import fr.passerelle.model.offer.ProductDraft;
import fr.passerelle.model.offer.ProductFilter;
import fr.passerelle.model.offer.ProductStockDraft;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.venue.Accessibility;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.sandbox.Stage;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A house that sells passes, each with an id of its own. */
final class Passes implements AutoCloseable {

    final Shop shop;
    final CatalogueMemory memory = CatalogueMemory.inMemory();

    Passes() {
        shop = new Shop();
    }

    /** On a stage that others have used, and will use. */
    Passes(Stage shared) {
        shop = new Shop(shared);
    }

    OwnProductSync.Builder syncOf(PassCultureClient by, CatalogueMemory memory) {
        return OwnProductSync.of(by, shop.stage.venue.id(), memory).clock(Shop.clock());
    }

    OwnProductSync sync() {
        return syncOf(shop.client, memory).build();
    }

    ProductDraft.Builder draft(String id, String euros, long pieces) {
        return ProductDraft.builder()
                .name("Pass " + id)
                .category(ProductCategory.artClassSubscription())
                .location(Location.atVenue(shop.stage.venue.id()))
                .accessibility(Accessibility.of())
                .idAtProvider(id)
                .stock(ProductStockDraft.of(Price.euros(euros), Capacity.of(pieces)));
    }

    WantedOwnProduct pass(String id, String euros, long pieces) {
        return pass(id, euros, pieces, draft -> draft);
    }

    WantedOwnProduct pass(String id, String euros, long pieces, UnaryOperator<ProductDraft.Builder> more) {
        return WantedOwnProduct.onSale(more.apply(draft(id, euros, pieces)).build());
    }

    /** So many passes of ten pieces at this price. */
    List<WantedOwnProduct> passes(int count, String euros) {
        return IntStream.range(0, count).mapToObj(i -> pass("p" + i, euros, 10)).toList();
    }

    /** Plans and applies. */
    static SyncReport bring(OwnProductSync sync, List<WantedOwnProduct> wanted) {
        return sync.apply(sync.plan(wanted), result -> {});
    }

    SyncReport bring(WantedOwnProduct... wanted) {
        return bring(sync(), List.of(wanted));
    }

    List<String> reasons(WantedOwnProduct... wanted) {
        return sync().plan(List.of(wanted)).changes().stream()
                .map(Change::reason)
                .toList();
    }

    Product product(String id) {
        return shop
                .client
                .products()
                .list(ProductFilter.builder()
                        .venueId(shop.stage.venue.id())
                        .addIdsAtProvider(id)
                        .build())
                .stream()
                .findFirst()
                .orElseThrow();
    }

    /** Somebody books. */
    void book(String id, int pieces) {
        long stock = shop.stage
                .http
                .call("GET", "/native/v2/offer/" + product(id).id(), "", "")
                .body()
                .at("/stocks/0/id")
                .asLong();
        IntStream.range(0, pieces)
                .forEach(i -> shop.stage.sandbox.beneficiary(30_000).book(stock, 1));
    }

    /** What the programme shows of one: price, pieces that remain, pieces booked, and whether it is hidden. */
    String shown(String id) {
        return line(product(id));
    }

    /** Every product of the venue. */
    String state() {
        return shop.client.products().list(ProductFilter.ofVenue(shop.stage.venue.id())).stream()
                .map(product -> product.idAtProvider() + " " + product.name() + " " + line(product))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String line(Product product) {
        String hidden = product.publicationDatetime() == null ? " hidden" : "";
        if (product.stock() == null) {
            return "no stock" + hidden;
        }
        var stock = Objects.requireNonNull(product.stock());
        return stock.price().inEuros() + " " + stock.remaining() + " left " + stock.bookedQuantity() + " booked"
                + hidden;
    }

    @Override
    public void close() {
        shop.close();
    }
}
