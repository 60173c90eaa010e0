package fr.passerelle.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.log.CapturedLogs;
import fr.passerelle.model.value.Remaining;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

/** What stands in the log for somebody on call: a line for each cause and minute, and nothing about people. */
class DeskWarningsTest {

    private static final String KEY = "key-under-test";
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final FakeDeskTime time = new FakeDeskTime();
    private final int linesBefore = warnings(0).size();

    private final TicketingDesk.Builder desk = TicketingDesk.builder()
            .name("hall")
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
                        "Ticketing desk hall: The handler of a booking of stock 7001, offer 9001 threw"
                                + " java.lang.IllegalStateException",
                        "Ticketing desk hall: The handler of a cancellation of 1 ticket threw"
                                + " java.lang.IllegalStateException",
                        "Ticketing desk hall: The handler of a notification about stock 7001, offer 9001 threw"
                                + " java.lang.NoClassDefFoundError");

        time.advance(A_MINUTE);
        receive(built, SampleMessages.booking(1));
        assertThat(newWarnings())
                .last()
                .isEqualTo("Ticketing desk hall: The handler of a booking of stock 7001, offer 9001 threw"
                        + " java.lang.IllegalStateException (2 times more since this was last told)");
    }

    @Test
    void tellsOfAHandlerThatWasTooSlowAndOfTheTicketsTakenBack() {
        receive(slow().onUndo((booking, tickets) -> {}).build(), SampleMessages.booking(1));

        assertThat(newWarnings())
                .containsExactly(
                        "Ticketing desk hall: The response to a booking of stock 7001, offer 9001 was not there before the deadline",
                        "Ticketing desk hall: The tickets of a booking of stock 7001, offer 9001 were taken back,"
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
                .isEqualTo(
                        "Ticketing desk hall: The tickets of a booking of stock 7001, offer 9001 are still out for nobody:"
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
                .containsExactly(
                        "Ticketing desk hall: No thread ran the handler of a booking of stock 7001, offer 9001:"
                                + " the executor threw java.lang.OutOfMemoryError");
    }

    @Test
    void showsTheFramesOfAHandlerThatThrewAndNoMessage() {
        receive(
                desk.onBooking(booking -> {
                            throw new IllegalStateException(
                                    booking.beneficiary().email(), new SQLException("Key (email)=(canary)"));
                        })
                        .build(),
                SampleMessages.booking(1));

        Throwable shown = Objects.requireNonNull(CapturedLogs.ours().stream()
                .filter(line -> line.failure() != null)
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .failure());
        StringWriter printed = new StringWriter();
        shown.printStackTrace(new PrintWriter(printed));

        assertThat(printed.toString())
                .startsWith("java.lang.IllegalStateException")
                .contains("at fr.passerelle", "DeskWarningsTest.java:", "Caused by: java.sql.SQLException")
                .doesNotContain("canary")
                .doesNotContain("camille");
    }

    @Test
    void tellsALedgerThatThrewFromAHandler() {
        TicketLedger broken = new ForwardingLedger(TicketLedger.inMemory(1)) {
            @Override
            public Claim claim(SaleAttempt attempt) {
                throw new IllegalStateException("canary");
            }
        };
        List<Throwable> failures = new ArrayList<>();
        TicketingDesk built = desk.ledger(broken, BookingKeys.under("a secret of the test"))
                .onHandlerFailure(failures::add)
                .build();
        for (int i = 0; i < 3; i++) {
            receive(built, SampleMessages.booking(1));
        }

        assertThat(newWarnings())
                .containsExactly("Ticketing desk hall: At a booking of stock 7001, offer 9001 the ledger threw"
                        + " java.lang.IllegalStateException");
        assertThat(failures).hasSize(3).hasOnlyElementsOfType(IllegalStateException.class);
    }

    @Test
    void tellsOfMessagesThatNoKeySignedOnceAMinute() {
        TicketingDesk built = desk.build();
        SignedMessage forged = TicketingDesk.sign("another key", SampleMessages.booking(1));
        for (int i = 0; i < 100; i++) {
            built.receive(forged.signature(), forged.body());
        }
        assertThat(newWarnings())
                .containsExactly("Ticketing desk hall: A message was refused, SIGNATURE_WRONG: no key of the desk made"
                        + " its signature: was the HMAC key changed, or the body on its way?");

        time.advance(A_MINUTE);
        built.receive(forged.signature(), forged.body());
        assertThat(newWarnings()).last().asString().endsWith("(99 times more since this was last told)");
    }

    @Test
    void tellsOfWhatTheProgrammeSignedAndTheDeskCannotHandle() {
        receive(desk.build(), "{}");
        receive(desk.build(), "[]");
        receive(
                TicketingDesk.builder().name("hall").hmacKey(KEY).time(time).build(),
                SampleMessages.cancellation("secret-barcode"));

        assertThat(newWarnings())
                .extracting(line -> line.replaceFirst(".*refused, (\\w+):.*", "$1"))
                .containsExactly("MESSAGE_INVALID", "DOCUMENT_UNREADABLE", "NO_HANDLER");
    }

    @Test
    void tellsOfAnExecutorWithoutAThread() {
        receive(
                desk.executor(task -> {
                            throw new RejectedExecutionException();
                        })
                        .build(),
                SampleMessages.booking(1));

        assertThat(newWarnings())
                .containsExactly("Ticketing desk hall: No thread was free for the handler of a booking of stock 7001,"
                        + " offer 9001, which was refused");
    }

    @Test
    void tellsNothingOfWhatGoesWellOrAnybodyMaySend() {
        TicketingDesk built =
                desk.onBooking(booking -> BookingResponse.soldOut()).build();
        receive(built, SampleMessages.booking(1));
        built.receive(null, new byte[] {'{', '}'});
        built.receive("no signature", new byte[] {'{', '}'});

        assertThat(newWarnings()).isEmpty();
    }

    @Test
    void keepsABoundedNumberOfCauses() {
        DeskWarnings warnings = new DeskWarnings("hall", time::nanos, 1);
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
                .map(line -> line.text().replaceFirst(" / .*", "")) // the stack trace
                .skip(from)
                .toList();
    }
}
