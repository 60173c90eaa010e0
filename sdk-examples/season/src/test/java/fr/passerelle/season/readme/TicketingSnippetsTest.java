package fr.passerelle.season.readme;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.passerelle.metrics.DeskMetrics;
import fr.passerelle.model.offer.DateDraft;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.reconciliation.BookingReconciler;
import fr.passerelle.reconciliation.BookingRecords;
import fr.passerelle.reconciliation.BookingScope;
import fr.passerelle.reconciliation.Difference;
import fr.passerelle.reconciliation.Reconciliation;
import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.sandbox.VendorUrls;
import fr.passerelle.ticketing.BookingKey;
import fr.passerelle.ticketing.BookingKeys;
import fr.passerelle.ticketing.DeskResponse;
import fr.passerelle.ticketing.HmacKey;
import fr.passerelle.ticketing.LedgerEntry;
import fr.passerelle.ticketing.SaleState;
import fr.passerelle.ticketing.SampleMessages;
import fr.passerelle.ticketing.SignedMessage;
import fr.passerelle.ticketing.TicketLedger;
import fr.passerelle.ticketing.TicketingDesk;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** The snippets of docs/ticketing.md. */
class TicketingSnippetsTest extends VendorSnippets {

    private static final String KEY = "demo-key-0001";
    private static final Instant NEXT_DAY = Instant.parse("2027-03-09T08:00:00Z");

    private final String secret = "a secret of the vendor's own";
    private final Seats seats = new Seats(BookingKeys.under(secret));

