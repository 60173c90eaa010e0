package fr.passerelle.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A vendor's server on the loopback interface, that answers as told and remembers what it received. */
public final class FakeVendor implements AutoCloseable {

    /** What a vendor answers. */
    public record Reply(int status, String body) {}

    /** One message as it came over the wire. */
    public record Received(String path, String contentType, String signature, String wire) {

        /** The payload inside the string. */
        public JsonNode payload() {
            try {
                return JSON.readTree(JSON.readTree(wire).asText());
            } catch (IOException notJson) {
                throw new UncheckedIOException(notJson);
            }
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        // Else the JDK's server waits 40 ms for an acknowledgement between the headers and the body of a response.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final Map<String, Function<Received, Reply>> responses = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    /** Listens on a free port; every path responds 404 until told. */
    public FakeVendor() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 2000);
        } catch (IOException cannotListen) {
            throw new UncheckedIOException(cannotListen);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** The address of a path of this vendor. */
    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Answers every message to a path like this; quotes may be written as apostrophes. */
    public FakeVendor response(String path, int status, String body) {
        return response(path, message -> new Reply(status, body.replace('\'', '"')));
    }

    /** Answers messages to a path by a function. */
    public FakeVendor response(String path, Function<Received, Reply> function) {
        responses.put(path, function);
        return this;
    }

    /** The next message, waited for. */
    public Received next() throws InterruptedException {
        Received message = received.poll(10, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("the vendor received no message in 10 s");
        }
        return message;
    }

    /** How many messages have come and were not taken by {@link #next}. */
    public int waiting() {
        return received.size();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            var message = new Received(
                    exchange.getRequestURI().getPath(),
                    String.valueOf(headers.getFirst("Content-Type")),
                    String.valueOf(headers.getFirst("PassCulture-Signature")),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            received.add(message);
            Reply reply = responses
                    .getOrDefault(message.path(), any -> new Reply(404, ""))
                    .apply(message);
            byte[] body = reply.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
