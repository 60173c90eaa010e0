package fr.passerelle.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookingRoutesTest extends ApiTest {

    private static final String LIST = BOOKINGS + "/bookings?";

    private long confirmed;
    private long used;

    @BeforeEach
    void bookTwice() {
        long date = stage.date(false, "10");
        confirmed = book(date, "CONFIRMED");
        used = book(date, "USED");
    }

    private long book(long stock, String status) {
        return stage.http
                .control(
                        "POST",
                        "/bookings",
                        "{'beneficiaryId':%d,'stockId':%d,'status':'%s'}"
                                .formatted(stage.sandbox.beneficiary(30_000).id(), stock, status))
                .path("id")
                .asLong();
    }

    private JsonNode list(String query) {
        return get(LIST + query).body().path("bookings");
    }

    @Test
    void filters() {
        String venue = "venueId=" + stage.venue.id();

        assertThat(list(venue)).hasSize(2);
        assertThat(list(venue + "&status=USED").at("/0/id").asLong()).isEqualTo(used);
        assertThat(list(venue + "&limit=1").at("/0/id").asLong()).isEqualTo(confirmed);
        assertThat(list(venue + "&firstIndex=" + used)).hasSize(1);
        assertThat(list(venue + "&beginningDatetime=2026-03-12T19:00:00Z")).hasSize(2);
        assertThat(list(venue + "&beginningDatetime=2026-03-12T20:00:00Z")).isEmpty();
        assertThat(list(venue + "&priceCategoryId=987654321")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "offerId=1&page=2   | {'page':['Extra inputs are not permitted']}",
                "offerId=1&limit=51 | {'limit':['Input should be less than or equal to 50']}",
                "offerId=1&status=PAID | {'status':['Input should be 'CONFIRMED', 'USED', 'CANCELLED' or 'REIMBURSED'']}",
                "offerId=a | {'offerId':['Input should be a valid integer, unable to parse string as an integer']}",
            })
    void speaksTheSecondDialect(String query, String response) {
        assertRefused(get(LIST + query), 400, response);
    }

    @Test
    void wantsAnOfferOrAVenue() {
        assertRefusedUnder(get(LIST + "stockId=1"), 400, "global");
    }

    @Test
    void namesWhatItDoesNotFindInABareText() {
        assertRefused(get(LIST + "offerId=987"), 404, "{'offerId':'The offer could not be found'}");
        assertRefused(get(LIST + "venueId=987"), 404, "{'venueId':'The venue could not be found'}");
    }
}
