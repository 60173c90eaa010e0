package fr.passerelle.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.log.CapturedLogs;
import fr.passerelle.model.value.Remaining;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

/** What stands in the log for somebody on call: a line for each cause and minute, and nothing about people. */
class DeskWarningsTest {

    private static final String KEY = "key-under-test";
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final FakeDeskTime time = new FakeDeskTime();
    private final int linesBefore = warnings(0).size();

    private final TicketingDesk.Builder desk = TicketingDesk.builder()
            .hmacKey(KEY)
            .executor(Runnable::run)
            .time(time)
            .onBooking(booking -> {
                throw new IllegalStateException(booking.beneficiary().email());
            })
            .onCancellation(barcodes -> {
                throw new IllegalStateException(barcodes.get(0));
            })
            .onNotification(notice -> {
                throw new NoClassDefFoundError(notice.booking().beneficiary().email());
            });

    @Test
    void tellsOfAHandlerThatThrewOnceACauseAndMinute() {
        TicketingDesk built = desk.build();
        for (int i = 0; i < 3; i++) {
            receive(built, SampleMessages.booking(1));
            receive(built, SampleMessages.cancellation("secret-barcode"));
            receive(built, SampleMessages.notification(NotificationAction.BOOK));
        }
        assertThat(newWarnings())
                .containsExactly(
                        "Ticketing desk: The handler of a booking of stock 7001, or the ledger, threw"
                                + " java.lang.IllegalStateException",
                        "Ticketing desk: The handler of a cancellation, or the ledger, threw"
                                + " java.lang.IllegalStateException",
                        "Ticketing desk: The handler of a notification about stock 7001, or the ledger, threw"
                                + " java.lang.NoClassDefFoundError");

        time.advance(A_MINUTE);
        receive(built, SampleMessages.booking(1));
        assertThat(newWarnings())
                .last()
                .isEqualTo("Ticketing desk: The handler of a booking of stock 7001, or the ledger, threw"
                        + " java.lang.IllegalStateException (2 times more since this was last told)");
    }

    @Test
    void tellsOfAHandlerThatWasTooSlowAndOfTheTicketsTakenBack() {
        receive(slow().onUndo((booking, tickets) -> {}).build(), SampleMessages.booking(1));

        assertThat(newWarnings())
                .containsExactly(
                        "Ticketing desk: The response to a booking of stock 7001 was not there before the deadline",
                        "Ticketing desk: The tickets of a booking of stock 7001 were taken back,"
                                + " as the programme was not given them");
    }

    @Test
    void tellsOfTicketsThatCouldNotBeTakenBack() {
        receive(
                slow().onUndo((booking, tickets) -> {
                            throw new IllegalStateException(
                                    booking.beneficiary().email());
                        })
                        .build(),
                SampleMessages.booking(1));

        assertThat(newWarnings())
                .last()
                .isEqualTo("Ticketing desk: The tickets of a booking of stock 7001 are still out for nobody:"
                        + " taking them back threw java.lang.IllegalStateException");
    }

    @Test
    void tellsOfAnExecutorThatThrowsAnythingButThatItIsFull() {
        receive(
                desk.executor(task -> {
                            throw new OutOfMemoryError();
                        })
                        .build(),
                SampleMessages.booking(1));

        assertThat(newWarnings())
                .containsExactly("Ticketing desk: No thread ran the handler of a booking of stock 7001:"
                        + " the executor threw java.lang.OutOfMemoryError");
    }

    @Test
    void tellsNothingOfWhatGoesWellOrIsTheSendersFault() {
        TicketingDesk built =
                desk.onBooking(booking -> BookingResponse.soldOut()).build();
        receive(built, SampleMessages.booking(1));
        receive(built, "{}");

        assertThat(newWarnings()).isEmpty();
    }

    @Test
    void keepsABoundedNumberOfCauses() {
        DeskWarnings warnings = new DeskWarnings(time::nanos, 1);
        warnings.tooSlow(new Message.Cancellation(List.of()));
        warnings.takenBack(new Message.Cancellation(List.of()));
        assertThat(newWarnings()).hasSize(1);

        time.advance(A_MINUTE);
        warnings.takenBack(new Message.Cancellation(List.of()));
        assertThat(newWarnings()).hasSize(2);
    }

    private TicketingDesk.Builder slow() {
        return desk.onBooking(booking -> {
            time.advance(A_MINUTE);
            return BookingResponse.tickets(Remaining.of(9), Ticket.of("secret-barcode"));
        });
    }

    private static void receive(TicketingDesk desk, String document) {
        SignedMessage message = TicketingDesk.sign(KEY, document);
        desk.receive(message.signature(), message.body());
    }

    private List<String> newWarnings() {
        return warnings(linesBefore);
    }

    private static List<String> warnings(int from) {
        return CapturedLogs.ours().stream()
                .filter(line -> line.level() == Level.WARN && line.logger().equals(TicketingDesk.class.getName()))
                .map(CapturedLogs.Line::text)
                .skip(from)
                .toList();
    }
}
