package fr.passerelle.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.sandbox.Http.Reply;
import fr.passerelle.sandbox.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventRoutesTest extends ApiTest {

    private String status(String path) {
        return get(path).body().path("status").asText();
    }

    @Test
    void isADraftUntilItsFirstDate() {
        JsonNode event = event("'priceCategories':[{'label':'Unique','price':900}]");
        String path = EVENTS + "/" + event.path("id").asLong();
        assertThat(event.path("status").asText()).isEqualTo("DRAFT");

        post(path + "/dates", "{'dates':[]}");
        assertThat(status(path)).isEqualTo("DRAFT");

        post(path + "/dates", "{'dates':[" + date(event, "") + "]}");
        assertThat(status(path)).isEqualTo("ACTIVE");
    }

    @Test
    void goesWhereTheReviewSendsIt() {
        stage.http.control("PUT", "/offer-review", "{'outcome':'PENDING'}");

        assertThat(status(datedEvent())).isEqualTo("PENDING");
    }

    @Test
    void cutsThePublicationToTheMinute() {
        stage.sandbox.clock().set(Stage.NOW.plusSeconds(42));

        assertThat(event("").path("publicationDatetime").asText()).isEqualTo("2026-03-02T10:00:00Z");
    }

    /** Only this field's snake_case is not its own name (changes-2026 4). */
    @Test
    void knowsTheWithdrawalDetailsByTheServersOwnName() {
        String path = EVENTS + "/" + event("").path("id").asLong();

        assertThat(patch(path, "{'withdrawal_details':'au guichet'}")
                        .body()
                        .path("itemCollectionDetails")
                        .asText())
                .isEqualTo("au guichet");
        assertRefusedUnder(patch(path, "{'item_collection_details':'au guichet'}"), 400, "item_collection_details");
    }

    @Test
    void refusesAFieldThatAnAddressDoesNotHave() {
        String path = EVENTS + "/" + event("").path("id").asLong();

        assertRefused(
                patch(
                        path,
                        "{'location':{'type':'address','venueId':%d,'addressId':1,'adressLabel':'x'}}"
                                .formatted(stage.venue.id())),
                400,
                "{'location.AddressLocation.adressLabel':['extra fields not permitted']}");
    }

    @Test
    void readsANumberAsTextBeforeItLooksForAUrl() {
        String path = EVENTS + "/" + event("").path("id").asLong();

        assertRefused(
                patch(path, "{'externalTicketOfficeUrl':5,'bookingEmail':5}"),
                400,
                "{'bookingEmail':['value is not a valid email address'],"
                        + "'externalTicketOfficeUrl':['invalid or missing URL scheme']}");
    }

    /** What another vendor made at a venue of both is edited by both; dates and artists are not (changes-2026 4). */
    @Test
    void anotherVendorsEventCanBeEdited() {
        long id = stage.http
                .control(
                        "POST",
                        "/offers",
                        "{'venueId':%d,'kind':'event','createdBy':%d}"
                                .formatted(
                                        stage.venue.id(),
                                        stage.http
                                                .control("POST", "/providers", "{}")
                                                .path("id")
                                                .asLong()))
                .path("id")
                .asLong();

        Reply edited = patch(EVENTS + "/" + id, "{'name':'Jules et Jim','eventDuration':105}");

        assertThat(edited.status()).as(edited.body().toString()).isEqualTo(200);
    }

    @Test
    void reportsEveryBadFieldAtOnce() {
        assertRefused(
                post(EVENTS, body("'name':null,'hasTicket':'maybe','colour':1")),
                400,
                "{'colour':['extra fields not permitted'],'hasTicket':['value could not be parsed to a boolean'],"
                        + "'name':['none is not an allowed value']}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'location':{'type':'physical','venueId':987654321}       | 404 | global",
                "'hasTicket':true,'categoryRelatedFields':{'category':'CONCERT','musicType':'ROCK'} | 400 | offer",
                "'location':{'type':'address','venueId':1,'addressId':987} | 404 | location.AddressLocation.addressId",
                "'categoryRelatedFields':{'category':'RENCONTRE_EN_LIGNE'} | 400 | enableDoubleBookings",
                "'enableDoubleBookings':false,'categoryRelatedFields':{'category':'RENCONTRE_EN_LIGNE'} | 400 | url",
                "'name':'Livre 9782070543274'                              | 400 | name",
                "'eventDuration':1440                                      | 400 | eventDuration",
                "'publicationDatetime':'2028-03-03T00:00:00Z'              | 400 | publication_date",
                "'videoUrl':'https://www.youtube.com/shorts/a1B2c3D4e5F'   | 400 | videoUrl",
                "'categoryRelatedFields':{'category':'CONCERT'} | 400 | categoryRelatedFields.CONCERT_create.musicType",
                "'location':{'type':'physical'}                            | 400 | location.PhysicalLocation.venueId",
                "'bookingEmail':'nobody'                                   | 400 | bookingEmail",
            })
    void refusesUnderItsOwnKey(String fields, int status, String key) {
        assertRefusedUnder(post(EVENTS, body(fields)), status, key);
    }

    @Test
    void refusesTicketsWithoutATicketingService() {
        patch("/public/providers/v1/provider", "{'bookingUrl':null,'cancelUrl':null}");

        assertRefusedUnder(post(EVENTS, body("'hasTicket':true")), 400, "global");
    }

    @Test
    void refusesTheDefaultDuoOnline() {
        String online = "'categoryRelatedFields':{'category':'RENCONTRE_EN_LIGNE'},"
                + "'location':{'type':'digital','venueId':%d,'url':'https://direct.example.org/{token}'}"
                        .formatted(stage.venue.id());

        assertRefusedUnder(post(EVENTS, body(online)), 400, "enableDoubleBookings");
        assertThat(event(online + ",'enableDoubleBookings':false")
                        .at("/location/url")
                        .asText())
                .isEqualTo("https://direct.example.org/{token}");
    }

    @Test
    void showsEveryFieldOfTheCategory() {
        JsonNode fields = event("'bookingContact':'a@example.org',"
                        + "'categoryRelatedFields':{'category':'CONCERT','musicType':'OTHER','stageDirector':'x'}")
                .path("categoryRelatedFields");

        assertThat(fields.toString().replace('"', '\''))
                .isEqualTo("{'category':'CONCERT','author':null,'musicType':'AUTRES','performer':null,'artists':[]}");
    }

    @Test
    void responsesAnAddressOnlyWhenItIsNotTheVenues() {
        long address = stage.http
                .control(
                        "POST",
                        "/addresses",
                        "{'street':'2 place du Théâtre','city':'Lille','postalCode':'59000','latitude':50.6,'longitude':3}")
                .path("id")
                .asLong();
        String location = "'location':{'type':'address','venueId':%d,'addressId':%d,'addressLabel':'Salle'}";

        assertThat(event(location.formatted(stage.venue.id(), address))
                        .at("/location/type")
                        .asText())
                .isEqualTo("address");
        assertThat(event(location.formatted(stage.venue.id(), stage.venue.addressId()))
                        .at("/location/type")
                        .asText())
                .isEqualTo("physical");
    }

    @Test
    void keepsWhatAnEditDoesNotName() {
        String path = EVENTS + "/"
                + event("'description':'Avant','idAtProvider':'X'").path("id").asLong();

        JsonNode edited = patch(path, "{'idAtProvider':null}").body();

        assertThat(edited.path("description").asText()).isEqualTo("Avant");
        assertThat(edited.path("idAtProvider").isNull()).isTrue();
    }

    @Test
    void triesEveryCategoryWhenEditing() {
        String path = EVENTS + "/" + event("").path("id").asLong();

        var reply = patch(path, "{'categoryRelatedFields':{'category':'BANQUET'}}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body().path("categoryRelatedFields.category")).hasSize(26);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PENDING", "REJECTED", "DRAFT"})
    void showsTheReviewFirst(String validation) {
        String path = datedEvent();
        String id = path.substring(path.lastIndexOf('/'));
        patch(path, "{'publicationDatetime':null}");
        stage.http.control("PATCH", "/offers" + id, "{'validation':'" + validation + "'}");

        assertThat(status(path)).isEqualTo(validation);
    }

    @Test
    void pagesById() {
        long first = event("").path("id").asLong();
        long second = event("").path("id").asLong();

        assertThat(get(EVENTS + "?limit=1").body().at("/events/0/id").asLong()).isEqualTo(first);
        assertThat(get(EVENTS + "?firstIndex=" + (first + 1))
                        .body()
                        .at("/events/0/id")
                        .asLong())
                .isEqualTo(second);
        assertRefused(get(EVENTS + "?limit=51"), 400, "{'limit':['ensure this value is less than or equal to 50']}");
    }
}
