package fr.passerelle.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.sandbox.Http.Reply;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EanRoutesTest extends ApiTest {

    private static final String BY_EAN = PRODUCTS + "/ean";
    private static final String BOOK = "3760000000100";

    private void catalogue(String ean, String more) {
        stage.http.control(
                "POST", "/catalogue/products", "{'ean':'%s','name':'Roman','category':%s}".formatted(ean, more));
    }

    private Reply upsert(String products) {
        return post(
                BY_EAN,
                "{'location':{'type':'physical','venueId':%d},'products':[%s]}".formatted(stage.venue.id(), products));
    }

    private static String item(String ean, String stock, String more) {
        return "{'ean':'%s','stock':{%s}%s}".formatted(ean, stock, more);
    }

    /** What the venue sells by EAN, once nothing waits any more. */
    private JsonNode shelf(String eans) {
        stage.sandbox.runJob("finalise-eans");
        return get(BY_EAN + "?venueId=" + stage.venue.id() + "&eans=" + eans)
                .body()
                .path("products");
    }

    @Test
    void makesAnOfferFromTheCatalogue() {
        catalogue(BOOK, "'LIVRE_PAPIER','description':'Un été'");

        assertThat(upsert(item(BOOK, "'price':1500,'quantity':3", "")).status()).isEqualTo(204);

        JsonNode book = shelf(BOOK).path(0);
        assertThat(book.path("name").asText()).isEqualTo("Roman");
        assertThat(book.path("description").asText()).isEqualTo("Un été");
        assertThat(book.path("status").asText()).isEqualTo("ACTIVE");
        assertThat(book.path("publicationDatetime").asText()).isEqualTo("2026-03-02T10:00:00Z");
    }

    @Test
    void takesManyChunksInOneCall() {
        String items = IntStream.range(0, 500)
                .mapToObj(i -> "376%010d".formatted(i))
                .peek(ean -> catalogue(ean, "'LIVRE_PAPIER'"))
                .map(ean -> item(ean, "'price':1", ""))
                .collect(Collectors.joining(","));

        assertThat(upsert(items).status()).isEqualTo(204);

        assertThat(shelf("3760000000000,3760000000034,3760000000035,3760000000499"))
                .hasSize(4);
        assertThat(stage.sandbox.runJob("finalise-eans")).isEqualTo(Map.of("finalised", 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'SEANCE_CINE'", "'LIVRE_AUDIO_PHYSIQUE'", "'LIVRE_PAPIER','compliant':false"})
    void passesOverWhatTheCatalogueDoesNotAllow(String product) {
        catalogue("3760000000999", product);
        catalogue(BOOK, "'LIVRE_PAPIER'");

        upsert(item("3760000000999", "'price':1", "") + "," + item(BOOK, "'price':1", ""));

        assertThat(shelf("3760000000999," + BOOK)).hasSize(1);
    }

    @Test
    void resetsWhatIsNotSent() {
        catalogue(BOOK, "'LIVRE_PAPIER'");
        upsert(item(
                BOOK,
                "'price':1,'quantity':2,'bookingLimitDatetime':'2026-05-01T00:00:00Z'",
                ",'publicationDatetime':null,'bookingAllowedDatetime':'2026-04-01T00:00:00Z'"));
        assertThat(shelf(BOOK).at("/0/status").asText()).isEqualTo("INACTIVE");

        upsert(item(BOOK, "'price':2", ""));

        JsonNode book = shelf(BOOK).path(0);
        assertThat(book.path("status").asText()).isEqualTo("ACTIVE");
        assertThat(book.path("bookingAllowedDatetime").isNull()).isTrue();
        assertThat(book.path("stock").toString().replace('"', '\''))
                .isEqualTo("{'bookedQuantity':0,'bookingLimitDatetime':null,'quantity':'unlimited','price':2}");
    }

    @Test
    void takesTheNewestOfferOverWhoeverMadeIt() {
        String made = "{'venueId':%d,'kind':'product','createdBy':%s,'category':'LIVRE_PAPIER','ean':'%s'}";
        long other = stage.sandbox.provider().id();
        stage.http.control("POST", "/offers", made.formatted(stage.venue.id(), "'portal'", BOOK));
        stage.http.control("POST", "/offers", made.formatted(stage.venue.id(), other, BOOK));

        upsert(item(BOOK, "'price':5,'quantity':0", ""));

        JsonNode shelf = shelf(BOOK);
        assertThat(shelf).hasSize(2);
        assertThat(shelf.at("/0/stock/quantity").asInt()).isZero();
        assertThat(shelf.at("/0/status").asText()).isEqualTo("SOLD_OUT");
        assertThat(shelf.at("/1/stock").isNull()).isTrue();
    }

    @Test
    void goesWhereTheReviewSendsIt() {
        stage.http.control("PUT", "/offer-review", "{'outcome':'REJECTED'}");
        catalogue(BOOK, "'LIVRE_PAPIER'");
        upsert(item(BOOK, "'price':1", ""));
        assertThat(shelf(BOOK).at("/0/status").asText()).isEqualTo("REJECTED");

        upsert(item(BOOK, "'price':2", ""));

        assertThat(shelf(BOOK).at("/0/stock/price").asInt()).isEqualTo(1);
    }

    @Test
    void forgetsWhatWaitsAtAReset() {
        catalogue(BOOK, "'LIVRE_PAPIER'");
        upsert(item(BOOK, "'price':1", ""));

        stage.sandbox.reset();

        assertThat(stage.sandbox.runJob("finalise-eans")).isEqualTo(Map.of("finalised", 0));
    }

    @Test
    void worksWithoutBeingAskedTo() {
        catalogue(BOOK, "'LIVRE_PAPIER'");
        upsert(item(BOOK, "'price':1", ""));

        long end = System.nanoTime() + 5_000_000_000L;
        String path = BY_EAN + "?venueId=" + stage.venue.id() + "&eans=" + BOOK;
        while (get(path).body().path("products").isEmpty()) {
            assertThat(System.nanoTime()).as("still nothing after five seconds").isLessThan(end);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'ean':'376','stock':{'price':1}}                            | products.0.ean",
                "{'ean':'3760000000100','stock':null}                         | products.0.stock",
                "{'ean':'3760000000100','stock':{}}                           | products.0.stock.price",
                "{'ean':'3760000000100','stock':{'price':'1'}}                | products.0.stock.price",
                "{'ean':'3760000000100','stock':{'price':1,'quantity':'3'}}   | products.0.stock.quantity",
                "{'ean':'3760000000100','stock':{'price':1,'quantity':1000001}} | products.0.stock.quantity",
                "{'ean':'3760000000100','stock':{'price':1},'name':'x'}       | products.0.name",
                "{'ean':'3760000000100','stock':{'price':1,'bookingLimitDatetime':'2026-03-04T10:00:00Z'},"
                        + "'publicationDatetime':'2026-03-05T10:00:00Z'}      | products.0.__root__",
            })
    void refusesTheWholeCallForOneBadItem(String item, String key) {
        assertRefusedUnder(upsert(item), 400, key);
    }

    @Test
    void refusesMoreThanFiveHundred() {
        String items = IntStream.range(0, 501)
                .mapToObj(i -> item(BOOK, "'price':1", ""))
                .collect(Collectors.joining(","));

        assertRefused(upsert(items), 400, "{'products':['ensure this value has at most 500 items']}");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"'digital':true, 400, location", "'softDeleted':true, 400, location.venueId"})
    void refusesVenuesThatCannotSell(String fields, int status, String key) {
        long venue = stage.http
                .control("POST", "/venues", "{" + fields + "}")
                .path("id")
                .asLong();
        stage.http.control("PUT", "/venues/" + venue + "/providers/" + stage.provider.id(), "{}");

        assertRefusedUnder(
                post(BY_EAN, "{'location':{'type':'physical','venueId':" + venue + "},'products':[]}"), status, key);
    }

    @Test
    void takesADigitalLocationForTheVenuesAddress() {
        catalogue(BOOK, "'LIVRE_PAPIER'");

        post(
                BY_EAN,
                "{'location':{'type':'digital','venueId':%d,'url':'https://lire.example.org'},'products':[%s]}"
                        .formatted(stage.venue.id(), item(BOOK, "'price':1", "")));

        assertThat(shelf(BOOK).at("/0/location/type").asText()).isEqualTo("physical");
    }

    @Test
    void sortsEansByWhatCanBeDoneWithThem() {
        catalogue(BOOK, "'LIVRE_PAPIER'");
        catalogue("3760000000117", "'SEANCE_CINE'");
        catalogue("3760000000124", "'LIVRE_PAPIER','compliant':false");

        var reply =
                get(BY_EAN + "/check_availability?eans=3760000000124,3760000000117,3769999999999," + BOOK + "," + BOOK);

        assertRefused(
                reply,
                200,
                "{'available':['3760000000100'],'rejected':{'notFound':['3769999999999'],"
                        + "'subcategoryNotAllowed':['3760000000117'],'notCompliantWithCgu':['3760000000124']}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "376", "3760000000100,", "3760000000100, 3760000000100"})
    void refusesWhatIsNoListOfEans(String eans) {
        assertRefusedUnder(get(BY_EAN + "/check_availability?eans=" + eans.replace(" ", "%20")), 400, "eans");
    }

    @Test
    void readsOnlyLinkedVenues() {
        assertRefusedUnder(get(BY_EAN + "?venueId=987654&eans=" + BOOK), 404, "venue_id");
    }
}
