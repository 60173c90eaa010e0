package fr.passerelle.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.log.CapturedLogs;
import fr.passerelle.metrics.DeskMetrics;
import fr.passerelle.model.value.Remaining;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A marked person, marked keys and marked barcodes go through a desk with a ledger, and show nowhere. */
class DeskCanaryTest {

    private static final String KEY = "canary-hmac-key-77";
    private static final BookingKeys KEYS = BookingKeys.under("canary-ledger-secret");
    private static final Instant END_OF_TIME = Instant.parse("2100-01-01T00:00:00Z");

    private static final List<String> SECRETS = List.of("canary", "Canarine", "Serinette", "2008-06-21");

    private static final String BOOKING = SampleMessages.booking(1)
            .replace("camille.exemple@", "canary.person@")
            .replace("Camille", "Canarine")
            .replace("\"Exemple\"", "\"Serinette\"");
    private static final String BOOKED_AGAIN = BOOKING.replace("09:15:42", "09:17:42");

    private final List<String> shown = new ArrayList<>();
    private final AtomicLong now = new AtomicLong();
    private final TicketLedger ledger = TicketLedger.inMemory(10);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final DeskMetrics metrics = new DeskMetrics(registry);

    private TicketingDesk.Builder desk(BookingHandler handler) {
        return TicketingDesk.builder()
                .hmacKey(KEY)
                .ledger(ledger, KEYS)
                .executor(Runnable::run)
                .nanoTime(now::get)
                .onBooking(handler)
                .onCancellation(barcodes -> CancellationResponse.cancelled(Remaining.of(3)))
                .listener(metrics);
    }

    @Test
    void secretsShowNowhere() throws RefusedMessageException {
        BookingMessage message = ((Message.Booking) MessageDecoder.decode(BOOKING)).booking();
        show(KEYS, KEYS.of(message), KEYS.attempt(message));
        BookingHandler sells = booking -> BookingResponse.tickets(Remaining.of(4), Ticket.of("canary-barcode-1"));
        BookingHandler fails = booking -> {
            throw new IllegalStateException(
                    "no seat for " + booking.beneficiary().email());
        };
        BookingHandler isLate = booking -> {
            now.addAndGet(Duration.ofSeconds(7).toNanos());
            return BookingResponse.tickets(Remaining.of(4), Ticket.of("canary-barcode-2"));
        };

        receive(desk(sells), BOOKING);
        show(ledger.claim(KEYS.attempt(message)));
        receive(desk(sells), BOOKING);
        receive(desk(fails), BOOKED_AGAIN);
        receive(desk(isLate), BOOKED_AGAIN);
        show(ledger, ledger.orphans(END_OF_TIME));
        receive(desk(sells), SampleMessages.cancellation("canary-barcode-1", "canary-barcode-3"));
        receive(desk(sells), "{\"canary.person@example.org\":");
        receive(desk(sells), BOOKING.replace("2008-06-21", "canary"));
        try (TicketingDesk desk = desk(sells).build()) {
            show(desk, desk.receive("canary", TicketingDesk.sign(KEY, BOOKING).body()));
        }
        registry.getMeters().forEach(meter -> show(meter.getId(), meter.measure()));

        assertThat(shown).hasSizeGreaterThan(20).anyMatch(text -> text.contains("passerelle.desk.messages"));
        for (String secret : SECRETS) {
            assertThat(shown).noneMatch(text -> text.contains(secret));
            assertThat(CapturedLogs.lines()).noneMatch(line -> line.text().contains(secret));
        }
    }

    private void receive(TicketingDesk.Builder builder, String document) {
        SignedMessage message = TicketingDesk.sign(KEY, document);
        try (TicketingDesk desk = builder.build()) {
            show(desk, message, desk.receive(message.signature(), message.body()));
        }
    }

    private void show(Object... objects) {
        for (Object object : objects) {
            shown.add(String.valueOf(object));
        }
    }
}
