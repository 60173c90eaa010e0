package fr.passerelle.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.sandbox.api.PartnerApi;
import fr.passerelle.sandbox.collective.Collective;
import fr.passerelle.sandbox.control.AddressControl;
import fr.passerelle.sandbox.control.BookingControl;
import fr.passerelle.sandbox.control.ClockControl;
import fr.passerelle.sandbox.control.CollectiveControl;
import fr.passerelle.sandbox.control.OfferControl;
import fr.passerelle.sandbox.control.PlatformControl;
import fr.passerelle.sandbox.control.SchoolControl;
import fr.passerelle.sandbox.control.VenueControl;
import fr.passerelle.sandbox.http.Dispatcher;
import fr.passerelle.sandbox.http.HttpServer;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.http.Route;
import fr.passerelle.sandbox.http.Routes;
import fr.passerelle.sandbox.school.Schools;
import fr.passerelle.sandbox.state.Booking;
import fr.passerelle.sandbox.state.SandboxClock;
import fr.passerelle.sandbox.state.World;
import fr.passerelle.sandbox.traffic.Faults;
import fr.passerelle.sandbox.traffic.Journal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A running sandbox: an offline programme on the loopback interface. State lives in memory and ends with it. The
 * methods below arrange what partners cannot create themselves, as the control plane does for other languages.
 */
public final class Sandbox implements AutoCloseable {

    private final World world = new World(new SandboxClock(Clock.systemUTC()));
    private final Programme programme = new Programme(world);
    private final LocalCalls calls;
    private final HttpServer server;

    private Sandbox(int port) {
        List<Route> routes = new ArrayList<>();
        routes.addAll(new ClockControl(world).routes());
        routes.addAll(new VenueControl(world).routes());
        routes.addAll(new AddressControl(world).routes());
        routes.addAll(new PlatformControl(world).routes());
        routes.addAll(new OfferControl(world).routes());
        routes.addAll(new BookingControl(world).routes());
        routes.addAll(PartnerApi.routes(world, programme.messages(), programme.eans, programme.cinema));
        routes.addAll(programme.routes());
        Schools schools = new Schools(world);
        routes.addAll(new SchoolControl(world, schools).routes());
        routes.addAll(new CollectiveControl(world, schools).routes());
        routes.addAll(new Collective(world, schools).routes());
        Dispatcher dispatcher = new Dispatcher(world, new Routes(routes), programme.interceptor());
        calls = new LocalCalls(dispatcher);
        try {
            server = new HttpServer(port, dispatcher);
        } catch (RuntimeException notStarted) {
            programme.close();
            throw notStarted;
        }
    }

    /** Starts an empty sandbox on a free port of the loopback interface, without a limit to the rate of calls. */
    public static Sandbox start() {
        return start(0);
    }

    /**
     * Starts an empty sandbox on a port of the loopback interface, without a limit to the rate of calls.
     *
     * @throws java.io.UncheckedIOException when the port is taken
     */
    public static Sandbox start(int port) {
        return new Sandbox(port);
    }

    /** Where it listens, without a trailing slash. */
    public URI baseUrl() {
        return server.baseUrl();
    }

    /** Drops everything, lets the clock follow the machine and restores every default. */
    public void reset() {
        calls.control("POST", "/sandbox/reset", Json.object());
    }

    /** A new vendor's account that wants no messages. */
    public SandboxProvider provider() {
        return provider(VendorUrls.NONE);
    }

    /** A new vendor's account. */
    public SandboxProvider provider(VendorUrls urls) {
        var body = Json.object()
                .put("bookingUrl", urls.booking())
                .put("cancelUrl", urls.cancel())
                .put("notificationUrl", urls.notification());
        JsonNode made = calls.control("POST", "/sandbox/providers", body);
        return new SandboxProvider(
                made.path("id").asLong(),
                made.path("name").asText(),
                made.path("apiKey").asText(),
                made.path("hmacKey").asText());
    }

    /**
     * A new vendor's account, and the properties with which an application on the Spring Boot starter is that vendor:
     * environment, API key and HMAC key, and no spreading of calls, as the sandbox has no quota. One line in a test:
     *
     * <pre>{@code
     * @DynamicPropertySource
     * static void sandbox(DynamicPropertyRegistry registry) {
     *     SANDBOX.registerProperties(registry::add);
     * }
     * }</pre>
     *
     * @param registry is given each property's name and value
     */
    public SandboxProvider registerProperties(BiConsumer<String, Supplier<Object>> registry) {
        SandboxProvider vendor = provider();
        registry.accept("passculture.environment", this::baseUrl);
        registry.accept("passculture.api-key", vendor::apiKey);
        registry.accept("passculture.webhook-keys", vendor::hmacKey);
        registry.accept("passculture.rate.enabled", () -> false);
        return vendor;
    }

