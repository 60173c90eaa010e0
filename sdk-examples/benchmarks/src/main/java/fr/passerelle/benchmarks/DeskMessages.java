package fr.passerelle.benchmarks;

import fr.passerelle.benchmarks.floor.FloorDesk;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.ticketing.BookingResponse;
import fr.passerelle.ticketing.DeskResponse;
import fr.passerelle.ticketing.SampleMessages;
import fr.passerelle.ticketing.SignedMessage;
import fr.passerelle.ticketing.Ticket;
import fr.passerelle.ticketing.TicketingDesk;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A booking message received, with a handler that does nothing. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DeskMessages {

    private static final String KEY = "benchmark-hmac-key";

    private final SignedMessage message = TicketingDesk.sign(KEY, SampleMessages.booking(1));
    private final byte[] body = message.body();
    private final BookingResponse sold = BookingResponse.tickets(Remaining.of(119), Ticket.of("1234567890"));
    private final TicketingDesk onOwnThreads = desk().build();
    private final TicketingDesk onCallersThread = desk().executor(Runnable::run).build();
    private final FloorDesk floor = new FloorDesk(KEY);

    private TicketingDesk.Builder desk() {
        return TicketingDesk.builder().hmacKey(KEY).onBooking(booking -> sold).onUndo((booking, response) -> {});
    }

    /** The handler on the calling thread: what verifying, decoding and answering cost. */
    @Benchmark
    public DeskResponse receiveSdk() {
        return onCallersThread.receive(message.signature(), body);
    }

    /** The handler on a thread of the desk, which is what lets its deadline hold. */
    @Benchmark
    public DeskResponse receiveOnDeskThreadSdk() {
        return onOwnThreads.receive(message.signature(), body);
    }

    @Benchmark
    public FloorDesk.BookingMessage receiveFloor() throws IOException, GeneralSecurityException {
        return floor.read(message.signature(), body);
    }

    /** Ends the desk's threads. */
    @TearDown
    public void close() {
        onOwnThreads.close();
        onCallersThread.close();
    }
}
