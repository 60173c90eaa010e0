package fr.passerelle.boxoffice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.value.Remaining;
import fr.passerelle.ticketing.BookingKey;
import fr.passerelle.ticketing.BookingKeys;
import fr.passerelle.ticketing.BookingResponse;
import fr.passerelle.ticketing.CancellationResponse;
import fr.passerelle.ticketing.DeskOutcome;
import fr.passerelle.ticketing.DeskResponse;
import fr.passerelle.ticketing.LedgerEntry;
import fr.passerelle.ticketing.SaleState;
import fr.passerelle.ticketing.SampleMessages;
import fr.passerelle.ticketing.SignedMessage;
import fr.passerelle.ticketing.TicketLedger;
import fr.passerelle.ticketing.TicketingDesk;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class BoxOfficeTest {

    private static final String KEY = "key-under-test";
    private static final SignedMessage BOOKING = TicketingDesk.sign(KEY, SampleMessages.booking(2));
    private static final long DATE = 7001; // of the sample messages

    private final BookingKeys keys = BookingKeys.under("a secret of the box office");
    private final DataSource database = H2.empty();
    private final BoxOffice office = new BoxOffice(database, keys);

    @Test
    void sellsOnceAndResponsesAlikeAfterARestart() {
        office.hall().open(DATE, 10);
        DeskResponse first = receive(office, BOOKING);
        DeskResponse again = receive(new BoxOffice(database, keys), BOOKING);

        assertThat(first.outcome()).isEqualTo(DeskOutcome.SOLD);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.outcome()).isEqualTo(DeskOutcome.REDELIVERED);
        assertThat(office.hall().held()).isEqualTo(2);
    }

    @Test
    void findsAfterARestartWhatWasHeldWhenTheProcessEnded() {
        office.hall().open(DATE, 2);
        List<BookingKey> held = new ArrayList<>();
        // The hall has sold, and the process ends before the ledger hears of it.
        TicketingDesk ending = TicketingDesk.builder()
                .hmacKey(KEY)
                .executor(Runnable::run)
                .ledger(endsBeforeItIsGiven(office.ledger()), keys)
                .onBooking(booking -> {
                    held.add(keys.of(booking));
                    return office.hall().sell(booking);
                })
                .onUndo((booking, tickets) -> {
                    throw new IllegalStateException("no process any more");
                })
                .build();
        assertThat(ending.receive(BOOKING.signature(), BOOKING.body()).outcome())
                .isEqualTo(DeskOutcome.HANDLER_FAILED);

        BoxOffice restarted = new BoxOffice(database, keys);
        assertThat(restarted.ledger().orphans(Instant.parse("2030-01-01T00:00:00Z")))
                .extracting(LedgerEntry::state)
                .containsExactly(SaleState.HELD);
        assertThat(restarted.hall().heldFor(held.get(0))).hasSize(2);
        assertThat(restarted.takeBackOrphans(Instant.parse("2030-01-01T00:00:00Z")))
                .isEqualTo(1);

        assertThat(restarted.hall().held()).isZero();
        assertThat(receive(restarted, BOOKING).status()).isEqualTo(200);
    }

    @Test
    void saysWhatIsLeft() {
        office.hall().open(DATE, 3);

        assertThat(receive(office, BOOKING).body()).contains("\"remainingQuantity\":1");
        assertThat(receive(office, later(1)).body())
                .isEqualTo("{\"error\":\"not_enough_seats\",\"remainingQuantity\":1}");
        assertThat(office.hall().release(List.of("7001-nobody's")))
                .isEqualTo(CancellationResponse.cancelled(Remaining.of(1)));
        assertThat(office.hall().release(List.of("no barcode of ours")))
                .isEqualTo(CancellationResponse.cancelled(Remaining.of(0)));
    }

    @Test
    void takesAPairBackOnceHoweverOftenItIsCancelled() {
        office.hall().open(DATE, 2);
        receive(office, BOOKING);
        assertThat(receive(office, later(1)).body()).isEqualTo("{\"error\":\"sold_out\"}");
        String[] barcodes = office.hall().heldFor(keyOfTheBooking()).toArray(String[]::new);
        SignedMessage cancellation = TicketingDesk.sign(KEY, SampleMessages.cancellation(barcodes));

        for (int times = 0; times < 2; times++) {
            assertThat(receive(office, cancellation).body()).isEqualTo("{\"remainingQuantity\":2}");
        }
        assertThat(office.ledger().ticket(barcodes[0])).contains(SaleState.CANCELLED);
    }

    private static TicketLedger endsBeforeItIsGiven(TicketLedger ledger) {
        return (TicketLedger) Proxy.newProxyInstance(
                TicketLedger.class.getClassLoader(), new Class<?>[] {TicketLedger.class}, (proxy, method, values) -> {
                    if (!method.getName().equals("claim")) {
                        throw new IllegalStateException("no process any more");
                    }
                    return method.invoke(ledger, values);
                });
    }

    private BookingKey keyOfTheBooking() {
        List<BookingKey> seen = new ArrayList<>();
        TicketingDesk reader = TicketingDesk.builder()
                .hmacKey(KEY)
                .executor(Runnable::run)
                .onBooking(booking -> {
                    seen.add(keys.of(booking));
                    return BookingResponse.refused();
                })
                .build();
        reader.receive(BOOKING.signature(), BOOKING.body());
        return seen.get(0);
    }

    /** The booking of somebody else, some minutes later. */
    private static SignedMessage later(int minutes) {
        return TicketingDesk.sign(
                KEY,
                SampleMessages.booking(2)
                        .replace("09:15:42", "09:%02d:42".formatted(15 + minutes))
                        .replace("camille", "dominique"));
    }

    private static DeskResponse receive(BoxOffice office, SignedMessage message) {
        try (TicketingDesk desk = office.desk(KEY)) {
            return desk.receive(message.signature(), message.body());
        }
    }
}
