package fr.passerelle.sandbox;

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

/** A running sandbox. State lives in memory and ends with it. */
public final class Sandbox implements AutoCloseable {

    private final World world = new World(new SandboxClock(Clock.systemUTC()));
    private final HttpServer server;

    private Sandbox(int port) {
        List<Route> routes = new ArrayList<>();
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
}
