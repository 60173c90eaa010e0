package fr.passerelle.sandbox.collective;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CollectiveOfferEditionTest extends CollectiveTest {

    /** Rows of the table of allowed actions: 1 where the server accepts. */
    @ParameterizedTest
    @CsvSource({
        "DRAFT, 1, 1, 1, 1",
        "PUBLISHED, 1, 1, 1, 0",
        "PREBOOKED, 1, 1, 1, 0",
        "BOOKED, 0, 0, 1, 0",
        "EXPIRED, 0, 1, 0, 0",
        "ENDED, 0, 0, 0, 0",
        "REIMBURSED, 0, 0, 0, 0",
        "CANCELLED, 0, 0, 0, 0",
        "REJECTED, 0, 0, 0, 0",
        "UNDER_REVIEW, 0, 0, 0, 0",
        "ARCHIVED, 0, 0, 0, 0",
        "HIDDEN, 0, 0, 0, 0"
    })
    void allowsWhatTheStatusAllows(String status, int details, int dates, int discount, int institution) {
        String path = inStatus(status);

        assertAllowed(details, status, path, "'interventionArea':['35']");
        assertAllowed(details, status, path, "'totalPrice':100.01");
        assertAllowed(discount, status, path, "'numberOfTickets':3");
        assertAllowed(institution, status, path, "'educationalInstitution':'0350000A'");
        assertAllowed(dates, status, path, "'bookingLimitDatetime':null");
    }

    private void assertAllowed(int allowed, String status, String path, String change) {
        var reply = patch(path, "{" + change + "}");
        if (allowed == 1) {
            assertAccepted(reply);
        } else {
            assertRefusedBarely(reply, 400, "global", status);
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-02-28T10:00:00Z, 200", "2026-02-28T09:59:59Z, 400"})
    void lowersThePriceUntil48HoursAfterTheEnd(String end, int status) {
        JsonNode offer = arranged("'startDatetime':'" + end + "','bookings':[{'status':'USED'}]");

        assertThat(patch(OFFERS + offer.path("id").asLong(), "{'totalPrice':5}").status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "venueId",
                "name",
                "description",
                "formats",
                "domains",
                "students",
                "bookingEmails",
                "contactEmail",
                "contactPhone",
                "location",
                "startDatetime",
                "endDatetime",
                "totalPrice",
                "numberOfTickets",
                "educationalInstitution",
                "educationalInstitutionId",
                "audioDisabilityCompliant",
                "mentalDisabilityCompliant",
                "motorDisabilityCompliant",
                "visualDisabilityCompliant",
                "interventionArea"
            })
    void refusesNullBeforeItLooksForTheOffer(String field) {
        assertRefused(patch(OFFERS + "987654", "{'" + field + "':null}"), 400, field);
    }

    @Test
    void reportsOnlyTheFirstNullThatItsSchemaLetsThrough() {
        assertRefused(patch(OFFERS + "987654", "{'location':null,'description':null,'venueId':null}"), 400, "venueId");
    }

    @Test
    void clearsWhatMayBeNull() {
        String path = offerPath("'durationMinutes':60,'educationalPriceDetail':'Tout compris'");

        JsonNode offer = patch(
                        path, "{'durationMinutes':null,'educationalPriceDetail':null,'bookingLimitDatetime':null}")
                .body();

        assertThat(offer.path("durationMinutes").isNull()).isTrue();
        assertThat(offer.path("educationalPriceDetail").isNull()).isTrue();
        assertThat(offer.path("bookingLimitDatetime").asText()).isEqualTo("2026-04-01T10:00:00");
    }

    @Test
    void treatsAnEmptyListOfStudentsAsRefused() {
        assertRefused(patch(offerPath(""), "{'students':[]}"), 400, "students");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'startDatetime':'2026-04-03T10:00:00','endDatetime':'2026-04-02T10:00:00'|endDatetime",
                "'startDatetime':'2026-04-03T10:00:00','endDatetime':'2026-04-04T10:00:00Z'|endDatetime",
                "'startDatetime':'2026-02-03T10:00:00'|startDatetime",
                "'endDatetime':'2026-02-03T10:00:00Z'|endDatetime",
                "'endDatetime':'2026-03-30T10:00:00Z'|global",
                "'bookingLimitDatetime':'2026-04-02T10:00:00Z'|global",
                "'startDatetime':'2026-03-20T10:00:00Z'|global",
                "'endDatetime':'2026-09-01T00:00:00Z'|global",
                "'endDatetime':'2028-01-01T00:00:00Z'|endDatetime"
            })
    void refusesDatesThatConflict(String change, String key) {
        assertRefused(patch(offerPath(""), "{" + change + "}"), 400, key);
    }

    @Test
    void changesNothingWhenItRefuses() {
        String path = offerPath("");

        assertRefused(patch(path, "{'name':'Autre','nationalProgramId':987654}"), 400, "nationalProgramId");

        assertThat(get(path).body().path("name").asText()).isEqualTo("Jongler en classe");
    }

    @Test
    void movesTheLimitsOfTheBookingWithTheDates() {
        JsonNode offer = arranged("'status':'PREBOOKED'");

        JsonNode booking = patch(
                        OFFERS + offer.path("id").asLong(),
                        "{'startDatetime':'2026-05-01T10:00:00Z','endDatetime':'2026-05-01T12:00:00Z'}")
                .body()
                .at("/bookings/0");

        assertThat(booking.path("cancellationLimitDate").asText()).isEqualTo("2026-04-01T10:00:00");
    }

    @Test
    void revivesAnExpiredBookingOnlyWithALimitAhead() {
        String expired = "'startDatetime':'2026-03-07T10:00:00Z','bookingLimitDatetime':'2026-02-28T10:00:00Z',"
                + "'bookings':[{'status':'CANCELLED','cancellationReason':'EXPIRED'}]";
        String path = OFFERS + arranged(expired).path("id").asLong();

        assertThat(patch(path, "{'bookingLimitDatetime':'2026-03-01T10:00:00Z'}")
                        .body()
                        .path("offerStatus")
                        .asText())
                .isEqualTo("EXPIRED");
        assertThat(patch(path, "{'bookingLimitDatetime':'2026-03-05T10:00:00Z'}")
                        .status())
                .as("the server compares it with a clock that has no zone")
                .isEqualTo(500);
        assertThat(patch(path, "{'bookingLimitDatetime':'2026-03-05T10:00:00'}")
                        .body()
                        .path("offerStatus")
                        .asText())
                .isEqualTo("PREBOOKED");
    }

    @Test
    void movesToAVenueWithTheSamePricingPointAndKeepsTheOldAddress() {
        String path = offerPath("'location':{'type':'ADDRESS','isVenueAddress':true}");
        JsonNode sister = stage.http.control(
                "POST",
                "/venues",
                "{'siren':'%s','publicName':'Salle B','pricingPointVenueId':%d}"
                        .formatted(stage.venue.siren(), stage.venue.id()));
        long to = sister.path("id").asLong();
        stage.http.control("PUT", "/venues/" + to + "/providers/" + stage.provider.id(), "{'active':false}");

        JsonNode moved = patch(path, "{'venueId':" + to + "}").body();

        assertThat(moved.path("venueId").asLong()).isEqualTo(to);
        assertThat(moved.at("/location/isVenueAddress").asBoolean()).isFalse();
        assertThat(moved.at("/location/addressId").asLong()).isEqualTo(stage.venue.addressId());
    }

    @Test
    void doesNotMoveToAnotherStructure() {
        String path = offerPath("");
        long foreign = stage.sandbox.linkedVenue(stage.provider).id();

        assertRefused(patch(path, "{'venueId':" + foreign + "}"), 400, "venueId");
    }

    @Test
    void keepsImageAndCreditTogether() {
        String picture = Pictures.of(400, 600, "png");
        String path = offerPath("");
        assertRefused(patch(path, "{'imageFile':'" + picture + "'}"), 400, "imageFile");
        assertRefused(patch(path, "{'imageFile':null}"), 400, "imageFile");
        assertRefused(patch(path, "{'imageFile':'" + picture + "','imageCredit':null}"), 400, "imageCredit");

        patch(path, "{'imageFile':'" + picture + "','imageCredit':'Studio'}");
        assertRefused(patch(path, "{'imageCredit':null}"), 400, "imageCredit");
        assertThat(patch(path, "{'imageCredit':'Atelier'}")
                        .body()
                        .path("imageCredit")
                        .asText())
                .isEqualTo("Atelier");
        assertAccepted(patch(path, "{'imageFile':'" + picture + "'}"));

        JsonNode bare = patch(path, "{'imageFile':null}").body();
        assertThat(bare.path("imageUrl").isNull()).isTrue();
        assertThat(bare.path("imageCredit").isNull()).isTrue();
    }

    @Test
    void checksTheStoredProgrammeAgainstNewDomains() {
        long program = created("/national-programs", "{'name':'Chant'}");
        long music = created("/domains", "{'name':'Musique','nationalPrograms':[" + program + "]}");
        String path = offerPath("'domains':[" + music + "],'nationalProgramId':" + program);

        assertRefused(patch(path, "{'domains':[" + domain + "]}"), 400, "nationalProgramId");
        assertAccepted(patch(path, "{'domains':[" + domain + "],'nationalProgramId':null}"));
    }

    @Test
    void looksForTheSchoolOfADraft() {
        institution("0350001B", "'active':false");
        String path = inStatus("DRAFT");

        assertRefused(patch(path, "{'educationalInstitution':'NOWHERE'}"), 404, "educationalInstitutionId");
        assertRefused(patch(path, "{'educationalInstitution':'0350001B'}"), 403, "global");
    }
}
