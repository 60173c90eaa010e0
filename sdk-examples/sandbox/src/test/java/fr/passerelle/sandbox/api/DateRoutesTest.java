package fr.passerelle.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.sandbox.SandboxBeneficiary;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateRoutesTest extends ApiTest {

    private final JsonNode event = event("'priceCategories':[{'label':'Unique','price':900}]");
    private final String path = EVENTS + "/" + event.path("id").asLong();

    private String added(String more) {
        long id = post(path + "/dates", "{'dates':[" + date(event, more) + "]}")
                .body()
                .at("/dates/0/id")
                .asLong();
        return path + "/dates/" + id;
    }

    private long booked(String date, String more) {
        SandboxBeneficiary person = stage.sandbox.beneficiary(30_000);
        return stage.http
                .control(
                        "POST",
                        "/bookings",
                        "{'beneficiaryId':%d,'stockId':%s%s}"
                                .formatted(person.id(), date.substring(date.lastIndexOf('/') + 1), more))
                .path("id")
                .asLong();
    }

    @Test
    void addsAllDatesOrNone() {
        String unknown = date(event, "'priceCategoryId':987654321");

        assertRefusedUnder(
                post(path + "/dates", "{'dates':[" + date(event, "") + "," + unknown + "]}"),
                400,
                "dates.1.priceCategoryId");
        assertThat(get(path + "/dates").body().path("dates")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'quantity':'30' | dates.0.quantity",
                "'quantity':null | dates.0.quantity",
                "'quantity':1000001 | dates.0.quantity",
                "'beginningDatetime':'2026-03-01T19:00:00Z' | dates.0.beginningDatetime",
                "'beginningDatetime':'2026-03-22T19:00:00' | dates.0.beginningDatetime",
                "'bookingLimitDatetime':'2026-03-23T19:00:00Z' | dates.0.bookingLimitDatetime",
            })
    void refusesABadDateUnderItsPath(String field, String key) {
        assertRefusedUnder(post(path + "/dates", "{'dates':[" + date(event, field) + "]}"), 400, key);
    }

    @Test
    void takesTheQuantityAsTheTotalWhenCreatingAndAsTheRestWhenEditing() {
        String date = added("'quantity':30");
        booked(date, ",'quantity':2");

        JsonNode edited = patch(date, "{'quantity':5}").body();

        assertThat(edited.path("quantity").asInt()).isEqualTo(7);
        assertThat(edited.path("bookedQuantity").asInt()).isEqualTo(2);
        assertThat(patch(date, "{'quantity':null}").body().path("quantity").asText())
                .isEqualTo("unlimited");
    }

    @Test
    void reopensUsedBookingsWhenMovedFarAway() {
        String date = added("");
        booked(date, ",'status':'USED'");

        patch(date, "{'beginningDatetime':'2026-04-01T19:00:00Z'}");

        JsonNode booking = get(BOOKINGS + "/bookings?offerId="
                        + event.path("id").asLong())
                .body()
                .at("/bookings/0");
        assertThat(booking.path("status").asText()).isEqualTo("CONFIRMED");
        assertThat(booking.path("confirmationDate").asText()).isEqualTo("2026-03-04T10:00:00Z");
    }

    @Test
    void cannotEditAPastDate() {
        String date = added("");
        stage.sandbox.clock().advance(Duration.ofDays(21));

        assertRefusedUnder(patch(date, "{'quantity':5}"), 400, "global");
    }

    @Test
    void cancelsBookingsWhenDeletedAndNotifies() throws InterruptedException {
        String date = added("");
        booked(date, "");

        assertThat(delete(date).status()).isEqualTo(204);

        var notice = stage.vendor.next();
        assertThat(notice.path()).isEqualTo("/notification");
        assertThat(notice.payload().path("action").asText()).isEqualTo("CANCEL");

        assertRefusedUnder(delete(date), 404, "stock_id");
        assertThat(get(BOOKINGS + "/bookings?offerId=" + event.path("id").asLong())
                        .body()
                        .at("/bookings/0/status")
                        .asText())
                .isEqualTo("CANCELLED");
    }

    @Test
    void appliesANewPriceToLaterBookings() {
        String date = added("");
        patch(path + "/price_categories/" + event.at("/priceCategories/0/id").asLong(), "{'price':25}");
        booked(date, "");

        assertThat(get(BOOKINGS + "/bookings?offerId=" + event.path("id").asLong())
                        .body()
                        .at("/bookings/0/price")
                        .asInt())
                .isEqualTo(25);
    }
}
