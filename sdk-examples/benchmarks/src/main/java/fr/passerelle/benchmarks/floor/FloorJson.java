package fr.passerelle.benchmarks.floor;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Jackson as it comes, with its module for {@code java.time} and prepared readers. */
public final class FloorJson {

    public static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    public static final ObjectReader BOOKING = MAPPER.readerFor(FloorBooking.class);
    public static final ObjectReader BOOKINGS = MAPPER.readerFor(FloorBooking.Page.class);
    public static final ObjectReader EVENTS = MAPPER.readerFor(FloorEvent.Page.class);
    public static final ObjectReader MESSAGE = MAPPER.readerFor(FloorDesk.BookingMessage.class);

    private FloorJson() {}
}
