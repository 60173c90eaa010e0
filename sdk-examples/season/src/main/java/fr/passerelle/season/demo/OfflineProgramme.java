package fr.passerelle.season.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.season.agenda.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The sandbox, with what only the programme's staff and its public can do: accounts, venues, time, bookings. */
public final class OfflineProgramme implements AutoCloseable {

    private static final Pattern POSTAL_CODE = Pattern.compile("(?<!\\d)\\d{5}(?!\\d)");
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int CREDIT_CENTS = 30_000;
    private static final double PARIS_LATITUDE = 48.85661;
    private static final double PARIS_LONGITUDE = 2.35222;

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final Map<Place, Long> venues = new ConcurrentHashMap<>();
    private final Sandbox sandbox;

    private OfflineProgramme(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /**
     * A vendor's account.
     *
     * @param id the programme's number for it
     * @param apiKey for the vendor's calls
     * @param hmacKey for the programme's messages
     */
    public record Account(long id, String apiKey, String hmacKey) {

        /** Without the keys. */
        @Override
        public String toString() {
            return "Account[" + id + "]";
        }
    }

    /** A venue on sale: its number, and the SIRET by which a vendor finds it. */
    public record VenueAccount(long id, String siret) {}

    /** Opens an empty programme on a free port of the loopback interface. */
    public static OfflineProgramme open() {
        return open(0);
    }

    /**
     * Opens an empty programme.
     *
     * @param port on the loopback interface, 0 for any free one
     * @throws UncheckedIOException if the port is taken
     */
    public static OfflineProgramme open(int port) {
        return new OfflineProgramme(Sandbox.start(port));
    }

    /** Where it listens. */
    public URI baseUrl() {
        return sandbox.baseUrl();
    }

    /** Sets the clock of the programme and stops it there. */
    public void moveClockTo(Instant now) {
        control("PUT", "/sandbox/clock", json.createObjectNode().put("now", now.toString()));
    }

    /** Limits the calls of each vendor, as the real programme does. */
    public void limitCallsPerMinute(int calls) {
        control("PUT", "/sandbox/pace", json.createObjectNode().put("perMinute", calls));
    }

    /** A new vendor. */
    public Account vendor(String name) {
        JsonNode made = control("POST", "/sandbox/providers", json.createObjectNode().put("name", name));
        return new Account(
                made.path("id").asLong(),
                made.path("apiKey").asText(),
                made.path("hmacKey").asText());
    }

    /** A new venue that the vendor may sell for. */
    public VenueAccount venue(String name, Account vendor) {
        return venue(json.createObjectNode().put("publicName", name), vendor);
    }

    /** The venue of a place of the agenda, made when it is first asked for. */
    long venueOf(Place place, Account vendor) {
        return venues.computeIfAbsent(place, where -> {
            ObjectNode venue = json.createObjectNode();
            if (!where.name().isEmpty()) {
                venue.put("publicName", where.name());
            }
            Matcher postalCode = POSTAL_CODE.matcher(where.address());
            if (postalCode.find()) {
                venue.putObject("address")
                        .put("street", where.address())
                        .put("city", where.city().isEmpty() ? "Paris" : where.city())
                        .put("postalCode", postalCode.group())
                        .put("latitude", PARIS_LATITUDE)
                        .put("longitude", PARIS_LONGITUDE);
            }
            return venue(venue, vendor).id();
        });
    }

    private VenueAccount venue(ObjectNode description, Account vendor) {
        JsonNode made = control("POST", "/sandbox/venues", description);
        long id = made.path("id").asLong();
        control("PUT", "/sandbox/venues/" + id + "/providers/" + vendor.id(), json.createObjectNode());
        return new VenueAccount(id, made.path("siret").asText());
    }

    /** How many venues the agenda's places have led to. */
    int venueCount() {
        return venues.size();
    }

    /** A new young person with a full credit. */
    Visitor visitor(String firstName) {
        JsonNode made = control(
                "POST",
                "/sandbox/beneficiaries",
                json.createObjectNode().put("firstName", firstName).put("credit", CREDIT_CENTS));
        return new Visitor(this, firstName, made.path("accessToken").asText());
    }

    private JsonNode control(String method, String path, ObjectNode body) {
        Reply reply = call(method, path, null, body);
        if (!reply.isSuccess()) {
            throw new IllegalStateException(method + " " + path + " answered " + reply.status());
        }
        return reply.body();
    }

    /**
     * What the programme answered.
     *
     * @param status the HTTP status
     * @param body the document, a missing node if there is none
     */
    record Reply(int status, JsonNode body) {

        boolean isSuccess() {
            return status / 100 == 2;
        }
    }

    /** One call to the app or to the control plane. */
    Reply call(String method, String path, @Nullable String accessToken, @Nullable ObjectNode body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                .timeout(TIMEOUT)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
                .header("Content-Type", "application/json");
        if (accessToken != null) {
            request.header("Authorization", "Bearer " + accessToken);
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), json.readTree(response.body()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the sandbox", interrupted);
        }
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
