package fr.passerelle.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.value.Remaining;
import fr.passerelle.ticketing.BookingKeys;
import fr.passerelle.ticketing.BookingResponse;
import fr.passerelle.ticketing.DeskOutcome;
import fr.passerelle.ticketing.DeskResponse;
import fr.passerelle.ticketing.SampleMessages;
import fr.passerelle.ticketing.SignedMessage;
import fr.passerelle.ticketing.Ticket;
import fr.passerelle.ticketing.TicketingDesk;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A desk whose database fails at the wrong moment. */
class DeskOnALedgerTest {

    private static final String KEY = "key-under-test";
    private static final SignedMessage BOOKING = TicketingDesk.sign(KEY, SampleMessages.booking(1));

    private final LostCommits database = new LostCommits(H2.regular());
    private final AtomicInteger sold = new AtomicInteger();

    @Test
    void sellsAtTheRedeliveryWhatItsLostClaimHasHeld() {
        try (TicketingDesk desk = desk()) {
            database.loseTheNext();
            assertThat(receive(desk).outcome()).isEqualTo(DeskOutcome.HANDLER_FAILED);

            assertThat(receive(desk).outcome()).isEqualTo(DeskOutcome.SOLD);
            assertThat(receive(desk).body()).contains("barcode-1");
        }
        assertThat(sold).hasValue(1);
    }

    private static DeskResponse receive(TicketingDesk desk) {
        return desk.receive(BOOKING.signature(), BOOKING.body());
    }

    private TicketingDesk desk() {
        return TicketingDesk.builder()
                .hmacKey(KEY)
                .executor(Runnable::run)
                .ledger(new JdbcTicketLedger(database.source()), BookingKeys.under("a secret of the test"))
                .onBooking(booking -> BookingResponse.tickets(
                        Remaining.unlimited(), List.of(Ticket.of("barcode-" + sold.incrementAndGet()))))
                .build();
    }
}
