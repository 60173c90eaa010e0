package fr.passerelle.benchmarks.floor;

import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** The same on the JDK's own client, without any library but Jackson. */
public final class JdkFloorClient {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final String key;

    public JdkFloorClient(URI base, String key) {
        this.base = base;
        this.key = key;
    }

    public FloorBooking booking(String countermark) throws IOException, InterruptedException {
        return get("/public/bookings/v1/token/" + countermark, FloorJson.BOOKING, FloorBooking.class);
    }

    public List<FloorBooking> bookings(long eventId, long firstIndex) throws IOException, InterruptedException {
        String query = "?offerId=" + eventId + "&firstIndex=" + firstIndex + "&limit=50";
        return get("/public/bookings/v1/bookings" + query, FloorJson.BOOKINGS, FloorBooking.Page.class)
                .bookings();
    }

    public List<FloorEvent> events(long venueId) throws IOException, InterruptedException {
        String query = "?venueId=" + venueId + "&firstIndex=1&limit=50";
        return get("/public/offers/v1/events" + query, FloorJson.EVENTS, FloorEvent.Page.class)
                .events();
    }

    public void use(String countermark) throws IOException, InterruptedException {
        HttpRequest request = request("/public/bookings/v1/use/token/" + countermark)
                .method("PATCH", BodyPublishers.noBody())
                .build();
        check(http.send(request, BodyHandlers.discarding()));
    }

    private <T> T get(String path, ObjectReader reader, Class<T> type) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(request(path).build(), BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            check(response);
            return reader.readValue(body, type);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + key);
    }

    private static void check(HttpResponse<?> response) throws IOException {
        if (response.statusCode() / 100 != 2) {
            throw new IOException("status " + response.statusCode());
        }
    }
}
