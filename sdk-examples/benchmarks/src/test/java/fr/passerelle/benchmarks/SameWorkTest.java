package fr.passerelle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.benchmarks.floor.FloorBooking;
import fr.passerelle.benchmarks.floor.FloorEvent;
import fr.passerelle.benchmarks.server.Responses;
import fr.passerelle.model.booking.Booking;
import fr.passerelle.model.offer.Event;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A ratio means something only if both sides do the same: they read and write the same things. */
class SameWorkTest {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void allReadTheSameBookingsAndEventsFromTheServer() throws Exception {
        HttpCalls calls = new HttpCalls();
        try {
            assertSame(calls.bookingSdk(), calls.bookingFloor());
            assertSameBookings(calls.bookingsSdk(), calls.bookingsFloor());
            assertSameEvents(calls.eventsSdk(), calls.eventsFloor());
            calls.useSdk();
            calls.useFloor();
            assertThat(calls.bookingJdk()).isEqualTo(calls.bookingFloor());
            assertThat(calls.bookingsJdk()).isEqualTo(calls.bookingsFloor());
            assertThat(calls.eventsJdk()).isEqualTo(calls.eventsFloor());
            calls.useJdk();
        } finally {
            calls.close();
        }
    }

    @Test
    void bothDecodeTheSame() throws Exception {
        Decoding decoding = new Decoding();

        assertSame(decoding.bookingSdk(), decoding.bookingFloor());
        assertSameBookings(decoding.bookingsSdk(), decoding.bookingsFloor());
        assertSameEvents(decoding.eventsSdk(), decoding.eventsFloor());
    }

    @Test
    void bothWriteTheSameDrafts() throws Exception {
        Drafts drafts = new Drafts();

        assertThat(json.readTree(drafts.eventSdk())).isEqualTo(json.readTree(drafts.eventFloor()));
        assertThat(json.readTree(drafts.datesSdk())).isEqualTo(json.readTree(drafts.datesFloor()));
    }

    @Test
    void bothUnderstandTheSameMessage() throws Exception {
        DeskMessages messages = new DeskMessages();
        try {
            assertThat(messages.receiveSdk().status()).isEqualTo(200);
            assertThat(messages.receiveOnDeskThreadSdk().status()).isEqualTo(200);
            assertThat(messages.receiveFloor().venueName()).isEqualTo("Théâtre de l'Exemple");
            assertThat(messages.receiveFloor().bookingCreationDate().toInstant(ZoneOffset.UTC))
                    .isEqualTo("2027-03-08T09:15:42.123456Z");
        } finally {
            messages.close();
        }
    }

    @Test
    void theResponsesHaveTheSizesThatTheTableNames() {
        assertThat(bytes(Responses.booking(Responses.FIRST_ID))).isBetween(900, 1_100);
        assertThat(bytes(Responses.bookings())).isBetween(45_000, 55_000);
        assertThat(bytes(Responses.events())).isBetween(150_000, 170_000);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void assertSameBookings(List<Booking> sdk, List<FloorBooking> floor) {
        assertThat(sdk).hasSize(Responses.PAGE).hasSameSizeAs(floor);
        for (int i = 0; i < sdk.size(); i++) {
            assertSame(sdk.get(i), floor.get(i));
        }
    }

    private static void assertSame(Booking sdk, FloorBooking floor) {
        assertThat(sdk.id()).isEqualTo(floor.id());
        assertThat(sdk.creationDate()).isEqualTo(floor.creationDate());
        assertThat(sdk.cancellationLimit()).isEqualTo(floor.confirmationDate());
        assertThat(sdk.unitPrice().cents()).isEqualTo(floor.price());
        assertThat(sdk.status().value()).isEqualTo(floor.status());
        assertThat(sdk.venueName()).isEqualTo(floor.venueName());
        assertThat(sdk.userBirthDate()).isEqualTo(floor.userBirthDate());
        assertThat(sdk.userPostalCode()).isEqualTo(floor.userPostalCode());
    }

    private static void assertSameEvents(List<Event> sdk, List<FloorEvent> floor) {
        assertThat(sdk).hasSize(Responses.PAGE).hasSameSizeAs(floor);
        for (int i = 0; i < sdk.size(); i++) {
            assertThat(sdk.get(i).id()).isEqualTo(floor.get(i).id());
            assertThat(sdk.get(i).description()).isEqualTo(floor.get(i).description());
            assertThat(sdk.get(i).publicationDatetime()).isEqualTo(floor.get(i).publicationDatetime());
            assertThat(sdk.get(i).priceCategories()).hasSameSizeAs(floor.get(i).priceCategories());
        }
    }
}
