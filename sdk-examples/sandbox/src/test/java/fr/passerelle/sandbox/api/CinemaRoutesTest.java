package fr.passerelle.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.sandbox.Http.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the cases of the programme leave out of the replacement of cinema sessions. */
class CinemaRoutesTest extends ApiTest {

    private static final String SESSIONS = "/public/offers/v1/events/cinema_sessions";

    @BeforeEach
    void theCatalogueKnowsAFilm() {
        stage.http.control("POST", "/catalogue/films", "{'name':'Hamnet','visa':'166715','durationMinutes':125}");
    }

    private Reply replace(String film, String sessions) {
        Reply reply = call(
                "PUT",
                SESSIONS,
                ("{'venueId':%d,'offers':[{'filmId':'%s','stocks':[%s],"
                                + "'priceCategories':[{'idAtProvider':'PC','label':'Plein','price':700}]}]}")
                        .formatted(stage.venue.id(), film, sessions));
        stage.sandbox.runJob("finalise-cinema");
        return reply;
    }

    private static String session(String id, String features) {
        return ("{'idAtProvider':'%s','beginningDatetime':'2026-03-20T20:00:00Z','quantity':80,"
                        + "'priceCategoryIdAtProvider':'PC','features':[%s]}")
                .formatted(id, features);
    }

    private JsonNode event() {
        return get("/public/offers/v1/events?idsAtProvider=visa:166715%25" + stage.venue.id())
                .body()
                .at("/events/0");
    }

    private JsonNode dates() {
        return get("/public/offers/v1/events/" + event().path("id").asLong() + "/dates")
                .body()
                .path("dates");
    }

    @Test
    void takesTheDurationFromTheCatalogue() {
        replace("visa:166715", session("s1", "'VF'"));

        assertThat(event().path("eventDuration").asInt()).isEqualTo(125);
    }

    @Test
    void leavesWhatIsLeftWhenPlacesAreBooked() {
        replace("visa:166715", session("s1", "'VF'"));
        long date = dates().at("/0/id").asLong();
        stage.sandbox.beneficiary(30_000).book(date, 2);

        replace("visa:166715", session("s1", "'VF'"));

        assertThat(dates().at("/0/quantity").asInt()).isEqualTo(82);
        assertThat(dates().at("/0/bookedQuantity").asInt()).isEqualTo(2);
    }

    @Test
    void theAppShowsTheFeaturesOnce() {
        replace("visa:166715", session("s1", "'VO','3D','3D'"));

        long id = event().path("id").asLong();
        JsonNode stock = get("/native/v2/offer/" + id).body().at("/stocks/0");
        assertThat(stock.path("features")).hasToString("[\"VO\",\"3D\"]");
    }

    @Test
    void aSessionDeletedByItselfDoesNotComeBackUnderItsId() {
        replace("visa:166715", session("s1", "'VF'"));
        String path = "/public/offers/v1/events/" + event().path("id").asLong() + "/dates/"
                + dates().at("/0/id").asLong();
        assertThat(call("DELETE", path, "").status()).isEqualTo(204);

        replace("visa:166715", session("s1", "'VF'"));

        assertThat(dates()).isEmpty();
    }

    @Test
    void aDateWithoutAnIdLeavesTheFilmAsItIs() {
        replace("visa:166715", session("s1", "'VF'"));
        long category = event().at("/priceCategories/0/id").asLong();
        post(
                "/public/offers/v1/events/" + event().path("id").asLong() + "/dates",
                ("{'dates':[{'beginningDatetime':'2026-03-21T20:00:00Z',"
                                + "'bookingLimitDatetime':'2026-03-21T20:00:00Z','quantity':5,'priceCategoryId':%d}]}")
                        .formatted(category));

        assertThat(replace("visa:166715", "").status()).isEqualTo(204);

        assertThat(dates()).hasSize(2);
    }

    @Test
    void tellsTheVendorOfTheBookingsThatADeletionCancels() throws InterruptedException {
        replace("visa:166715", session("s1", "'VF'"));
        stage.sandbox.beneficiary(30_000).book(dates().at("/0/id").asLong(), 1);
        assertThat(stage.vendor.next().payload().path("action").asText()).isEqualTo("BOOK");

        replace("visa:166715", "");

        assertThat(stage.vendor.next().payload().path("action").asText()).isEqualTo("CANCEL");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-20          | Input should have timezone info",
                "x                   | Input should be a valid datetime or date, input is too short",
                "the next evening    | Input should be a valid datetime or date, invalid character in year",
                "2026-13-20T20:00Z   | Input should be a valid datetime or date, month value is outside expected range of 1-12",
                "2026-02-30T20:00Z   | Input should be a valid datetime or date, day value is outside expected range"
            })
    void saysWhatIsWrongWithAMoment(String moment, String problem) {
        Reply reply = replace("visa:166715", session("s1", "'VF'").replace("2026-03-20T20:00:00Z", moment));

        assertRefused(reply, 400, "{'offers.0.stocks.0.beginningDatetime':['%s']}".formatted(problem));
    }

    @Test
    void countsDigitsOfOurScriptOnlyInAFilmsNumber() {
        assertRefused(
                replace("visa:१२", session("s1", "'VF'")),
                400,
                "{'offers.0.filmId':['String should match pattern '^(visa|allocine_id)\\\\:[0-9]+'']}");
    }

    @Test
    void namesEveryAddressItDoesNotKnow() {
        Reply reply = call(
                "PUT",
                SESSIONS,
                ("{'venueId':%d,'offers':[{'filmId':'visa:1','stocks':[],'address':{'id':99},"
                                + "'priceCategories':[{'idAtProvider':'PC','label':'','price':700}]}]}")
                        .formatted(stage.venue.id()));

        assertRefusedUnder(reply, 404, "global");
        assertThat(reply.body().at("/global/0").asText()).endsWith("[99]");
    }

    @Test
    void aFilmHasANumberThatNobodyElseHas() {
        assertThat(stage.http
                        .call("POST", "/sandbox/catalogue/films", "", "{'name':'Hamnet','visa':166715}")
                        .status())
                .isEqualTo(409);
        assertThat(stage.http
                        .call("POST", "/sandbox/catalogue/films", "", "{'name':'Hamnet'}")
                        .status())
                .isEqualTo(400);
    }
}
