package fr.passerelle.sandbox.catalogue;

import fr.passerelle.catalogue.ProductMemory;
import fr.passerelle.catalogue.ProductReport;
import fr.passerelle.catalogue.ProductSync;
import fr.passerelle.catalogue.WantedProduct;
import fr.passerelle.model.offer.EanDates;
import fr.passerelle.model.offer.EanProductDraft;
import fr.passerelle.model.offer.Product;
import fr.passerelle.model.offer.ProductFilter;
import fr.passerelle.model.value.Ean;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.passculture.Polling;
import fr.passerelle.sandbox.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.Interceptor;

/** A shop that sells books by EAN; the programme has worked off what it was sent whenever it is looked at. */
final class Shelf implements AutoCloseable {

    static final Polling POLLING = new Polling(Duration.ofSeconds(1), Duration.ofSeconds(3));

    final Shop shop;
    final PassCultureClient client;

    Shelf() {
        this(new Shop());
    }

    /** On a stage that others have used, and will use. */
    Shelf(Stage shared) {
        this(new Shop(shared));
    }

    private Shelf(Shop shop) {
        this.shop = shop;
        client = client(chain -> chain.proceed(chain.request()));
    }

    /** A client whose requests pass an interceptor first. */
    PassCultureClient client(Interceptor first) {
        return shop.client(chain -> {
            boolean looks = chain.request().url().encodedPath().endsWith("/products/ean")
                    && chain.request().method().equals("GET");
            if (looks) {
                shop.stage.sandbox.runJob("finalise-eans");
            }
            return first.intercept(chain);
        });
    }

    ProductSync.Builder sync(ProductMemory memory) {
        return syncOf(client, memory);
    }

    ProductSync.Builder syncOf(PassCultureClient by, ProductMemory memory) {
        return ProductSync.of(by, shop.stage.venue.id(), memory)
                .polling(POLLING)
                .clock(Shop.clock());
    }

    ProductReport apply(ProductMemory memory, WantedProduct... wanted) {
        return sync(memory).build().apply(List.of(wanted), result -> {});
    }

    /** The programme's catalogue knows the first books. */
    Shelf knows(int books) {
        IntStream.range(0, books)
                .forEach(i -> shop.stage.sandbox.catalogueProduct(ean(i).value(), "Livre " + i, "LIVRE_PAPIER", true));
        return this;
    }

    /** The number of a book, with its check digit. */
    static Ean ean(int book) {
        String twelve = String.format("978%09d", book);
        int sum = IntStream.range(0, 12)
                .map(i -> (twelve.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3))
                .sum();
        return Ean.of(twelve + (10 - sum % 10) % 10);
    }

    static WantedProduct book(int book, String euros, long pieces) {
        return WantedProduct.onSale(
                EanProductDraft.of(ean(book), Price.euros(euros), Remaining.of(pieces), EanDates.reset()));
    }

    static List<WantedProduct> books(int count) {
        List<WantedProduct> books = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            books.add(book(i, "9.90", 3));
        }
        return books;
    }

    /** What the programme shows, book by book: price, remaining pieces and whether it is visible. */
    String shown(Integer... books) {
        return client
                .products()
                .ean()
                .byEan(
                        shop.stage.venue.id(),
                        List.of(books).stream().map(Shelf::ean).toList())
                .stream()
                .map(Shelf::line)
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /** Every product of the venue, each once. */
    String state() {
        shop.stage.sandbox.runJob("finalise-eans");
        return client.products().list(ProductFilter.ofVenue(shop.stage.venue.id())).stream()
                .map(Shelf::line)
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String line(Product product) {
        var stock = Objects.requireNonNull(product.stock());
        return product.name() + " " + stock.price().inEuros() + " " + stock.remaining()
                + (product.publicationDatetime() == null ? " hidden" : "");
    }

    /** Somebody books a copy. */
    void book(int book) {
        long offer = client.products()
                .ean()
                .byEan(shop.stage.venue.id(), List.of(ean(book)))
                .get(0)
                .id();
        long stock = shop.stage
                .http
                .call("GET", "/native/v2/offer/" + offer, "", "")
                .body()
                .at("/stocks/0/id")
                .asLong();
        shop.stage.sandbox.beneficiary(30_000).book(stock, 1);
    }

    /** The methods of the calls to the EAN operations since the last time that somebody asked. */
    List<String> calls() {
        return shop.calls();
    }

    @Override
    public void close() {
        client.close();
        shop.close();
    }
}
