package fr.passerelle.sandbox.collective;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CollectiveOfferCreationTest extends CollectiveTest {

    @Test
    void readsDatetimesWithoutOffsetAsUtcAndWritesThemSo() {
        JsonNode offer = offer("'startDatetime':'2026-04-01T12:00:00+02:00','bookingLimitDatetime':"
                + "'2026-03-22T10:00:00+00:00','endDatetime':null");

        assertThat(offer.path("startDatetime").asText()).isEqualTo("2026-04-01T10:00:00");
        assertThat(offer.path("endDatetime").asText()).isEqualTo("2026-04-01T10:00:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bookingLimitDatetime", "endDatetime"})
    void refusesToCompareDatetimesWithAndWithoutOffset(String field) {
        var reply = post(OFFERS, body("'" + field + "':'2026-04-01T10:00:00'"));

        assertRefused(reply, 400, field);
        assertThat(reply.body().at("/" + field + "/0").asText()).contains("offset-naive and offset-aware");
    }

    @Test
    void takesABookingLimitInThePast() {
        JsonNode offer = offer("'bookingLimitDatetime':'2026-02-01T10:00:00Z'");

        assertThat(offer.path("offerStatus").asText()).isEqualTo("EXPIRED");
        assertThat(offer.path("hasBookingLimitDatetimesPassed").asBoolean()).isTrue();
    }

    @Test
    void refusesABookingLimitAfterTheStart() {
        assertRefused(post(OFFERS, body("'bookingLimitDatetime':'2026-04-02T10:00:00Z'")), 400, "bookingLimitDatetime");
    }

    @Test
    void reportsEveryBadFieldAtOnce() {
        var reply = post(OFFERS, body("'totalPrice':-1,'students':['CE9'],'interventionArea':[],'venueId':null"));

        assertThat(reply.body().fieldNames())
                .toIterable()
                .containsExactly("interventionArea", "students", "totalPrice", "venueId");
        assertThat(reply.body().at("/venueId/0").asText()).isEqualTo("none is not an allowed value");
    }

    @Test
    void reportsNothingElseWhenTheNameIsTooLong() {
        assertRefused(post(OFFERS, body("'name':'" + "n".repeat(111) + "','totalPrice':-1")), 400, "name");
    }

    @Test
    void reportsOnlyTheWholeOfAnEmptyBody() {
        assertRefused(post(OFFERS, "{}"), 400, "__root__");
    }

    @ParameterizedTest
    @ValueSource(strings = {"booking_emails", "image_credit", "offerStatus"})
    void knowsNoOtherFields(String field) {
        assertRefused(post(OFFERS, body("'" + field + "':'x'")), 400, field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "bookingEmails|[]",
                "bookingEmails|['ici']",
                "contactEmail|''",
                "contactEmail|'a@localhost'",
                "formats|[]",
                "domains|[]",
                "students|[]",
                "totalPrice|'beaucoup'",
                "totalPrice|1e999999999",
                "numberOfTickets|'dix'",
                "educationalPriceDetail|'%s'",
                "audioDisabilityCompliant|null",
                "startDatetime|'2026-04-01'",
                "endDatetime|'2026-03-31T10:00:00Z'"
            })
    void refusesBadValues(String field, String value) {
        String filled = value.formatted("d".repeat(1001));

        assertRefused(post(OFFERS, body("'" + field + "':" + filled)), 400, field);
    }

    @Test
    void takesLenientNumbersAndKeepsTwoDecimals() {
        JsonNode offer = offer("'totalPrice':'96.255','numberOfTickets':'31','durationMinutes':45.9");

        assertThat(offer.path("totalPrice").decimalValue()).isEqualByComparingTo("96.26");
        assertThat(offer.path("numberOfTickets").asInt()).isEqualTo(31);
        assertThat(offer.path("durationMinutes").asInt()).isEqualTo(45);
    }

    @ParameterizedTest
    @CsvSource({
        "01 99 00 12.34, +33199001234",
        "0033199001234, +33199001234",
        "+33 (0)1 99 00 12 34, +33199001234",
        "+590 690 00 12 34, +590690001234"
    })
    void normalisesTelephoneNumbers(String dialled, String e164) {
        assertThat(offer("'contactPhone':'" + dialled + "'")
                        .path("contactPhone")
                        .asText())
                .isEqualTo(e164);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "15", "0000000000", "+331990012345", "01 99 00 12 3x"})
    void refusesOtherTelephoneNumbers(String dialled) {
        assertRefused(post(OFFERS, body("'contactPhone':'" + dialled + "'")), 400, "contactPhone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "'SCHOOL'",
                "{'isVenueAddress':true}",
                "{'type':'SCHOOL','comment':null}",
                "{'type':'ADDRESS'}",
                "{'type':'ADDRESS','isVenueAddress':'yes'}",
                "{'type':'ADDRESS','isVenueAddress':true,'addressId':1}",
                "{'type':'ADDRESS','isVenueAddress':false,'addressLabel':'Gymnase'}",
                "{'type':'TO_BE_DEFINED','addressId':1}"
            })
    void reportsAWrongFormOfTheLocationAsAWhole(String location) {
        assertRefused(post(OFFERS, body("'location':" + location)), 400, "location");
    }

    @Test
    void showsTheVenuesOwnAddressAsSuchHoweverItWasGiven() {
        String name = stage.http
                .call("GET", "/public/offers/v1/venues/" + stage.venue.siret(), stage.provider.apiKey(), "")
                .body()
                .path("publicName")
                .asText();
        JsonNode offer = offer("'location':{'type':'ADDRESS','isVenueAddress':false,'addressId':%d,'addressLabel':'%s'}"
                .formatted(stage.venue.addressId(), name));

        assertThat(offer.path("location").toString()).isEqualTo("{\"type\":\"ADDRESS\",\"isVenueAddress\":true}");
    }

    @Test
    void crashesOnACommentWiderThanItsColumn() {
        String comment = "c".repeat(201);

        assertRefused(
                post(OFFERS, body("'location':{'type':'TO_BE_DEFINED','comment':'" + comment + "'}")), 500, "global");
    }

    @Test
    void looksForTheVenueFirstAndTheAddressLast() {
        String lost = "'location':{'type':'ADDRESS','isVenueAddress':false,'addressId':987654}";
        assertRefused(post(OFFERS, body(lost + ",'venueId':987654,'domains':[987654]")), 404, "venueId");
        assertRefused(post(OFFERS, body(lost + ",'domains':[987654],'nationalProgramId':987654")), 404, "domains");
        assertRefused(
                post(OFFERS, body(lost + ",'nationalProgramId':987654,'educationalInstitutionId':987654")),
                404,
                "nationalProgramId");
        assertRefused(
                post(OFFERS, body(lost + ",'educationalInstitutionId':987654,'startDatetime':'2029-04-01T10:00:00Z'")),
                404,
                "educationalInstitutionId");
        assertRefused(post(OFFERS, body(lost + ",'startDatetime':'2029-04-01T10:00:00Z'")), 400, "startDatetime");
        assertRefused(post(OFFERS, body(lost)), 404, "location.AddressLocation.addressId");
    }

    @Test
    void refusesAVenueThatIsNotEligible() {
        long venue = created("/venues", "{'eligibleForCollective':false}");
        stage.http.control("PUT", "/venues/" + venue + "/providers/" + stage.provider.id(), "{}");

        assertRefused(post(OFFERS, body("'venueId':" + venue)), 403, "global");
    }

    @Test
    void refusesAnInactiveSchool() {
        long closed = institution("0350001B", "'active':false");

        assertRefused(post(OFFERS, body("'educationalInstitutionId':" + closed)), 403, "educationalInstitutionId");
    }

    @Test
    void refusesAProgrammeThatFitsNoneOfTheDomains() {
        long program = created("/national-programs", "{'name':'Chant'}");

        assertRefused(post(OFFERS, body("'nationalProgramId':" + program)), 400, "nationalProgramId");
    }

    @Test
    void goesWhereTheReviewSendsIt() {
        stage.http.control("PUT", "/offer-review", "{'outcome':'PENDING'}");
        assertThat(offer("").path("offerStatus").asText()).isEqualTo("UNDER_REVIEW");

        stage.http.control("PUT", "/offer-review", "{'outcome':'REJECTED'}");
        assertThat(offer("").path("offerStatus").asText()).isEqualTo("REJECTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void illustratesWithAPictureAndItsCredit(String format) {
        JsonNode offer = offer("'imageFile':'" + Pictures.of(400, 600, format) + "','imageCredit':'Cie du Fil'");

        assertThat(offer.path("imageUrl").asText()).startsWith("https://");
        assertThat(offer.path("imageCredit").asText()).isEqualTo("Cie du Fil");
    }

    @ParameterizedTest
    @CsvSource({"800, 1200, png", "400, 601, jpg", "400, 600, gif", "400, 600, bmp"})
    void refusesOtherSizesAndFormats(int width, int height, String format) {
        assertRefused(post(OFFERS, body("'imageFile':'" + Pictures.of(width, height, format) + "'")), 400, "imageFile");
    }

    @Test
    void refusesWhatIsNoPictureUnderAnotherKey() {
        String text = Base64.getEncoder().encodeToString(new byte[300]);

        assertRefused(post(OFFERS, body("'imageFile':'" + text + "'")), 400, "errors");
    }

    @Test
    void refusesAPictureOfTooManyCharacters() {
        assertRefused(post(OFFERS, body("'imageFile':'" + "A".repeat(2_000_004) + "'")), 400, "imageFile");
    }
}
