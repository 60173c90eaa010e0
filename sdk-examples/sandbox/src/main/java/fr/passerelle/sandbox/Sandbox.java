package fr.passerelle.sandbox;

import fr.passerelle.sandbox.api.AttributeRoutes;
import fr.passerelle.sandbox.api.BookingRoutes;
import fr.passerelle.sandbox.api.DateRoutes;
import fr.passerelle.sandbox.api.EventRoutes;
import fr.passerelle.sandbox.api.PriceCategoryRoutes;
import fr.passerelle.sandbox.api.ProductRoutes;
import fr.passerelle.sandbox.api.ProviderRoutes;
import fr.passerelle.sandbox.api.TokenRoutes;
import fr.passerelle.sandbox.api.VenueRoutes;
import fr.passerelle.sandbox.control.AddressControl;
import fr.passerelle.sandbox.control.BookingControl;
import fr.passerelle.sandbox.control.ClockControl;
import fr.passerelle.sandbox.control.OfferControl;
import fr.passerelle.sandbox.control.VenueControl;
import fr.passerelle.sandbox.http.Dispatcher;
import fr.passerelle.sandbox.http.HttpServer;
import fr.passerelle.sandbox.http.Interceptor;
import fr.passerelle.sandbox.http.Route;
import fr.passerelle.sandbox.http.Routes;
import fr.passerelle.sandbox.state.SandboxClock;
import fr.passerelle.sandbox.state.World;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A running sandbox. State lives in memory and ends with it. */
public final class Sandbox implements AutoCloseable {

    private final World world = new World(new SandboxClock(Clock.systemUTC()));
    private final HttpServer server;

    private Sandbox(int port) {
        List<Route> routes = new ArrayList<>();
        routes.addAll(control(world));
        routes.addAll(partner(world, VendorMessages.NONE));
        server = new HttpServer(port, new Dispatcher(world, new Routes(routes), Interceptor.NONE));
    }

    /** Starts an empty sandbox on a free port of the loopback interface. */
    public static Sandbox start() {
        return start(0);
    }

    /**
     * Starts an empty sandbox on a port of the loopback interface.
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

    @Override
    public void close() {
        server.close();
    }

    private static List<Route> control(World world) {
        return Stream.of(
                        new ClockControl(world).routes(),
                        new VenueControl(world).routes(),
                        new AddressControl(world).routes(),
                        new OfferControl(world).routes(),
                        new BookingControl(world).routes())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Route> partner(World world, VendorMessages messages) {
        return Stream.of(
                        new ProviderRoutes(world).routes(),
                        new VenueRoutes(world).routes(),
                        new AttributeRoutes().routes(),
                        new EventRoutes(world).routes(),
                        new PriceCategoryRoutes(world).routes(),
                        new DateRoutes(world).routes(),
                        new ProductRoutes(world).routes(),
                        new BookingRoutes(world).routes(),
                        new TokenRoutes(world, messages).routes())
                .flatMap(List::stream)
                .toList();
    }
}
