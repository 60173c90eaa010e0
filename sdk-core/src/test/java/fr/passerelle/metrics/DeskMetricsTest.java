package fr.passerelle.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.value.Remaining;
import fr.passerelle.ticketing.BookingHandler;
import fr.passerelle.ticketing.BookingKeys;
import fr.passerelle.ticketing.BookingResponse;
import fr.passerelle.ticketing.CancellationResponse;
import fr.passerelle.ticketing.HmacKey;
import fr.passerelle.ticketing.NotificationAction;
import fr.passerelle.ticketing.SampleMessages;
import fr.passerelle.ticketing.SignedMessage;
import fr.passerelle.ticketing.Ticket;
import fr.passerelle.ticketing.TicketLedger;
import fr.passerelle.ticketing.TicketingDesk;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a dashboard shows of a desk. */
class DeskMetricsTest {

    private static final String KEY = "a-key-of-the-test";
    private static final String OLD_KEY = "a-key-that-goes";

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final TicketingDesk.Builder desk = TicketingDesk.builder()
            .name("hall")
            .hmacKey(new HmacKey("2025", OLD_KEY))
            .hmacKey(new HmacKey("2026", KEY))
            .executor(Runnable::run)
            .onCancellation(barcodes -> CancellationResponse.cancelled(Remaining.of(3)))
            .onNotification(notice -> {})
            .listener(new DeskMetrics(registry));

    static Stream<Arguments> bookingHandlers() {
        Ticket ticket = Ticket.of("barcode");
        return Stream.of(
                handler("sold", booking -> BookingResponse.tickets(Remaining.of(4), ticket)),
                handler("sold_out", booking -> BookingResponse.soldOut()),
                handler("not_enough_seats", booking -> BookingResponse.notEnoughSeats(1)),
                handler("booking_refused", booking -> BookingResponse.refused()),
                handler("tickets_not_places", booking -> BookingResponse.tickets(Remaining.of(4), ticket, ticket)),
                handler("handler_failed", booking -> {
                    throw new IllegalStateException();
                }));
    }

    private static Arguments handler(String outcome, BookingHandler handler) {
        return Arguments.of(outcome, handler);
    }

    @ParameterizedTest
    @MethodSource("bookingHandlers")
    void countsWhatBecomesOfABooking(String outcome, BookingHandler handler) {
        receive(desk.onBooking(handler), SampleMessages.booking(1));

        assertThat(messages("kind", "booking", "outcome", outcome, "key", "2026"))
                .isEqualTo(1);
        assertThat(handlers("kind", "booking", "outcome", outcome.equals("handler_failed") ? "failure" : "success"))
                .isEqualTo(1);
    }

    @Test
    void countsCancellationsAndNotifications() {
        receive(desk, SampleMessages.cancellation("A"));
        receive(desk.onCancellation(barcodes -> CancellationResponse.refused()), SampleMessages.cancellation("A"));
        receive(desk, SampleMessages.notification(NotificationAction.BOOK));

        assertThat(messages("kind", "cancellation", "outcome", "cancelled")).isEqualTo(1);
        assertThat(messages("kind", "cancellation", "outcome", "cancellation_refused"))
                .isEqualTo(1);
        assertThat(messages("kind", "notification", "outcome", "noted")).isEqualTo(1);
    }

    @Test
    void countsADuplicateApart() {
        desk.ledger(TicketLedger.inMemory(10), BookingKeys.under("a secret of the test"))
                .onBooking(booking -> BookingResponse.tickets(Remaining.of(4), Ticket.of("barcode")));
        receive(desk, SampleMessages.booking(1));
        receive(desk, SampleMessages.booking(1));

        assertThat(messages("outcome", "sold")).isEqualTo(1);
        assertThat(messages("outcome", "redelivered")).isEqualTo(1);
        assertThat(handlers("kind", "booking")).isEqualTo(1);
    }

    @Test
    void countsWhatNoKeySignedAndWhatNoThreadRan() {
        try (TicketingDesk built = desk.build()) {
            SignedMessage forged = TicketingDesk.sign("another key", SampleMessages.booking(1));
            built.receive(forged.signature(), forged.body());
            built.receive(null, forged.body());
        }
        receive(
                desk.executor(task -> {
                    throw new RejectedExecutionException();
                }),
                SampleMessages.cancellation("A"));

        assertThat(messages("kind", "none", "outcome", "signature_wrong", "key", "none"))
                .isEqualTo(1);
        assertThat(messages("kind", "none", "outcome", "signature_missing", "key", "none"))
                .isEqualTo(1);
        assertThat(messages("kind", "cancellation", "outcome", "saturated")).isEqualTo(1);
    }

    @Test
    void tellsWhichKeyMadeASignatureSoThatAnOldOneCanBeRetired() {
        SignedMessage message = TicketingDesk.sign(OLD_KEY, SampleMessages.cancellation("A"));
        try (TicketingDesk built = desk.build()) {
            built.receive(message.signature(), message.body());
        }
        receive(desk, SampleMessages.cancellation("A"));
        receive(desk, SampleMessages.cancellation("A"));

        assertThat(messages("key", "2025")).isEqualTo(1);
        assertThat(messages("key", "2026")).isEqualTo(2);
    }

    @Test
    void countsSalesThatWereTakenBackAndThoseThatCouldNotBe() {
        desk.onBooking(booking -> BookingResponse.tickets(Remaining.of(4), Ticket.of("A"), Ticket.of("B")));
        receive(desk.onUndo((booking, tickets) -> {}), SampleMessages.booking(1));
        receive(
                desk.onUndo((booking, tickets) -> {
                    throw new IllegalStateException();
                }),
                SampleMessages.booking(1));

        assertThat(compensations("success")).isEqualTo(1);
        assertThat(compensations("failure")).isEqualTo(1);
    }

    @Test
    void putsTheTagsOfTheUserOnEachMeter() {
        receive(
                TicketingDesk.builder()
                        .hmacKey(KEY)
                        .executor(Runnable::run)
                        .onCancellation(barcodes -> CancellationResponse.cancelled(Remaining.of(3)))
                        .listener(new DeskMetrics(registry, Tags.of("tenant", "mk2"))),
                SampleMessages.cancellation("A"));

        assertThat(registry.getMeters()).hasSize(2).allSatisfy(meter -> {
            assertThat(meter.getId().getTag("tenant")).isEqualTo("mk2");
            assertThat(meter.getId().getTag("desk")).isEqualTo("default");
            assertThat(meter.getId().getDescription()).isNotBlank();
        });
    }

    private static void receive(TicketingDesk.Builder builder, String document) {
        SignedMessage message = TicketingDesk.sign(KEY, document);
        try (TicketingDesk built = builder.build()) {
            built.receive(message.signature(), message.body());
        }
    }

    private double messages(String... tags) {
        return count("passerelle.desk.messages", tags);
    }

    private double handlers(String... tags) {
        return count("passerelle.desk.handlers", tags);
    }

    private double compensations(String outcome) {
        return registry.get("passerelle.desk.compensations")
                .tags("desk", "hall", "outcome", outcome)
                .counter()
                .count();
    }

    private double count(String name, String... tags) {
        return registry.find(name).tag("desk", "hall").tags(tags).timers().stream()
                .mapToDouble(Timer::count)
                .sum();
    }
}
