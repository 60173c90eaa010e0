package fr.passerelle.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.benchmarks.floor.FloorBooking;
import fr.passerelle.benchmarks.floor.FloorEvent;
import fr.passerelle.benchmarks.floor.FloorJson;
import fr.passerelle.benchmarks.server.Responses;
import fr.passerelle.http.RawResponse;
import fr.passerelle.internal.endpoint.SentRequest;
import fr.passerelle.internal.json.Json;
import fr.passerelle.internal.json.ResponseDecoder;
import fr.passerelle.model.booking.Booking;
import fr.passerelle.model.offer.Event;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** From the bytes of a response to what the caller gets. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Decoding {

    private static final TypeReference<Booking> BOOKING = new TypeReference<>() {};
    private static final TypeReference<List<Booking>> BOOKINGS = new TypeReference<>() {};
    private static final TypeReference<List<Event>> EVENTS = new TypeReference<>() {};

    private final ResponseDecoder decoder = new ResponseDecoder(Json.mapper(), Clock.systemUTC());
    private final byte[] booking = Responses.booking(Responses.FIRST_ID).getBytes(UTF_8);
    private final byte[] bookings = Responses.bookings().getBytes(UTF_8);
    private final byte[] events = Responses.events().getBytes(UTF_8);
    private final RawResponse bookingResponse = response(booking);
    private final RawResponse bookingsResponse = response(bookings);
    private final RawResponse eventsResponse = response(events);

    private static RawResponse response(byte[] body) {
        return new RawResponse(200, Map.of("Content-Type", List.of("application/json")), body, 1);
    }

    @Benchmark
    public Booking bookingSdk() {
        return decoder.read(SentRequest.to(PassCultureEndpoint.GET_BOOKING), bookingResponse, "", BOOKING);
    }

    @Benchmark
    public FloorBooking bookingFloor() throws IOException {
        return FloorJson.BOOKING.readValue(booking);
    }

    @Benchmark
    public List<Booking> bookingsSdk() {
        return decoder.read(SentRequest.to(PassCultureEndpoint.LIST_BOOKINGS), bookingsResponse, "bookings", BOOKINGS);
    }

    @Benchmark
    public List<FloorBooking> bookingsFloor() throws IOException {
        return FloorJson.BOOKINGS.<FloorBooking.Page>readValue(bookings).bookings();
    }

    @Benchmark
    public List<Event> eventsSdk() {
        return decoder.read(SentRequest.to(PassCultureEndpoint.LIST_EVENTS), eventsResponse, "events", EVENTS);
    }

    @Benchmark
    public List<FloorEvent> eventsFloor() throws IOException {
        return FloorJson.EVENTS.<FloorEvent.Page>readValue(events).events();
    }
}
