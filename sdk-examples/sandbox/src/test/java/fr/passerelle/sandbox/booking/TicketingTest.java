package fr.passerelle.sandbox.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.sandbox.FakeVendor.Reply;
import fr.passerelle.sandbox.Http;
import fr.passerelle.sandbox.SandboxBeneficiary;
import fr.passerelle.sandbox.Stage;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicketingTest {

    private static final String ONE_TICKET = "{'tickets':[{'barcode':'B1','seat':'A 12'}],'remainingQuantity':%s}";
    private static final String TWO_TICKETS = "{'tickets':[{'barcode':'B1'},{'barcode':'B2'}],'remainingQuantity':5}";

    private final Stage stage = new Stage();
    private final SandboxBeneficiary person = stage.sandbox.beneficiary(30_000);

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void asksTheVendorAndTakesItsFigure() throws InterruptedException {
        long date = stage.date(true, "25");
        stage.vendor.response("/booking", 200, ONE_TICKET.formatted("7"));

        var reply = stage.book(person, date, 1);

        assertThat(reply.status()).isEqualTo(200);
        var message = stage.vendor.next();
        assertThat(message.path()).isEqualTo("/booking");
        assertThat(message.payload()).hasSize(22);
        assertThat(stage.vendor.waiting()).isZero();
        assertThat(quantity(date)).isEqualTo("8");
        assertThat(booked(date)).isEqualTo(1);
    }

    @Test
    void showsTheBarcodeInTheLastTwoDaysAndNeverACountermark() {
        long id = bookTicketed(1, ONE_TICKET.formatted("null"));
        JsonNode early = ticket(id);
        stage.sandbox.clock().advance(Duration.ofDays(9));
        JsonNode late = ticket(id);

        assertThat(early.path("display").asText()).isEqualTo("hidden_external_ticket");
        assertThat(early.path("externalBooking").path("data").isNull()).isTrue();
        assertThat(early.path("token").isNull()).isTrue();
        assertThat(late.path("externalBooking")
                        .path("data")
                        .path(0)
                        .path("barcode")
                        .asText())
                .isEqualTo("B1");
        assertThat(late.path("externalBooking")
                        .path("data")
                        .path(0)
                        .path("seat")
                        .asText())
                .isEqualTo("A 12");
    }

    @Test
    void makesTheStockUnlimitedWhenTheVendorSaysNothing() {
        long date = stage.date(true, "25");
        stage.vendor.response("/booking", 200, "{'tickets':[{'barcode':'B1'}]}");

        stage.book(person, date, 1);

        assertThat(quantity(date)).isEqualTo("unlimited");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "409; {'error':'sold_out'}; PROVIDER_STOCK_NOT_ENOUGH_SEATS; 0",
                "409; {'error':'not_enough_seats','remainingQuantity':1}; PROVIDER_STOCK_NOT_ENOUGH_SEATS; 1",
                "409; {'error':'not_enough_seats'}; EXTERNAL_EVENT_PROVIDER_BOOKING_FAILED; 25",
                "409; {'error':'full'}; EXTERNAL_EVENT_PROVIDER_BOOKING_FAILED; 25",
                "400; {}; EXTERNAL_EVENT_PROVIDER_BOOKING_FAILED; 25",
                "503; oops; EXTERNAL_EVENT_PROVIDER_BOOKING_FAILED; 25",
                "200; oops; EXTERNAL_EVENT_PROVIDER_BOOKING_FAILED; 25",
                "200; {'tickets':[]}; EXTERNAL_EVENT_PROVIDER_BOOKING_FAILED; 25"
            })
    void refusesWhatTheVendorRefuses(int status, String response, String code, String quantityAfter) {
        long date = stage.date(true, "25");
        stage.vendor.response("/booking", status, response);

        var reply = stage.book(person, date, 2);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body().path("code").asText()).isEqualTo(code);
        assertThat(quantity(date)).isEqualTo(quantityAfter);
        assertThat(booked(date)).isZero();
        assertThat(person.remainingCredit()).isEqualTo(30_000);
    }

    @Test
    void breaksOnAnResponseItDoesNotKnow() {
        long date = stage.date(true, "25");
        stage.vendor.response("/booking", 409, "{'error':'already_cancelled'}");

        assertThat(stage.book(person, date, 1).status()).isEqualTo(500);
        assertThat(booked(date)).isZero();
    }

    @Test
    void breaksWhenTheVendorIsTooSlowAndForgetsItsTicket() {
        var release = new CountDownLatch(1);
        long date = stage.date(true, "25");
        stage.sandbox.messages(0, Duration.ofMillis(200));
        stage.vendor.response("/booking", message -> {
            await(release);
            return new Reply(200, ONE_TICKET.formatted("7").replace('\'', '"'));
        });

        assertThat(stage.book(person, date, 1).status()).isEqualTo(500);

        release.countDown();
        stage.sandbox.clock().advance(Duration.ofMinutes(2));
        assertThat(stage.sandbox.runJob("cancel-orphans"))
                .containsEntry("cancelled", 0)
                .containsEntry("kept", 0);
        assertThat(quantity(date)).isEqualTo("25");
    }

    @Test
    void keepsTheSecondOfTwoTicketsAndLetsTheJobCancelTheFirst() throws InterruptedException {
        stage.vendor.response("/cancel", 200, "{'remainingQuantity':6}");
        long date = stage.date(true, "25");
        stage.vendor.response("/booking", 200, TWO_TICKETS);
        assertThat(stage.book(person, date, 1).status()).isEqualTo(200);
        assertThat(stage.vendor.next().path()).isEqualTo("/booking");
        stage.sandbox.clock().advance(Duration.ofSeconds(59));
        assertThat(stage.sandbox.runJob("cancel-orphans")).containsEntry("cancelled", 0);

        stage.sandbox.clock().advance(Duration.ofSeconds(1));

        assertThat(stage.sandbox.runJob("cancel-orphans"))
                .containsEntry("cancelled", 1)
                .containsEntry("kept", 1)
                .containsEntry("failed", 0);
        assertThat(stage.vendor.next().payload().toString()).isEqualTo("{\"barcodes\":[\"B1\"]}");
        assertThat(quantity(date)).isEqualTo("7");
    }

    @Test
    void givesASingleTicketForTwoBackAtOnce() throws InterruptedException {
        long date = stage.date(true, "25");
        stage.vendor.response("/booking", 200, ONE_TICKET.formatted("7"));
        stage.vendor.response("/cancel", 200, "{'remainingQuantity':8}");

        var reply = stage.book(person, date, 2);

        assertThat(reply.body().path("code").asText()).isEqualTo("EXTERNAL_EVENT_PROVIDER_BOOKING_FAILED");
        stage.vendor.next();
        var cancellation = stage.vendor.next();
        assertThat(cancellation.path()).isEqualTo("/cancel");
        assertThat(cancellation.payload().toString()).isEqualTo("{\"barcodes\":[\"B1\"]}");
        assertThat(quantity(date)).isEqualTo("8");
        assertThat(booked(date)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"200; {'remainingQuantity':9}; 9", "204; ; 7", "200; done; 7", "200; {}; unlimited"})
    void cancelsWithTheVendorAndTakesItsFigure(int status, String response, String quantityAfter) {
        long date = stage.date(true, "25");
        stage.vendor.response("/booking", 200, TWO_TICKETS);
        stage.vendor.response("/cancel", status, response == null ? "" : response);
        long id = stage.book(person, date, 2).body().path("bookingId").asLong();

        assertThat(stage.cancel(person, id).status()).isEqualTo(204);

        assertThat(quantity(date)).isEqualTo(quantityAfter);
        assertThat(booked(date)).isZero();
        assertThat(person.remainingCredit()).isEqualTo(30_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"500; oops; 400", "404; {}; 400", "409; {'error':'other'}; 400", "409; {'error':'sold_out'}; 500"})
    void keepsTheBookingWhenTheVendorDoesNotCancel(int status, String response, int expected) {
        long id = bookTicketed(2, TWO_TICKETS);
        stage.vendor.response("/cancel", status, response);

        Http.Reply reply = stage.cancel(person, id);

        assertThat(reply.status()).isEqualTo(expected);
        if (expected == 400) {
            assertThat(reply.body().path("code").asText()).isEqualTo("FAILED_TO_CANCEL_EXTERNAL_BOOKING");
        }
        assertThat(person.remainingCredit()).isEqualTo(27_500);
    }

    /** The fault of the server that a desk must not cause: it says cancelled(remaining) instead. */
    @Test
    void aDeskThatSaysAlreadyCancelledLeavesTheBookingForEver() {
        long date = stage.date(true, "25");
        stage.vendor.response("/booking", 200, TWO_TICKETS);
        stage.vendor.response("/cancel", 409, "{'error':'already_cancelled','remainingQuantity':9}");
        long id = stage.book(person, date, 2).body().path("bookingId").asLong();
        String before = quantity(date);

        assertThat(stage.cancel(person, id).status()).isEqualTo(204);

        assertThat(quantity(date)).isEqualTo(before);
        assertThat(booked(date)).isEqualTo(2);
        assertThat(person.remainingCredit()).isEqualTo(27_500);
    }

    @Test
    void aDeskThatSaysAlreadyCancelledEndsTheOrphanJob() {
        bookTicketed(1, "{'tickets':[{'barcode':'X1'},{'barcode':'X2'},{'barcode':'X3'}]}");
        stage.vendor.response("/cancel", 409, "{'error':'already_cancelled','remainingQuantity':9}");
        stage.sandbox.clock().advance(Duration.ofMinutes(2));

        assertThat(stage.sandbox.runJob("cancel-orphans"))
                .containsEntry("failed", 1)
                .containsEntry("cancelled", 0);
    }

    @Test
    void lessThanNothingLeftIsACrashThatOrphansTheTickets() {
        long date = stage.date(true, "25");
        stage.vendor.response("/booking", 200, "{'tickets':[{'barcode':'B1'}],'remainingQuantity':-1}");

        assertThat(stage.book(person, date, 1).status()).isEqualTo(500);

        assertThat(booked(date)).isZero();
        stage.vendor.response("/cancel", 204, "");
        stage.sandbox.clock().advance(Duration.ofMinutes(2));
        assertThat(stage.sandbox.runJob("cancel-orphans")).containsEntry("cancelled", 1);
    }

    @Test
    void prefersTheVenuesUrlEvenWhenTheLinkIsInactive() throws InterruptedException {
        stage.vendor.response("/venue-booking", 200, ONE_TICKET.formatted("7"));
        long date = stage.date(true, "25");
        stage.http.call(
                "PATCH",
                "/public/providers/v1/venues/" + stage.venue.id(),
                stage.provider.apiKey(),
                "{'bookingUrl':'%s','cancelUrl':'%s'}"
                        .formatted(stage.vendor.url("/venue-booking"), stage.vendor.url("/venue-cancel")));
        stage.http.control(
                "PUT", "/venues/" + stage.venue.id() + "/providers/" + stage.provider.id(), "{'active':false}");

        assertThat(stage.book(person, date, 1).status()).isEqualTo(200);
        assertThat(stage.vendor.next().path()).isEqualTo("/venue-booking");
    }

    @Test
    void endsTheOrphanJobAtTheFirstFailureAndLosesThatTicket() {
        bookTicketed(1, "{'tickets':[{'barcode':'X1'},{'barcode':'X2'},{'barcode':'X3'}]}");
        stage.vendor.response("/cancel", 500, "");
        stage.sandbox.clock().advance(Duration.ofMinutes(2));

        assertThat(stage.sandbox.runJob("cancel-orphans"))
                .containsEntry("failed", 1)
                .containsEntry("cancelled", 0);
        stage.vendor.response("/cancel", 200, "");
        assertThat(stage.sandbox.runJob("cancel-orphans"))
                .containsEntry("failed", 0)
                .containsEntry("cancelled", 2);
    }

    private long bookTicketed(int quantity, String response) {
        long date = stage.date(true, "25");
        stage.vendor.response("/booking", 200, response);
        return stage.book(person, date, quantity).body().path("bookingId").asLong();
    }

    private JsonNode ticket(long bookingId) {
        return stage.http
                .call("GET", "/native/v2/bookings/" + bookingId, person.accessToken(), "")
                .body()
                .path("ticket");
    }

    private String quantity(long date) {
        return stockField(date, "quantity").asText();
    }

    private int booked(long date) {
        return stockField(date, "bookedQuantity").asInt();
    }

    /** The only event of a test is offer 1. */
    private JsonNode stockField(long date, String field) {
        JsonNode dates = stage.http
                .call("GET", "/public/offers/v1/events/1/dates", stage.provider.apiKey(), "")
                .body()
                .path("dates");
        assertThat(dates.path(0).path("id").asLong()).isEqualTo(date);
        return dates.path(0).path(field);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
