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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The disk under the desk's database fills up at any write of a booking, for one write or for good. */
class DeskOnAFullDiskTest {

    private static final String KEY = "key-under-test";
    private static final SignedMessage BOOKING = TicketingDesk.sign(KEY, SampleMessages.booking(1));
    private static final Pattern BARCODE = Pattern.compile("\"barcode\":\"(\\w+)\"");
    private static final int MORE_THAN_A_BOOKING_WRITES = 20;

    private final FullDisk disk = new FullDisk(H2.regular());
    private final Set<String> out = new LinkedHashSet<>();
    private final List<Throwable> failures = new ArrayList<>();
    private int sold;

    private TicketingDesk desk() {
        return TicketingDesk.builder()
                .hmacKey(KEY)
                .executor(Runnable::run)
                .ledger(new JdbcTicketLedger(disk.source()), BookingKeys.under("a secret of the test"))
                .onBooking(booking -> {
                    String barcode = "T" + ++sold;
                    out.add(barcode);
                    return BookingResponse.tickets(Remaining.unlimited(), List.of(Ticket.of(barcode)));
                })
                .onUndo((booking, tickets) -> tickets.forEach(ticket -> out.remove(ticket.barcode())))
                .onHandlerFailure(failures::add)
                .build();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, Long.MAX_VALUE})
    void refusesSoThatNothingIsLostAndSellsOnceWhenThereIsRoomAgain(long failing) {
        int struck = 0;
        for (int write = 0; write < MORE_THAN_A_BOOKING_WRITES; write++) {
            DeskOnAFullDiskTest anew = new DeskOnAFullDiskTest();
            struck += anew.fillsAfter(write, failing) ? 1 : 0;
        }
        assertThat(struck).as("writes at which the disk was full").isBetween(4, MORE_THAN_A_BOOKING_WRITES - 1);
    }

    private boolean fillsAfter(int write, long failing) {
        try (TicketingDesk desk = desk()) {
            disk.fillAfter(write, failing);
            DeskResponse during = receive(desk);
            boolean struck = disk.hasStruck();
            if (struck) {
                assertThat(during.status()).as("full after %d writes", write).isGreaterThanOrEqualTo(500);
                assertThat(failures)
                        .anySatisfy(failure -> assertThat(failure)
                                .isInstanceOfSatisfying(
                                        DatabaseException.class,
                                        full -> assertThat(full.sqlState()).isEqualTo("53100"))
                                .hasMessageNotContaining("canary"));
            }

            disk.free();
            DeskResponse after = receive(desk);
            DeskResponse afterThat = receive(desk);

            assertThat(after.outcome())
                    .as("full after %d writes", write)
                    .isIn(DeskOutcome.SOLD, DeskOutcome.REDELIVERED);
            assertThat(barcodes(after))
                    .as("what is out is what the programme has")
                    .isEqualTo(out);
            assertThat(barcodes(afterThat)).isEqualTo(out);
            assertThat(out).hasSize(1);
            return struck;
        }
    }

    @Test
    void callsNoHandlerWhileTheClaimCannotBeKept() {
        try (TicketingDesk desk = desk()) {
            disk.fillAfter(0, Long.MAX_VALUE);
            for (int i = 0; i < 10; i++) {
                assertThat(receive(desk).outcome()).isEqualTo(DeskOutcome.HANDLER_FAILED);
            }
        }
        assertThat(sold).isZero();
    }

    private static DeskResponse receive(TicketingDesk desk) {
        return desk.receive(BOOKING.signature(), BOOKING.body());
    }

    private static Set<String> barcodes(DeskResponse response) {
        Set<String> barcodes = new LinkedHashSet<>();
        for (Matcher found = BARCODE.matcher(response.body()); found.find(); ) {
            barcodes.add(found.group(1));
        }
        return barcodes;
    }
}
