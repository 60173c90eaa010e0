package fr.passerelle.sandbox.collective;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectiveBookingRoutesTest extends CollectiveTest {

    private static String path(JsonNode arranged) {
        return API + "/bookings/" + booking(arranged);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PREBOOKED", "BOOKED"})
    void cancels(String status) {
        JsonNode offer = arranged("'status':'" + status + "'");

        assertThat(patch(path(offer), "{'ignored':1}").status()).isEqualTo(204);
        assertThat(get(OFFERS + offer.path("id").asLong())
                        .body()
                        .path("offerStatus")
                        .asText())
                .isEqualTo("CANCELLED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXPIRED", "ENDED", "REIMBURSED"})
    void refusesWhatTheStatusForbids(String status) {
        assertRefusedBarely(patch(path(arranged("'status':'" + status + "'")), ""), 403, "booking", status);
    }

    @Test
    void refusesAUsedBookingWhoseOfferMightStillBeCancelled() {
        JsonNode offer = arranged("'startDatetime':'2026-03-01T10:00:00Z','bookings':[{'status':'USED'}]");

        assertRefusedBarely(patch(path(offer), ""), 403, "booking", "used");
    }

    @Test
    void findsBookingsThroughActiveLinksOnly() {
        JsonNode offer = arranged("portal", "'status':'BOOKED'");
        switchTheLinkOff();

        for (String path : new String[] {path(offer), API + "/bookings/987654"}) {
            var reply = patch(path, "");
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.body()).isEmpty();
        }
    }
}
