package fr.passerelle.sandbox.collective;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.sandbox.Http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdageMockRoutesTest extends CollectiveTest {

    private Reply book(JsonNode arranged) {
        return post(API + "/adage_mock/offer/" + arranged.path("id").asLong() + "/book", "");
    }

    private Reply step(String verb, long booking) {
        String folder = verb.equals("use") ? "/bookings/" : "/adage_mock/bookings/";
        return post(API + folder + booking + "/" + verb, "");
    }

    private JsonNode withBooking(String status) {
        return arranged("'startDatetime':'2026-03-11T10:00:00Z','bookings':[{'status':'" + status + "'}]");
    }

    private static void assertCode(Reply reply, int status, String code) {
        assertThat(reply.body().toString()).isEqualTo("{\"code\":\"" + code + "\"}");
        assertThat(reply.status()).isEqualTo(status);
    }

    private String statusAfter(JsonNode arranged) {
        return get(OFFERS + arranged.path("id").asLong())
                .body()
                .at("/bookings/0/status")
                .asText();
    }

    /** Rows of the table of transitions: what the booking becomes, or the code of the refusal. */
    @ParameterizedTest
    @CsvSource({
        "confirm, PENDING, CONFIRMED",
        "confirm, CONFIRMED, CONFIRMED",
        "confirm, USED, CONFIRMED",
        "confirm, REIMBURSED, CONFIRMED",
        "cancel, PENDING, CANCELLED",
        "cancel, CONFIRMED, CANCELLED",
        "cancel, USED, CANCELLED",
        "pending, PENDING, PENDING",
        "pending, CONFIRMED, PENDING",
        "pending, CANCELLED, PENDING",
        "reimburse, USED, REIMBURSED",
        "use, CONFIRMED, USED"
    })
    void takesTheStep(String verb, String from, String to) {
        JsonNode offer = withBooking(from);

        assertThat(step(verb, booking(offer)).status()).isEqualTo(204);
        assertThat(statusAfter(offer)).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({
        "confirm, CANCELLED, EDUCATIONAL_BOOKING_IS_CANCELLED",
        "cancel, CANCELLED, ALREADY_CANCELLED_BOOKING",
        "cancel, REIMBURSED, BOOKING_IS_REIMBURSED",
        "pending, USED, CANNOT_SET_BACK_USED_BOOKING_TO_PENDING",
        "pending, REIMBURSED, CANNOT_SET_BACK_REIMBURSED_BOOKING_TO_PENDING",
        "reimburse, CONFIRMED, CANNOT_REIMBURSE_CONFIRMED_BOOKING",
        "use, REIMBURSED, ONLY_CONFIRMED_BOOKING_CAN_BE_USED"
    })
    void refusesTheStep(String verb, String from, String code) {
        JsonNode offer = withBooking(from);

        assertCode(step(verb, booking(offer)), 403, code);
        assertThat(statusAfter(offer)).isEqualTo(from);
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirm", "cancel", "pending", "reimburse", "use"})
    void findsBookingsThroughActiveLinksOnly(String verb) {
        long booking = booking(arranged("portal", "'status':'PREBOOKED'"));
        switchTheLinkOff();

        assertCode(step(verb, booking), 404, "BOOKING_NOT_FOUND");
        assertCode(step(verb, 987654), 404, "BOOKING_NOT_FOUND");
    }

    @Test
    void booksOffersOfThePortalToo() {
        assertThat(book(arranged("portal", "")).body().path("bookingStatus").asText())
                .isEqualTo("PENDING");
    }

    @Test
    void refusesToBookAgainEvenAfterACancellation() {
        assertCode(book(withBooking("CANCELLED")), 403, "OFFER_IS_NOT_BOOKABLE_BECAUSE_BOOKING_EXISTS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DRAFT", "UNDER_REVIEW", "REJECTED", "HIDDEN", "ARCHIVED", "CANCELLED"})
    void booksPublishedOffersOnly(String status) {
        assertCode(book(arranged("'status':'" + status + "'")), 403, "OFFER_IS_NOT_BOOKABLE");
    }

    @Test
    void neverLetsTheCancellationLimitPrecedeTheBooking() {
        JsonNode offer = arranged("");
        book(offer);

        JsonNode booking = get(OFFERS + offer.path("id").asLong()).body().at("/bookings/0");
        assertThat(booking.path("cancellationLimitDate").asText()).isEqualTo("2026-03-02T10:00:00");
        assertThat(booking.path("confirmationDate").isNull()).isTrue();
    }

    @Test
    void writesMicrosecondsOfBookingDatesWhenThereAreAny() {
        JsonNode offer = arranged("");
        stage.http.control("PUT", "/clock", "{'now':'2026-03-02T10:00:00.25Z'}");
        book(offer);

        assertThat(get(OFFERS + offer.path("id").asLong())
                        .body()
                        .at("/bookings/0/dateCreated")
                        .asText())
                .isEqualTo("2026-03-02T10:00:00.250000");
    }

    @Test
    void refusesToConfirmAfterTheLimit() {
        assertCode(step("confirm", booking(arranged("'status':'EXPIRED'"))), 403, "CONFIRMATION_LIMIT_DATE_HAS_PASSED");
    }

    private long pendingAt(long school, int price) {
        return booking(stage.http.control(
                "POST",
                "/collective/offers",
                "{'venueId':%d,'createdBy':'portal','institutionId':%d,'totalPrice':%d,'status':'PREBOOKED'}"
                        .formatted(stage.venue.id(), school, price)));
    }

    @Test
    void spendsTheDepositOfTheSchoolYear() {
        long poor = institution("0640000P", "'deposit':{'amount':150}");
        long first = pendingAt(poor, 100);
        long second = pendingAt(poor, 60);

        assertThat(step("confirm", first).status()).isEqualTo(204);
        assertCode(step("confirm", second), 403, "INSUFFICIENT_FUND");
        step("cancel", first);
        assertThat(step("confirm", second).status()).isEqualTo(204);
    }

    @Test
    void spends80PercentOfAProvisionalDeposit() {
        long school = institution("0640000P", "'deposit':{'amount':100,'final':false}");

        assertCode(step("confirm", pendingAt(school, 81)), 403, "INSUFFICIENT_FUND_DEPOSIT_NOT_FINAL");
        assertThat(step("confirm", pendingAt(school, 80)).status()).isEqualTo(204);
    }

    @Test
    void missesTheDepositOfASchoolWithoutOne() {
        long school = institution("0640000P", "'deposit':null");

        assertCode(step("confirm", pendingAt(school, 0)), 404, "DEPOSIT_NOT_FOUND");
    }
}
