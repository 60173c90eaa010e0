package fr.passerelle.passculture;

import static fr.passerelle.passculture.RequestsTest.OPENING;

import fr.passerelle.model.offer.EanDates;
import fr.passerelle.model.offer.EanProductDraft;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.offer.ProductCategory;
import fr.passerelle.model.offer.ProductDraft;
import fr.passerelle.model.offer.ProductFilter;
import fr.passerelle.model.offer.ProductPatch;
import fr.passerelle.model.offer.ProductStockDraft;
import fr.passerelle.model.offer.ProductStockPatch;
import fr.passerelle.model.offer.Publication;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Ean;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.model.venue.Accessibility;
import fr.passerelle.model.venue.AddressDraft;
import fr.passerelle.model.venue.Disability;
import fr.passerelle.passculture.RequestsTest.Row;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Products and addresses, for {@link RequestsTest}. */
final class ProductRows {

    static final Ean BOOK = Ean.of("9782070541270");
    static final Ean DISC = Ean.of("3700551782888");

    private ProductRows() {}

    static Stream<Row> rows() {
        ProductPatch soldOut = ProductPatch.builder()
                .stock(ProductStockPatch.remaining(Remaining.of(0)))
                .build();
        ProductFilter filter = ProductFilter.builder()
                .venueId(535L)
                .addIdsAtProvider("a")
                .addressId(9L)
                .build();
        AddressDraft address = AddressDraft.builder()
                .street("182 rue Saint-Honoré")
                .postalCode("75001")
                .city("Paris")
                .coordinates(48.86245, 2.33782)
                .build();
        List<EanProductDraft> upsert = List.of(
                EanProductDraft.of(BOOK, Price.euros("19.90"), Remaining.of(10), EanDates.reset()),
                EanProductDraft.of(
                        DISC,
                        Price.euros("12"),
                        Remaining.unlimited(),
                        EanDates.published(Publication.never()).bookingLimit(OPENING)));
        return Stream.of(
                row(
                        PassCultureEndpoint.CREATE_PRODUCT,
                        c -> c.products().create(instrument()),
                        c -> c.products().async().create(instrument()),
                        Samples.PRODUCT,
                        "/public/offers/v1/products",
                        """
                        {"name":"Une flûte","categoryRelatedFields":{"category":"ACHAT_INSTRUMENT","ean":"3700551782888"},\
                        "location":{"type":"physical","venueId":535},\
                        "accessibility":{"audioDisabilityCompliant":true,"mentalDisabilityCompliant":false,\
                        "motorDisabilityCompliant":false,"visualDisabilityCompliant":false},\
                        "enableDoubleBookings":false,"stock":{"price":4500,"quantity":3}}"""),
                row(
                        PassCultureEndpoint.UPDATE_PRODUCT,
                        c -> c.products().update(31, soldOut),
                        c -> c.products().async().update(31, soldOut),
                        Samples.PRODUCT,
                        "/public/offers/v1/products",
                        "{\"offerId\":31,\"stock\":{\"quantity\":0}}"),
                row(
                        PassCultureEndpoint.LIST_PRODUCTS,
                        c -> c.products().list(filter).toList(),
                        c -> c.products().async().list(filter),
                        Samples.object("products", Samples.PRODUCT),
                        "/public/offers/v1/products?venueId=535&idsAtProvider=a&addressId=9&firstIndex=1&limit=50",
                        ""),
                row(
                        PassCultureEndpoint.GET_PRODUCT,
                        c -> c.products().get(31),
                        c -> c.products().async().get(31),
                        Samples.PRODUCT,
                        "/public/offers/v1/products/31",
                        ""),
                row(
                        PassCultureEndpoint.GET_PRODUCTS_BY_EAN,
                        c -> c.products().ean().byEan(535, List.of(BOOK, DISC)),
                        c -> c.products().async().ean().byEan(535, List.of(BOOK, DISC)),
                        Samples.object("products", Samples.PRODUCT),
                        "/public/offers/v1/products/ean?eans=9782070541270%2C3700551782888&venueId=535",
                        ""),
                row(
                        PassCultureEndpoint.UPSERT_PRODUCTS_BY_EAN,
                        c -> c.products().ean().upsert(Location.atVenue(535), upsert),
                        c -> c.products().async().ean().upsert(Location.atVenue(535), upsert),
                        "",
                        "/public/offers/v1/products/ean",
                        """
                        {"location":{"type":"physical","venueId":535},"products":[\
                        {"ean":"9782070541270","stock":{"price":1990,"quantity":10},"publicationDatetime":"now"},\
                        {"ean":"3700551782888","stock":{"price":1200,"quantity":"unlimited",\
                        "bookingLimitDatetime":"2026-12-24T20:00:00Z"},"publicationDatetime":null}]}"""),
                row(
                        PassCultureEndpoint.CHECK_EANS,
                        c -> c.products().ean().availability(List.of(BOOK, DISC, BOOK)),
                        c -> c.products().async().ean().availability(List.of(BOOK, DISC, BOOK)),
                        "{\"available\":[],\"rejected\":{\"notFound\":[\"9782070541270\"],\"brandNew\":{\"a\":1}}}",
                        "/public/offers/v1/products/ean/check_availability?eans=9782070541270%2C3700551782888",
                        ""),
                row(
                        PassCultureEndpoint.GET_PRODUCT_CATEGORIES,
                        c -> c.attributes().productCategories(),
                        c -> c.attributes().async().productCategories(),
                        "[{\"id\":\"CAPTATION_MUSIQUE\",\"conditionalFields\":{\"ean\":false},\"locationType\":null}]",
                        "/public/offers/v1/products/categories",
                        ""),
                row(
                        PassCultureEndpoint.CREATE_ADDRESS,
                        c -> c.addresses().createOrGet(address),
                        c -> c.addresses().async().createOrGet(address),
                        Samples.ADDRESS,
                        "/public/offers/v1/addresses",
                        """
                        {"street":"182 rue Saint-Honoré","city":"Paris","postalCode":"75001","latitude":48.86245,\
                        "longitude":2.33782}"""),
                row(
                        PassCultureEndpoint.SEARCH_ADDRESSES,
                        c -> c.addresses().search(address),
                        c -> c.addresses().async().search(address),
                        Samples.object("addresses", Samples.ADDRESS),
                        "/public/offers/v1/addresses/search?street=182%20rue%20Saint-Honor%C3%A9&city=Paris"
                                + "&postalCode=75001&latitude=48.86245&longitude=2.33782",
                        ""),
                row(
                        PassCultureEndpoint.GET_ADDRESS,
                        c -> c.addresses().get(9),
                        c -> c.addresses().async().get(9),
                        Samples.ADDRESS,
                        "/public/offers/v1/addresses/9",
                        ""));
    }

    private static ProductDraft instrument() {
        return ProductDraft.builder()
                .name("Une flûte")
                .category(ProductCategory.instrument(DISC))
                .location(Location.atVenue(535))
                .accessibility(Accessibility.of(Disability.AUDIO))
                .stock(ProductStockDraft.of(Price.euros("45"), Capacity.of(3)))
                .build();
    }

    static Row row(
            PassCultureEndpoint endpoint,
            Consumer<PassCultureClient> call,
            Function<PassCultureClient, CompletableFuture<?>> later,
            String response,
            String target,
            String body) {
        return new Row(endpoint, call, later, response, target, body);
    }
}
