package fr.passerelle.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.sandbox.Http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the real server's storage makes of values that its schemas let through, as measured on its code. */
class StorageTest extends ApiTest {

    private static final String LONG_EMAIL = "'" + "a".repeat(60) + "@" + "b".repeat(60) + ".fr'";

    @ParameterizedTest
    @CsvSource({"bookingContact", "bookingEmail"})
    void refusesAddressesLongerThanTheirColumn(String field) {
        assertRefusedUnder(post(EVENTS, body("'" + field + "':" + LONG_EMAIL)), 400, field);
    }

    @Test
    void refusesAnOnlineAddressLongerThanItsColumn() {
        String location = "'location':{'type':'digital','venueId':%d,'url':'https://example.org/%s'}"
                .formatted(stage.venue.id(), "a".repeat(240));
        String online = "'enableDoubleBookings':false,'categoryRelatedFields':{'category':'RENCONTRE_EN_LIGNE'},";

        assertRefusedUnder(post(EVENTS, body(online + location)), 400, "url");
    }

    @Test
    void crashesOnANulInAnyText() {
        assertThat(post(EVENTS, body("'description':'a\\u0000b'")).status()).isEqualTo(500);
        assertThat(post(EVENTS, body("'categoryRelatedFields':{'category':'RENCONTRE','speaker':'\\u0000'}"))
                        .status())
                .isEqualTo(500);
    }

    @Test
    void crashesOnTheLastDayOfItsCalendar() {
        assertThat(post(EVENTS, body("'bookingAllowedDatetime':'9999-12-31T00:00:00Z'"))
                        .status())
                .isEqualTo(500);
        assertThat(post(EVENTS, body("'bookingAllowedDatetime':'9999-12-30T23:59:59Z'"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anEmptyDescriptionIsNone() {
        assertThat(event("'description':''").path("description").isNull()).isTrue();
    }

    @Test
    void readsAnAddressOutOfANameAndMakesItsDomainLowerCase() {
        assertThat(event("'bookingEmail':' Guichet <Ventes@Exemple.FR> '")
                        .path("bookingEmail")
                        .asText())
                .isEqualTo("Ventes@exemple.fr");
    }

    @ParameterizedTest
    @CsvSource({"a@b.test", "a@b.local", "a@b.invalid", "a@b.onion", "a@home.arpa"})
    void refusesDomainsThatNoMailGoesTo(String email) {
        assertRefusedUnder(post(EVENTS, body("'bookingEmail':'" + email + "'")), 400, "bookingEmail");
    }

    @Test
    void thirteenDigitsOfAnyScriptAreAnEan() {
        assertRefusedUnder(post(EVENTS, body("'name':'٩٧٨٢٠٧٠٥٤٣٢٧٤'")), 400, "name");
    }

    @Test
    void anEmptyIdIsAnIdAndServesOnce() {
        assertThat(event("'idAtProvider':''").path("idAtProvider").asText("none"))
                .isEmpty();
        assertRefusedUnder(post(EVENTS, body("'idAtProvider':''")), 400, "idAtProvider");
        assertRefusedUnder(
                post(
                        EVENTS,
                        body("'priceCategories':[{'label':'a','price':1,'idAtProvider':''},"
                                + "{'label':'b','price':2,'idAtProvider':''}]")),
                400,
                "priceCategories");
    }

    @Test
    void aMillionPlacesAreTheMost() {
        String event = datedEvent();
        String date = event + "/dates/"
                + get(event + "/dates").body().at("/dates/0/id").asLong();

        assertThat(patch(date, "{'quantity':1000000}").status()).isEqualTo(200);
        assertRefusedUnder(patch(date, "{'quantity':1000001}"), 400, "quantity");
        assertRefusedUnder(
                post(PRODUCTS, productBody("'stock':{'price':1,'quantity':1000001}")), 400, "stock.quantity");
    }

    @Test
    void anOfferUnderReviewIsLeftAlone() {
        String event = datedEvent();
        String date = event + "/dates/"
                + get(event + "/dates").body().at("/dates/0/id").asLong();
        long id = get(event).body().path("id").asLong();
        stage.http.control("PATCH", "/offers/" + id, "{'validation':'PENDING'}");

        assertRefusedUnder(patch(event, "{'name':'Autre'}"), 400, "global");
        assertRefusedUnder(patch(date, "{'quantity':3}"), 400, "global");
        assertRefusedUnder(delete(date), 400, "global");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP://Desk.Example.ORG:80/Path          | http://desk.example.org/Path",
                "https://desk.example.org:443/x           | https://desk.example.org/x",
                "https://user:secret@desk.example.org/x   | https://user:secret@desk.example.org/x",
                "https://Bücher.example/n                  | https://xn--bcher-kva.example/n",
                "https://desk.example.org/{id}?q={id}     | https://desk.example.org/%7Bid%7D?q={id}",
                "http://[::1]:8080/x                      | http://[::1]:8080/x",
                "http://localhost:8080/x                  | http://localhost:8080/x",
            })
    void writesAVendorsUrlInItsNormalForm(String sent, String stored) {
        Reply reply = patch("/public/providers/v1/provider", "{'notificationUrl':'" + sent + "'}");

        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        assertThat(reply.body().path("notificationUrl").asText()).isEqualTo(stored);
    }

    @ParameterizedTest
    @CsvSource({"http://256.1.1.1/x", "http://desk.example.org:99999/x", "ftp://desk.example.org/x"})
    void refusesAUrlThatLeadsNowhere(String url) {
        assertRefusedUnder(
                patch("/public/providers/v1/provider", "{'notificationUrl':'" + url + "'}"), 400, "notificationUrl");
    }

    @Test
    void countsAUrlAsItIsWritten() {
        String url = "https://desk.example.org/" + "é".repeat(200);

        assertThat(patch("/public/providers/v1/provider", "{'notificationUrl':'" + url + "'}")
                        .status())
                .as("1225 characters, where the column has 255")
                .isEqualTo(500);
    }
}
