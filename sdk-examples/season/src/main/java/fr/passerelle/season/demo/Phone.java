package fr.passerelle.season.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A visitor's telephone: shows the ticket of a booking as the programme's app does. */
final class Phone {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final URI programme;

    Phone(URI programme) {
        this.programme = programme;
    }

    /** The ticket of a booking; a missing node if the programme does not show it. */
    JsonNode ticket(String accessToken, long bookingId) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(programme + "/native/v2/bookings/" + bookingId))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + accessToken)
                .build();
        try {
            return json.readTree(http.send(request, BodyHandlers.ofByteArray()).body())
                    .path("ticket");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the sandbox", interrupted);
        }
    }
}
