package fr.passerelle.benchmarks.server;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts what arrives, by API key, and refuses with a 429 what is above the documented quota. The first words of a path
 * say what else it does with the requests below:
 *
 * <ul>
 *   <li>{@code /unlimited}: has no quota;
 *   <li>{@code /crowded/N}: refuses all for N milliseconds from the first on, as if another process used the key;
 *   <li>{@code /late/N}: responds to reads after N milliseconds, if the client is still there;
 *   <li>{@code /counts/KEY}, {@code /arrived/KEY/N}, {@code /abandoned/KEY/N}: tells the {@link Counts} of a key, at
 *       once or when there are N.
 * </ul>
 */
public final class CountingServer {

    private static final Map<String, Arrivals> BY_KEY = new ConcurrentHashMap<>();

    private CountingServer() {}

    /** Prints the port, then serves until its standard input ends. */
    public static void main(String[] args) throws IOException {
        ResponseServer.serve(peer -> new CountingConnection(peer, CountingServer::of));
    }

    private static Arrivals of(String key) {
        return BY_KEY.computeIfAbsent(key, unknown -> new Arrivals(System::nanoTime));
    }
}
