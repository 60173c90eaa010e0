package fr.passerelle.sandbox.collective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CollectiveOfferRoutesTest extends CollectiveTest {

    private List<Long> listed(String query) {
        return get(OFFERS + query).body().findValues("id").stream()
                .map(id -> id.asLong())
                .toList();
    }

    private long starting(String start) {
        return arranged("'startDatetime':'" + start + "'").path("id").asLong();
    }

    @Test
    void listsNoDraftsAndShowsThemByIdAllTheSame() {
        String draft = inStatus("DRAFT");

        assertThat(listed("")).isEmpty();
        assertThat(get(draft).body().path("offerStatus").asText()).isEqualTo("DRAFT");
    }

    @Test
    void listsAtMost500ById() {
        for (int i = 0; i < 502; i++) {
            arranged("");
        }

        assertThat(listed("")).hasSize(500).isSorted().first().isEqualTo(1L);
    }

    @Test
    void filtersByVenueAndPeriod() {
        long march = starting("2026-03-20T10:00:00Z");
        long april = starting("2026-04-20T10:00:00Z");

        assertThat(listed("?periodEndingDate=2026-03-20T10:00:00")).containsExactly(march);
        assertThat(listed("?periodBeginningDate=2026-03-20T10:00:01Z")).containsExactly(april);
        assertThat(listed("?venueId=" + stage.venue.id())).containsExactly(march, april);
        assertThat(listed("?venueId=987654")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"offerStatus, LOST", "venueId, ici", "periodBeginningDate, 2026-03-20", "venue_id, 1", "limit, 10"})
    void refusesBadParameters(String name, String value) {
        assertRefused(get(OFFERS + "?" + name + "=" + value), 400, name);
    }

    @Test
    void showsOffersAfterTheLinkIsSwitchedOff() {
        String path = offerPath("");
        switchTheLinkOff();

        assertAccepted(get(path));
        assertThat(listed("")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"portal", "another"})
    void hidesWhatThisProviderDidNotMake(String author) {
        String createdBy = author.equals("portal")
                ? author
                : String.valueOf(anotherProvider().id());
        String path = OFFERS + arranged(createdBy, "").path("id").asLong();

        assertRefused(get(path), 404, "global");
        assertRefused(get(OFFERS + "987654"), 404, "global");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUBLISHED", "EXPIRED", "REIMBURSED", "CANCELLED", "REJECTED"})
    void archives(String status) {
        String path = inStatus(status);

        assertThat(post(OFFERS + "archive", "{'ids':[1,1]}").status()).isEqualTo(204);
        assertThat(get(path).body().path("offerStatus").asText()).isEqualTo("ARCHIVED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PREBOOKED", "BOOKED", "ENDED", "UNDER_REVIEW", "HIDDEN", "ARCHIVED"})
    void refusesToArchiveInOtherStatuses(String status) {
        inStatus(status);

        assertRefused(post(OFFERS + "archive", "{'ids':[1]}"), 400, "global");
    }

    @Test
    void namesWhatItCannotFindToArchive() {
        inStatus("PUBLISHED");

        assertRefusedBarely(post(OFFERS + "archive", "{'ids':[9,1,7]}"), 404, "ids", "{7, 9}");
        assertRefused(post(OFFERS + "archive", "{'ids':[]}"), 400, "ids");
        assertRefused(post(OFFERS + "archive", "{'ids':[1],'force':true}"), 400, "force");
    }

    @ParameterizedTest
    @CsvSource({"DELETE, offers/1", "PUT, offers/", "GET, offers/archive", "GET, bookings/1", "POST, student-levels"})
    void knowsNoOtherVerbs(String method, String path) {
        assertRefused(call(method, API + "/" + path, "{}"), 405, "global");
    }
}
