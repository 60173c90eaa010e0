package fr.passerelle.sandbox.booking;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.sandbox.Http;
import fr.passerelle.sandbox.SandboxBeneficiary;
import fr.passerelle.sandbox.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CountermarkCancellationTest {

    private final Stage stage = new Stage();
    private final SandboxBeneficiary person = stage.sandbox.beneficiary(30_000);

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void givesTheTicketsBackFirst() throws InterruptedException {
        stage.vendor.response("/booking", 200, "{'tickets':[{'barcode':'B1'}],'remainingQuantity':7}");
        stage.vendor.response("/cancel", 200, "{'remainingQuantity':8}");
        long id = person.book(stage.date(true, "25"), 1);

        assertThat(cancel(id).status()).isEqualTo(204);

        assertThat(stage.vendor.next().path()).isEqualTo("/booking");
        assertThat(stage.vendor.next().path()).isEqualTo("/cancel");
        assertThat(stage.vendor.waiting()).isZero();
        assertThat(person.remainingCredit()).isEqualTo(30_000);
    }

    @Test
    void keepsTheBookingWhenTheVendorFails() {
        stage.vendor.response("/booking", 200, "{'tickets':[{'barcode':'B1'}],'remainingQuantity':7}");
        stage.vendor.response("/cancel", 503, "");
        long id = person.book(stage.date(true, "25"), 1);

        assertThat(cancel(id).status()).isEqualTo(500);
        assertThat(person.remainingCredit()).isEqualTo(30_000 - 1250);
    }

    /** The server's fault after a desk that says already_cancelled: the places stay taken. */
    @Test
    void losesThePlacesWhenTheVendorSaysAlreadyCancelled() {
        stage.vendor.response("/booking", 200, "{'tickets':[{'barcode':'B1'}],'remainingQuantity':7}");
        stage.vendor.response("/cancel", 409, "{'error':'already_cancelled','remainingQuantity':8}");
        long id = person.book(stage.date(true, "25"), 1);

        assertThat(cancel(id).status()).isEqualTo(204);

        assertThat(person.remainingCredit()).isEqualTo(30_000);
        var date = stage.http
                .call("GET", "/public/offers/v1/events/1/dates", stage.provider.apiKey(), "")
                .body()
                .at("/dates/0");
        assertThat(date.path("bookedQuantity").asInt()).isEqualTo(1);
        assertThat(date.path("quantity").asInt()).isEqualTo(8);
    }

    @Test
    void tellsTheVendorOfAnOfferWithoutTickets() throws InterruptedException {
        long id = person.book(stage.date(false, "25"), 1);

        assertThat(cancel(id).status()).isEqualTo(204);

        assertThat(stage.vendor.next().payload().path("action").asText()).isEqualTo("BOOK");
        assertThat(stage.vendor.next().payload().path("action").asText()).isEqualTo("CANCEL");
    }

    @Test
    void saysNothingOfOffersMadeByHand() throws InterruptedException {
        stage.http.control(
                "POST",
                "/offers",
                ("{'venueId':%d,'kind':'event','createdBy':'portal','priceCategories':[{'label':'a','price':0}],"
                                + "'dates':[{'beginningDatetime':'2026-03-12T19:00:00Z','quantity':5,'priceCategory':0}]}")
                        .formatted(stage.venue.id()));
        person.book(1, 1);
        person.book(stage.date(false, "5"), 1);

        // One sender in order: the first message to come is that of the second booking.
        assertThat(stage.vendor.next().payload().path("offer_id").asLong()).isEqualTo(2);
    }

    @Test
    void losesTheNotificationsItIsToldToLose() throws InterruptedException {
        stage.http.control("PUT", "/messages", "{'dropNotifications':1}");
        person.book(stage.date(false, "5"), 1);
        stage.http.control("PUT", "/messages", "{}");
        person.book(stage.date(false, "5"), 1);

        assertThat(stage.vendor.next().payload().path("offer_id").asLong()).isEqualTo(2);
        assertThat(stage.vendor.waiting()).isZero();
    }

    private Http.Reply cancel(long bookingId) {
        String path = "/public/bookings/v1/cancel/token/" + stage.sandbox.countermark(bookingId);
        return stage.http.call("PATCH", path, stage.provider.apiKey(), "");
    }
}