    /** A new venue in Paris with a SIRET. */
    public SandboxVenue venue() {
        return venue(null, null);
    }

    /**
     * A new venue in Paris.
     *
     * @param publicName the name readers see, null for any
     * @param siret 14 digits, null for any
     * @throws SandboxRefusedException when another venue has this SIRET
     */
    public SandboxVenue venue(@Nullable String publicName, @Nullable String siret) {
        var body = Json.object();
        if (publicName != null) {
            body.put("publicName", publicName);
        }
        if (siret != null) {
            body.put("siret", siret).put("siren", siret.substring(0, 9));
        }
        JsonNode made = calls.control("POST", "/sandbox/venues", body);
        return new SandboxVenue(
                made.path("id").asLong(),
                made.path("siret").asText(),
                made.path("siren").asText(),
                made.path("offererId").asLong(),
                made.path("addressId").asLong());
    }

    /** Lets a provider manage a venue. */
    public void link(SandboxVenue venue, SandboxProvider provider) {
        calls.control("PUT", "/sandbox/venues/" + venue.id() + "/providers/" + provider.id(), Json.object());
    }

    /** A new venue that a provider manages. */
    public SandboxVenue linkedVenue(SandboxProvider provider) {
        SandboxVenue venue = venue();
        link(venue, provider);
        return venue;
    }

    /**
     * Lets the platform's catalogue know a product by its EAN.
     *
     * @param category a readable category; only paper books, CDs and vinyl may be sold by EAN
     * @param compliant whether the terms of use allow it
     * @throws SandboxRefusedException when the catalogue has this EAN already, or there is no such category
     */
    public void catalogueProduct(String ean, String name, String category, boolean compliant) {
        calls.control(
                "POST",
                "/sandbox/catalogue/products",
                Json.object()
                        .put("ean", ean)
                        .put("name", name)
                        .put("category", category)
                        .put("compliant", compliant));
    }

    /**
     * A new 18-year-old.
     *
     * @param credit in euro cents
     */
    public SandboxBeneficiary beneficiary(long credit) {
        JsonNode made =
                calls.control("POST", "/sandbox/beneficiaries", Json.object().put("credit", credit));
        return new SandboxBeneficiary(
                calls,
                made.path("id").asLong(),
                made.path("email").asText(),
                made.path("accessToken").asText());
    }

    /**
     * The countermark that the person who booked shows at the door.
     *
     * @throws IllegalArgumentException when there is no such booking
     */
    public String countermark(long bookingId) {
        return world.locked(() -> {
            Booking booking = world.bookings.find(bookingId);
            if (booking == null) {
                throw new IllegalArgumentException("no booking has the id " + bookingId);
            }
            return booking.token;
        });
    }

    /** The sandbox's clock. */
    public SandboxTime clock() {
        return new SandboxTime(world.clock);
    }

    /** The faults that are set. */
    public Faults faults() {
        return programme.faults;
    }

    /** What the sandbox received and sent. */
    public Journal journal() {
        return programme.journal;
    }

    /**
     * Limits the calls per API key in any 60 seconds of the machine's clock.
     *
     * @param perMinute null for no limit
     */
    public void quota(@Nullable Integer perMinute) {
        programme.quota.limit(perMinute, false);
    }

    /**
     * Changes how messages to vendors misbehave.
     *
     * @param dropNotifications the share of notifications that is lost, from 0 to 1
     * @param timeout how long a vendor has to respond
     * @throws IllegalArgumentException if the share is outside
     */
    public void messages(double dropNotifications, Duration timeout) {
        programme.vendors.misbehave(dropNotifications, timeout);
    }

    /**
     * Runs one of the programme's periodic jobs: {@code use-past-events}, {@code expire-bookings},
     * {@code cancel-orphans}, {@code finalise-eans} or {@code recredit}.
     *
     * @return its counts
     * @throws SandboxRefusedException when there is no such job
     */
    public Map<String, Integer> runJob(String name) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        calls.control("POST", "/sandbox/jobs/" + name, Json.object())
                .properties()
                .forEach(count -> counts.put(count.getKey(), count.getValue().asInt()));
        return counts;
    }

    /** Stops listening and leaves no thread behind. May be called twice. */
    @Override
    public void close() {
        programme.close();
        server.close();
    }
}