    @Test
    void sellsForAWebhook() {
        String key = KEY;
        SignedMessage message = TicketingDesk.sign(key, SampleMessages.booking(2));
        String signatureHeader = message.signature();
        byte[] rawBody = message.body();

        // snippet: desk
        TicketingDesk desk = TicketingDesk.builder()
                .hmacKey(key)
                .onBooking(booking -> seats.tryHold(booking)) // tickets(...), soldOut() or notEnoughSeats(1)
                .onCancellation(barcodes -> seats.release(barcodes)) // unknown barcodes are no error
                .onNotification(notice -> seats.note(notice)) // of offers whose tickets you do not issue
                .build();

        DeskResponse response = desk.receive(signatureHeader, rawBody); // status and JSON to send back
        // end

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).contains("\"remainingQuantity\":8");
        desk.close();
    }

    @Test
    void isMountedOnAnHttpServer(Sandbox sandbox) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        asVendorOf(
                sandbox,
                VendorUrls.all("http://127.0.0.1:" + server.getAddress().getPort() + "/passculture"));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (TicketingDesk desk = desk(hmacKey, TicketLedger.inMemory(100));
                PassCultureClient passCulture = client()) {

            // snippet: mount
            server.setExecutor(threads); // receive() waits for your handler: one thread would delay other messages
            server.createContext("/passculture", exchange -> {
                try (exchange) {
                    DeskResponse response = desk.receive(
                            exchange.getRequestHeaders().getFirst(TicketingDesk.SIGNATURE_HEADER),
                            exchange.getRequestBody().readNBytes(TicketingDesk.DEFAULT_MAX_BODY_BYTES + 1));
                    byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", response.contentType());
                    exchange.sendResponseHeaders(response.status(), body.length);
                    exchange.getResponseBody().write(body);
                }
            });
            server.start();
            // end

            sandbox.beneficiary(30_000).book(publishVisit(passCulture, true), 1);
        } finally {
            server.stop(0);
            threads.shutdownNow();
        }
        assertThat(seats.left()).isEqualTo(9);
    }

    @Test
    void isMountedWhereNoThreadMayBlock(Sandbox sandbox) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        asVendorOf(
                sandbox,
                VendorUrls.all("http://127.0.0.1:" + server.getAddress().getPort() + "/passculture"));
        try (TicketingDesk desk = desk(hmacKey, TicketLedger.inMemory(100));
                PassCultureClient passCulture = client()) {
            mountAsync(server, desk);
            server.start();

            sandbox.beneficiary(30_000).book(publishVisit(passCulture, true), 1);
        } finally {
            server.stop(0);
        }
        assertThat(seats.left()).isEqualTo(9);
    }

    private static void mountAsync(HttpServer server, TicketingDesk desk) {
        // snippet: mount-async
        server.createContext("/passculture", exchange -> {
            String signature = exchange.getRequestHeaders().getFirst(TicketingDesk.SIGNATURE_HEADER);
            byte[] rawBody = exchange.getRequestBody().readNBytes(TicketingDesk.DEFAULT_MAX_BODY_BYTES + 1);
            desk.receiveAsync(signature, rawBody) // returns at once; the stage never fails
                    .thenAccept(response -> send(exchange, response));
        });
        // end
    }

    private static void send(HttpExchange exchange, DeskResponse response) {
        try (exchange) {
            byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", response.contentType());
            exchange.sendResponseHeaders(response.status(), body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Test
    void takesKeysThatRotateAndTellsWhichOneWasUsed() {
        Map<String, String> vault = new ConcurrentHashMap<>(Map.of("2025", "the-old-key-0001"));
        MeterRegistry meterRegistry = new SimpleMeterRegistry();
        // snippet: rotation
        TicketingDesk desk = TicketingDesk.builder()
                .name("mk2") // stands in logs and metrics
                .hmacKeys(() -> vault.entrySet().stream()
                        .map(key -> new HmacKey(key.getKey(), key.getValue())) // a name for each, never shown: the key
                        .toList())
                .onCancellation(seats::release)
                .listener(new DeskMetrics(meterRegistry)) // counts by outcome and by the key's name
                .build();
        // end
        SignedMessage message = TicketingDesk.sign("the-old-key-0001", SampleMessages.cancellation("SEAT-1"));

        desk.receive(message.signature(), message.body());

        assertThat(meterRegistry
                        .get("passerelle.desk.messages")
                        .tags("desk", "mk2", "key", "2025", "outcome", "cancelled")
                        .timer()
                        .count())
                .isEqualTo(1);
        desk.close();
    }

    private TicketingDesk desk(String key, TicketLedger ledger) {
        // snippet: ledger
        BookingKeys keys = BookingKeys.under(secret); // your own, 16 characters or more; keep it
        TicketingDesk desk = TicketingDesk.builder()
                .hmacKey(key)
                .ledger(ledger, keys) // TicketLedger.inMemory(10_000), or yours over a database
                .onBooking(seats::tryHold)
                .onCancellation(seats::release)
                .onNotification(seats::note)
                .build();
        // end
        return desk;
    }

    @Test
    void sellsADuplicateOnce() {
        try (TicketingDesk desk = desk(KEY, TicketLedger.inMemory(100))) {
            SignedMessage message = TicketingDesk.sign(KEY, SampleMessages.booking(2));

            DeskResponse first = desk.receive(message.signature(), message.body());
            DeskResponse second = desk.receive(message.signature(), message.body());

            assertThat(second.body()).isEqualTo(first.body());
            assertThat(seats.left()).isEqualTo(8);
        }
    }

    @Test
    void takesBackTheTicketsOfABookingThatWasMadeAgain() {
        TicketLedger ledger = TicketLedger.inMemory(100);
        try (TicketingDesk desk = desk(KEY, ledger)) {
            String booking = SampleMessages.booking(1);
            SignedMessage first = TicketingDesk.sign(KEY, booking);
            SignedMessage second = TicketingDesk.sign(KEY, booking.replace("09:15:42", "09:16:30"));
            desk.receive(first.signature(), first.body());
            desk.receive(second.signature(), second.body());
        }

        takeBackOrphans(ledger, NEXT_DAY);

        assertThat(seats.left()).isEqualTo(9);
        assertThat(ledger.orphans(NEXT_DAY)).isEmpty();
    }

    private void takeBackOrphans(TicketLedger ledger, Instant now) {
        // snippet: orphans
        for (LedgerEntry orphan : ledger.orphans(now.minus(Duration.ofMinutes(10)))) {
            BookingKey booking = orphan.attempt().key();
            seats.release(seats.heldFor(booking)); // your booking handler has kept keys.of(booking) with the seats
            if (orphan.state() == SaleState.HELD) {
                ledger.forget(booking); // the process ended before the ledger knew the tickets
            } else {
                ledger.undone(booking);
            }
        }
        // end
    }

    @Test
    void findsABookingThatNobodyAnnounced(Sandbox sandbox) {
        asVendorOf(sandbox);
        BookingRecords records = new RecordsInMemory();
        try (PassCultureClient passCulture = client()) {
            sandbox.beneficiary(30_000).book(publishVisit(passCulture, false), 1);

            reconcile(passCulture, records);
            reconcile(passCulture, records);
        }
        assertThat(shown).containsExactly("MISSED_BOOKING", "1 of 1 bookings missed");
    }

    private void reconcile(PassCultureClient passCulture, BookingRecords records) {
        // snippet: reconcile
        BookingReconciler reconciler = BookingReconciler.of(passCulture.bookings(), records);

        Reconciliation found = reconciler.run(
                BookingScope.venue(venueId),
                difference -> show(difference.kind().name()));
        if (!found.clean()) {
            show(found.count(Difference.Kind.MISSED_BOOKING) + " of " + found.read() + " bookings missed");
        }
        // end
    }

    /** The id of a date. */
    private long publishVisit(PassCultureClient passCulture, boolean hasTicket) {
        Event visit = passCulture.events().create(visit(hasTicket));
        return passCulture
                .events()
                .dates(visit.id())
                .create(DateDraft.at(opening)
                        .price(visit.priceCategory("Entrée"))
                        .capacity(Capacity.of(10)))
                .get(0)
                .id();
    }
}
