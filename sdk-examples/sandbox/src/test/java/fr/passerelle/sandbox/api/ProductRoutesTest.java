package fr.passerelle.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.sandbox.Http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductRoutesTest extends ApiTest {

    private static final String MEDIATHEQUE = "'categoryRelatedFields':{'category':'ABO_MEDIATHEQUE'}";

    private Reply edit(JsonNode product, String fields) {
        return patch(PRODUCTS, "{'offerId':%d,%s}".formatted(product.path("id").asLong(), fields));
    }

    private JsonNode edited(JsonNode product, String fields) {
        Reply reply = edit(product, fields);
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return reply.body();
    }

    private void book(JsonNode product, String status) {
        long person = stage.sandbox.beneficiary(30_000).id();
        // The first product of this world has the first stock.
        stage.http.control(
                "POST",
                "/bookings",
                "{'beneficiaryId':%d,'stockId':%d,'status':'%s'}"
                        .formatted(person, product.path("id").asLong(), status));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "'publicationDatetime':null, INACTIVE",
                "'publicationDatetime':'2026-03-03T10:00:00Z', SCHEDULED",
                "'bookingAllowedDatetime':'2026-03-03T10:00:00Z', PUBLISHED",
                "'publicationDatetime':'now', ACTIVE"
            })
    void hasAStatusAtOnce(String fields, String status) {
        assertThat(product(fields + ",'stock':{'price':100}").path("status").asText())
                .isEqualTo(status);
    }

    @Test
    void isSoldOutWithoutAStock() {
        assertThat(product("'stock':null").path("status").asText()).isEqualTo("SOLD_OUT");
    }

    @Test
    void isReviewedOnlyWhenItIsToBePublished() {
        stage.http.control("PUT", "/offer-review", "{'outcome':'PENDING'}");

        assertThat(product("").path("status").asText()).isEqualTo("PENDING");
        assertThat(product("'publicationDatetime':null," + MEDIATHEQUE)
                        .path("status")
                        .asText())
                .isEqualTo("INACTIVE");
    }

    @Test
    void countsWhatIsLeftWhenEditing() {
        JsonNode product = product("'stock':{'price':100,'quantity':'4'}");
        book(product, "CONFIRMED");

        assertThat(edited(product, "'stock':{'quantity':'2'}")
                        .at("/stock/quantity")
                        .asInt())
                .isEqualTo(3);
        assertThat(edited(product, "'stock':{'quantity':null}")
                        .at("/stock/quantity")
                        .asText())
                .isEqualTo("unlimited");
        assertThat(edited(product, "'stock':{}").at("/stock/price").asInt()).isEqualTo(100);
    }

    @Test
    void deletesTheStockAndKeepsWhatWasCollected() {
        JsonNode product = product("'stock':{'price':100}");
        book(product, "CONFIRMED");
        book(product, "USED");

        assertThat(edited(product, "'stock':null").path("stock").isNull()).isTrue();

        JsonNode bookings = get(BOOKINGS + "/bookings?offerId="
                        + product.path("id").asLong())
                .body()
                .path("bookings");
        assertThat(bookings)
                .extracting(booking -> booking.path("status").asText())
                .containsExactly("CANCELLED", "USED");
        assertThat(edited(product, "'stock':null").path("status").asText()).isEqualTo("SOLD_OUT");
    }

    @Test
    void clearsTheBookingLimitWithNull() {
        JsonNode product = product("'stock':{'price':1,'bookingLimitDatetime':'2026-04-01T10:00:00Z'}");

        assertThat(edited(product, "'stock':{'bookingLimitDatetime':null}")
                        .at("/stock/bookingLimitDatetime")
                        .isNull())
                .isTrue();
    }

    @Test
    void crashesOnANullPriceOfAnExistingStock() {
        JsonNode product = product("'stock':{'price':1}");

        assertRefusedUnder(edit(product, "'stock':{'price':null}"), 500, "global");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'location':{'type':'physical','venueId':987654321}                 | 404 | global",
                "'categoryRelatedFields':{'category':'PARTITION','ean':'37600000000170'} | 400 | ean",
                "'categoryRelatedFields':{'category':'PARTITION','ean':''}          | 400 | ean",
                "'enableDoubleBookings':true                                        | 400 | enableDoubleBookings",
                "'name':'Livre 9782070543274'                                       | 400 | name",
                "'stock':{'price':30001}                                            | 400 | stock.price",
                "'stock':{'quantity':1}                                             | 400 | stock.price",
                "'stock':{'price':1,'bookingLimitDatetime':'2026-03-04T10:00:00Z'},"
                        + "'bookingAllowedDatetime':'2026-03-05T10:00:00Z'          | 400 | __root__",
            })
    void refusesUnderItsOwnKey(String fields, int status, String key) {
        assertRefusedUnder(post(PRODUCTS, productBody(fields)), status, key);
    }

    @Test
    void allowsTwoPlacesForMuseumCardsOnly() {
        assertThat(product("'enableDoubleBookings':true,'categoryRelatedFields':{'category':'CARTE_MUSEE'}")
                        .path("enableDoubleBookings")
                        .asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIVRE_PAPIER", "SUPPORT_PHYSIQUE_MUSIQUE_CD"})
    void createsNoBooksNorRecords(String category) {
        var reply = post(PRODUCTS, productBody("'categoryRelatedFields':{'category':'" + category + "'}"));

        assertThat(reply.body().path("categoryRelatedFields.category")).hasSize(27);
        assertThat(reply.body().path("categoryRelatedFields.ean")).hasSize(5);
        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    void triesEveryCategoryWhenEditing() {
        JsonNode product = product(MEDIATHEQUE);

        var reply = edit(product, "'categoryRelatedFields':{'category':'LIVRE_PAPIER'}");

        assertThat(reply.body().path("categoryRelatedFields.category")).hasSize(27);
        assertThat(reply.body()).hasSize(1);
    }

    @Test
    void keepsCategoryAndEan() {
        JsonNode product = product("");

        assertRefusedUnder(
                edit(product, "'categoryRelatedFields':{'category':'PARTITION'}"),
                400,
                "categoryRelatedFields.category");
        assertThat(edited(product, "'categoryRelatedFields':{'category':'SUPPORT_PHYSIQUE_FILM','ean':'1'}")
                        .at("/categoryRelatedFields/ean")
                        .asText())
                .isEqualTo("3760000000017");
    }

    @Test
    void cannotTakeADigitalLocationLater() {
        String digital = "'location':{'type':'digital','venueId':%d,'url':'https://lire.example.org'}"
                .formatted(stage.venue.id());
        JsonNode ebook = product("'categoryRelatedFields':{'category':'LIVRE_NUMERIQUE'}," + digital);

        assertRefusedUnder(edit(ebook, digital), 400, "offererAddress");
        assertThat(edited(ebook, "'description':'Un roman'")
                        .at("/location/type")
                        .asText())
                .isEqualTo("digital");
    }

    @Test
    void protectsTheStockOfWhatAnotherProviderMade() {
        long other = stage.sandbox.provider().id();
        JsonNode product = stage.http.control(
                "POST",
                "/offers",
                "{'venueId':%d,'kind':'product','createdBy':%d,'stock':{'price':1}}"
                        .formatted(stage.venue.id(), other));

        assertRefusedUnder(edit(product, "'stock':null"), 400, "global");
        assertThat(edited(product, "'name':'Autre'").path("name").asText()).isEqualTo("Autre");
    }

    @Test
    void refusesRejectedProducts() {
        JsonNode product = product("'stock':{'price':1}");
        stage.http.control("PATCH", "/offers/" + product.path("id").asLong(), "{'validation':'REJECTED'}");

        assertRefusedUnder(edit(product, "'description':'x'"), 400, "global");
        assertRefusedUnder(edit(product, "'stock':{'quantity':1}"), 400, "global");
    }

    @Test
    void convertsTheCeilingInNewCaledonia() {
        long noumea = stage.http
                .control(
                        "POST",
                        "/venues",
                        "{'address':{'street':'1 rue de Sébastopol','city':'Nouméa','postalCode':'98800',"
                                + "'latitude':-22.27,'longitude':166.44}}")
                .path("id")
                .asLong();
        stage.http.control("PUT", "/venues/" + noumea + "/providers/" + stage.provider.id(), "{}");
        String there = "'location':{'type':'physical','venueId':" + noumea + "},'stock':{'price':%d}";

        assertRefusedUnder(post(PRODUCTS, productBody(there.formatted(20_000))), 400, "price23865");
        JsonNode product = product(there.formatted(19_999));
        assertRefusedUnder(edit(product, "'stock':{'price':20000}"), 400, "price23865");
    }

    @Test
    void responsesNotFoundUnderTheFieldThatNamesTheProduct() {
        assertRefusedUnder(patch(PRODUCTS, "{'offerId':987654}"), 404, "offerId");
        assertRefusedUnder(get(PRODUCTS + "/987654"), 404, "product_id");
        assertRefusedUnder(get(PRODUCTS + "?venueId=987654"), 404, "global");
    }
}
