package fr.passerelle.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.model.value.Remaining;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TicketingDeskTest {

    private static final String KEY = "canary-key-5511";

    private final List<Object> told = new ArrayList<>();

    private final TicketingDesk.Builder handlers = TicketingDesk.builder()
            .hmacKey(KEY)
            .executor(Runnable::run)
            .onBooking(booking -> BookingResponse.tickets(Remaining.of(4), Ticket.of("canary-barcode")))
            .onCancellation(barcodes -> CancellationResponse.cancelled(Remaining.of(barcodes.size())))
            .onNotification(told::add)
            .onRefusal(told::add);

    @Test
    void responsesABooking() {
        DeskResponse response = receive(handlers, SampleMessages.booking(1));

        assertThat(response.outcome()).isEqualTo(DeskOutcome.SOLD);
        assertThat(response.body())
                .isEqualTo("{\"tickets\":[{\"barcode\":\"canary-barcode\",\"seat\":null}],\"remainingQuantity\":4}");
        assertThat(told).isEmpty();
    }

    @Test
    void responsesACancellation() {
        assertThat(receive(handlers, SampleMessages.cancellation("A", "B")))
                .isEqualTo(new DeskResponse(200, "{\"remainingQuantity\":2}", DeskOutcome.CANCELLED));
    }

    @Test
    void takesANotification() {
        DeskResponse response = receive(handlers, SampleMessages.notification(NotificationAction.CANCEL));

        assertThat(response).isEqualTo(new DeskResponse(200, "{}", DeskOutcome.NOTED));
        assertThat(told).singleElement().isInstanceOf(NotificationMessage.class);
    }

    @Test
    void refusesAKindWithoutHandler() {
        TicketingDesk.Builder none = TicketingDesk.builder().hmacKey(KEY);

        for (String message : List.of(
                SampleMessages.booking(1),
                SampleMessages.cancellation("A"),
                SampleMessages.notification(NotificationAction.BOOK))) {
            assertThat(receive(none, message)).isEqualTo(DeskOutcome.NO_HANDLER.response());
        }
    }

    /** February's form and the compact one of later that year: the same message. */
    @Test
    void readsBothFormsOfTheInnerText() {
        List<List<String>> cancelled = new ArrayList<>();
        handlers.onCancellation(barcodes -> {
            cancelled.add(barcodes);
            return CancellationResponse.cancelled(Remaining.of(5));
        });

        receive(handlers, Vectors.REFERENCE.inner());
        receive(handlers, Vectors.COMPACT.get(0).inner());

        assertThat(cancelled).containsExactly(List.of("AB-É1", "C\"2"), List.of("AB-É1", "C\"2"));
    }

    @Test
    void refusesAWrongSignatureAndTellsTheListenerWhy() {
        try (TicketingDesk desk = handlers.build()) {
            SignedMessage forged = TicketingDesk.sign("another key", SampleMessages.booking(1));

            assertThat(desk.receive(forged.signature(), forged.body()).status()).isEqualTo(401);
        }
        assertThat(told).containsExactly(DeskOutcome.SIGNATURE_WRONG);
    }

    @Test
    void turnsACrashIntoA500WithoutDetailAndGivesTheVendorTheCause() {
        List<Throwable> failures = new ArrayList<>();
        for (Throwable crash : List.of(
                new IllegalStateException("secret"), new java.sql.SQLException("secret"), new StackOverflowError())) {
            DeskResponse response = receive(
                    handlers.onHandlerFailure(failures::add).onBooking(booking -> {
                        throw sneaky(crash);
                    }),
                    SampleMessages.booking(1));

            assertThat(response).isEqualTo(new DeskResponse(500, "{}", DeskOutcome.HANDLER_FAILED));
            assertThat(failures).last().isSameAs(crash);
        }
    }

    @Test
    @SuppressWarnings("NullAway") // a handler written without null checking may well return null
    void turnsANullResponseIntoA500() {
        assertThat(receive(handlers.onBooking(booking -> null), SampleMessages.booking(1)))
                .isEqualTo(DeskOutcome.HANDLER_FAILED.response());
        assertThat(receive(handlers.onCancellation(barcodes -> null), SampleMessages.cancellation("A")))
                .isEqualTo(DeskOutcome.HANDLER_FAILED.response());
    }

    @Test
    void undoesTicketsThatAreNotAsManyAsPlaces() {
        List<Ticket> one = List.of(Ticket.of("A"));
        List<Ticket> two = List.of(Ticket.of("A"), Ticket.of("B"));
        List<Ticket> three = List.of(Ticket.of("A"), Ticket.of("B"), Ticket.of("C"));

        assertUndone(one, 2);
        assertUndone(two, 1);
        assertUndone(three, 2);
    }

    private void assertUndone(List<Ticket> tickets, int quantity) {
        List<List<Ticket>> undone = new ArrayList<>();
        DeskResponse response = receive(
                handlers.onBooking(booking -> BookingResponse.tickets(Remaining.of(4), tickets))
                        .onUndo((booking, ofIt) -> undone.add(ofIt)),
                SampleMessages.booking(quantity));

        assertThat(response).isEqualTo(DeskOutcome.TICKETS_NOT_PLACES.response());
        assertThat(undone).containsExactly(tickets);
    }

    @Test
    void undoesThroughTheCancellationHandlerByDefault() {
        List<List<String>> cancelled = new ArrayList<>();
        receive(
                handlers.onCancellation(barcodes -> {
                    cancelled.add(barcodes);
                    return CancellationResponse.cancelled(Remaining.of(5));
                }),
                SampleMessages.booking(2));

        assertThat(cancelled).containsExactly(List.of("canary-barcode"));
    }

    @Test
    void reportsAnUndoThatFails() {
        handlers.onUndo((booking, tickets) -> {
            throw new IllegalStateException();
        });

        assertThat(receive(handlers, SampleMessages.booking(2))).isEqualTo(DeskOutcome.TICKETS_NOT_PLACES.response());
        assertThat(told).containsExactly(DeskOutcome.UNDO_FAILED, DeskOutcome.TICKETS_NOT_PLACES);
    }

    @Test
    void survivesListenersThatThrow() {
        handlers.onRefusal(outcome -> {
            throw new IllegalStateException();
        });

        assertThat(receive(handlers, "{}").outcome()).isEqualTo(DeskOutcome.MESSAGE_INVALID);
    }

    @Test
    void refusesAfterItWasClosed() {
        TicketingDesk desk = handlers.build();
        desk.close();
        desk.close();
        SignedMessage message = TicketingDesk.sign(KEY, SampleMessages.booking(1));

        assertThat(desk.receive(message.signature(), message.body())).isEqualTo(DeskOutcome.CLOSED.response());
    }

    @Test
    void refusesToBeBuiltWrong() {
        TicketingDesk.Builder builder = TicketingDesk.builder();

        assertThatThrownBy(builder::build).hasMessageContaining("hmacKey is required");
        assertThatThrownBy(() -> builder.hmacKey("")).hasMessageContaining("hmacKey must");
        assertThatThrownBy(() -> builder.deadline(Duration.ZERO)).hasMessageContaining("deadline");
        assertThatThrownBy(() -> builder.deadline(Duration.ofSeconds(-1))).hasMessageContaining("deadline");
        assertThatThrownBy(() -> builder.deadline(Duration.ofSeconds(61))).hasMessageContaining("PT1M");
        assertThatThrownBy(() -> builder.maxBodyBytes(0)).hasMessageContaining("16777216");
        assertThatThrownBy(() -> builder.threads(0)).hasMessageContaining("from 1 to 150");
    }

    @Test
    void showsNoSecretInAnyText() throws RefusedMessageException {
        SignedMessage message = TicketingDesk.sign(KEY, SampleMessages.cancellation("canary-barcode"));
        Beneficiary beneficiary = new Beneficiary(
                "canary", "canary", "canary@example.org", Optional.of("canary"), LocalDate.of(2008, 1, 31));
        Message.Booking booking = (Message.Booking) MessageDecoder.decode(SampleMessages.booking(1));
        BookingResponse response = BookingResponse.tickets(Remaining.of(1), Ticket.of("canary-barcode", "J12"));
        BookingMessage canaryBooking = new BookingMessage.Builder()
                .from(booking.booking())
                .beneficiary(beneficiary)
                .build();

        assertThat(List.of(
                                message,
                                beneficiary,
                                canaryBooking,
                                new NotificationMessage(NotificationAction.BOOK, canaryBooking),
                                MessageDecoder.decode(SampleMessages.cancellation("canary-barcode")),
                                response,
                                response.tickets(),
                                new Claim.Sold(response.tickets(), Remaining.of(1)),
                                new LedgerEntry(
                                        BookingKeys.under(KEY + " of the ledger")
                                                .attempt(canaryBooking),
                                        SaleState.ORPHAN,
                                        response.tickets()),
                                BookingKeys.under(KEY + " of the ledger"),
                                TicketLedger.inMemory(1),
                                response.toDeskResponse(),
                                handlers.build(),
                                new HmacKey("1", KEY),
                                SignedDocument.read(message.signature(), message.body(), 1000))
                        .toString())
                .doesNotContain("canary")
                .doesNotContain("2008-01-31")
                .doesNotContain(message.signature());
    }

    private static DeskResponse receive(TicketingDesk.Builder builder, String document) {
        SignedMessage message = TicketingDesk.sign(KEY, document);
        try (TicketingDesk desk = builder.build()) {
            return desk.receive(message.signature(), message.body());
        }
    }

    /** Throws anything from where Java would not let it. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the trick is to lie about the type
    private static <T extends Throwable> T sneaky(Throwable throwable) throws T {
        throw (T) throwable;
    }
}
