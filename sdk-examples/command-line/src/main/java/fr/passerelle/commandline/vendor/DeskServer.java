package fr.passerelle.commandline.vendor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.passerelle.ticketing.DeskResponse;
import fr.passerelle.ticketing.TicketingDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A desk on a port of the loopback interface, with nothing but the JDK. */
public final class DeskServer implements AutoCloseable {

    private static final int THREADS = 8;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    /** Takes a message: a desk, or what stands in front of it. */
    @FunctionalInterface
    public interface Receiver {

        /**
         * Answers a message; does not throw.
         *
         * @param signature the value of {@link TicketingDesk#SIGNATURE_HEADER}, null if absent
         * @param body of the message, cut where it is longer than a desk takes
         */
        DeskResponse receive(@Nullable String signature, byte[] body);
    }

    /**
     * Listens until it is closed; what it hands messages to stays its caller's to close.
     *
     * @throws UncheckedIOException if no port can be had
     */
    public DeskServer(Receiver receiver) {
        // The JDK's server sends head and body apart, and would wait 40 ms between them.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/", exchange -> response(exchange, receiver));
        server.setExecutor(threads);
        server.start();
    }

    /** Where the programme reaches it. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/passculture";
    }

    private static void response(HttpExchange exchange, Receiver receiver) throws IOException {
        try (exchange) {
            DeskResponse response = receiver.receive(
                    exchange.getRequestHeaders().getFirst(TicketingDesk.SIGNATURE_HEADER),
                    exchange.getRequestBody().readNBytes(TicketingDesk.DEFAULT_MAX_BODY_BYTES + 1));
            byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", response.contentType());
            exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length); // 0 would be chunked
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
