package fr.passerelle.benchmarks;

import fr.passerelle.benchmarks.floor.FloorBooking;
import fr.passerelle.benchmarks.floor.FloorClient;
import fr.passerelle.benchmarks.floor.FloorEvent;
import fr.passerelle.benchmarks.floor.JdkFloorClient;
import fr.passerelle.benchmarks.server.ServerProcess;
import fr.passerelle.model.booking.Booking;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventFilter;
import fr.passerelle.model.value.Countermark;
import fr.passerelle.passculture.PassCultureClient;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Whole calls over a kept-alive connection to another process. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class HttpCalls {

    private static final String COUNTERMARK = "ABC234";
    private static final Countermark TYPED_COUNTERMARK = Countermark.of(COUNTERMARK);
    private static final long VENUE = 535_123;
    /** Its id says how many bookings it has. */
    private static final long EVENT = 1_000_000;

    private final ServerProcess server = ServerProcess.start();
    private final PassCultureClient sdk = Clients.sdk(server.url());
    private final FloorClient floor = Clients.floor(server.url());
    private final JdkFloorClient jdk = Clients.jdkFloor(server.url());

    @Benchmark
    public Booking bookingSdk() {
        return sdk.bookings().byCountermark(TYPED_COUNTERMARK);
    }

    @Benchmark
    public FloorBooking bookingFloor() throws IOException {
        return floor.booking(COUNTERMARK);
    }

    @Benchmark
    public FloorBooking bookingJdk() throws IOException, InterruptedException {
        return jdk.booking(COUNTERMARK);
    }

    @Benchmark
    public List<Booking> bookingsSdk() {
        return sdk.bookings().ofEvent(EVENT).pages().iterator().next();
    }

    @Benchmark
    public List<FloorBooking> bookingsFloor() throws IOException {
        return floor.bookings(EVENT, 1);
    }

    @Benchmark
    public List<FloorBooking> bookingsJdk() throws IOException, InterruptedException {
        return jdk.bookings(EVENT, 1);
    }

    @Benchmark
    public List<Event> eventsSdk() {
        return sdk.events().list(EventFilter.ofVenue(VENUE)).pages().iterator().next();
    }

    @Benchmark
    public List<FloorEvent> eventsFloor() throws IOException {
        return floor.events(VENUE);
    }

    @Benchmark
    public List<FloorEvent> eventsJdk() throws IOException, InterruptedException {
        return jdk.events(VENUE);
    }

    @Benchmark
    public void useSdk() {
        sdk.bookings().use(TYPED_COUNTERMARK);
    }

    @Benchmark
    public void useFloor() throws IOException {
        floor.use(COUNTERMARK);
    }

    @Benchmark
    public void useJdk() throws IOException, InterruptedException {
        jdk.use(COUNTERMARK);
    }

    /** Ends both clients and the server. */
    @TearDown
    public void close() {
        sdk.close();
        server.close();
    }
}
