package fr.passerelle.benchmarks.floor;

import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Synchronous calls on OkHttp: build the request, execute, check the status, bind from the stream. */
public final class FloorClient {

    private final OkHttpClient http = new OkHttpClient();
    private final URI base;
    private final String key;

    public FloorClient(URI base, String key) {
        this.base = base;
        this.key = key;
    }

    public FloorBooking booking(String countermark) throws IOException {
        return get("/public/bookings/v1/token/" + countermark, FloorJson.BOOKING, FloorBooking.class);
    }

    public List<FloorBooking> bookings(long eventId, long firstIndex) throws IOException {
        String query = "?offerId=" + eventId + "&firstIndex=" + firstIndex + "&limit=50";
        return get("/public/bookings/v1/bookings" + query, FloorJson.BOOKINGS, FloorBooking.Page.class)
                .bookings();
    }

    public List<FloorEvent> events(long venueId) throws IOException {
        String query = "?venueId=" + venueId + "&firstIndex=1&limit=50";
        return get("/public/offers/v1/events" + query, FloorJson.EVENTS, FloorEvent.Page.class)
                .events();
    }

    public void use(String countermark) throws IOException {
        Request request = request("/public/bookings/v1/use/token/" + countermark)
                .patch(RequestBody.create(new byte[0]))
                .build();
        try (Response response = http.newCall(request).execute()) {
            check(response);
        }
    }

    private <T> T get(String path, ObjectReader reader, Class<T> type) throws IOException {
        try (Response response = http.newCall(request(path).build()).execute()) {
            check(response);
            return reader.readValue(response.body().byteStream(), type);
        }
    }

    private Request.Builder request(String path) {
        return new Request.Builder()
                .url(base + path)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + key);
    }

    private static void check(Response response) throws IOException {
        if (!response.isSuccessful()) {
            throw new IOException("status " + response.code());
        }
    }
}
