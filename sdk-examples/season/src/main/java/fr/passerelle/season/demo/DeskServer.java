package fr.passerelle.season.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.passerelle.ticketing.DeskAnswer;
import fr.passerelle.ticketing.TicketingDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A ticketing desk mounted on a port of the loopback interface, with nothing but the JDK. */
final class DeskServer implements AutoCloseable {

    private static final int THREADS = 4;

    private final TicketingDesk desk;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    private DeskServer(TicketingDesk desk, HttpServer server) {
        this.desk = desk;
        this.server = server;
    }

    /** Opens the desk, which this server owns from now on. */
    static DeskServer mount(TicketingDesk desk) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            DeskServer mounted = new DeskServer(desk, server);
            server.createContext("/", mounted::answer);
            server.setExecutor(mounted.threads);
            server.start();
            return mounted;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** Where the programme reaches it. */
    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/passculture");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            DeskAnswer answer = desk.receive(
                    exchange.getRequestHeaders().getFirst(TicketingDesk.SIGNATURE_HEADER),
                    exchange.getRequestBody().readNBytes(TicketingDesk.DEFAULT_MAX_BODY_BYTES + 1));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        desk.close();
    }
}
