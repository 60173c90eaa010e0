package fr.passerelle.boxoffice.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.passerelle.commandline.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page of a door on the loopback interface. Whoever sits at this machine may use it, and nobody else: other sites
 * that its browser shows can neither read it, as the {@code Host} must be this machine's, nor send to it, as a question
 * needs a header that no form can set, and an {@code Origin} of its own.
 */
final class DoorServer implements AutoCloseable {

    private static final int THREADS = 8;
    private static final int MOST_BYTES = 4096;
    /** In seconds: requests that never end must not hold all threads. The server looks once a second. */
    private static final String LONGEST_REQUEST = "5";

    private static final String JSON = "application/json";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z.-]+)}}");
    private static final Map<String, String> FILES = Map.of(
            "/door.js", "text/javascript; charset=utf-8",
            "/door.css", "text/css; charset=utf-8");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final DoorDesk desk;
    private final String bundle;
    private final Locale standard;
    private final ObjectMapper json = new ObjectMapper();

    /**
     * Listens until it is closed.
     *
     * @param port 0 for any that is free
     * @param bundle where the texts stand
     * @param standard the language of a page that asks for none
     * @throws IOException if the port cannot be had
     */
    DoorServer(int port, DoorDesk desk, String bundle, Locale standard) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // as in DeskServer
        System.setProperty("sun.net.httpserver.maxReqTime", LONGEST_REQUEST);
        this.desk = desk;
        this.bundle = bundle;
        this.standard = standard;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::respond);
        server.setExecutor(threads);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/";
    }

    private void respond(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (!hosts().contains(exchange.getRequestHeaders().getFirst("Host"))) {
                send(exchange, 421, "text/plain", "this page is for 127.0.0.1 only");
            } else if (exchange.getRequestMethod().equals("POST")) {
                answer(exchange, path);
            } else if (path.equals("/")) {
                send(exchange, 200, "text/html; charset=utf-8", page(locale(exchange)));
            } else if (FILES.containsKey(path)) {
                send(exchange, 200, FILES.get(path), file(path));
            } else {
                send(exchange, 404, "text/plain", "no such page");
            }
        }
    }

    private Set<String> hosts() {
        return Set.of("127.0.0.1:" + port(), "localhost:" + port());
    }

    private void answer(HttpExchange exchange, String path) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        String origin = headers.getFirst("Origin");
        boolean ours = origin == null || hosts().contains(origin.replaceFirst("^http://", ""));
        if (!ours || headers.getFirst("X-Door") == null || !JSON.equals(headers.getFirst("Content-Type"))) {
            send(exchange, 403, "text/plain", "a question of this page only");
            return;
        }
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES);
        try {
            JsonNode question = json.readTree(body);
            send(
                    exchange,
                    200,
                    JSON,
                    desk.ask(path.substring(1), question, locale(exchange)).toString());
        } catch (JsonProcessingException noJson) {
            send(exchange, 400, "text/plain", "no JSON");
        } catch (IllegalArgumentException noQuestion) {
            send(exchange, 400, "text/plain", String.valueOf(noQuestion.getMessage()));
        }
    }

    private Locale locale(HttpExchange exchange) {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        return query.contains("lang=fr") ? Locale.FRENCH : query.contains("lang=en") ? Locale.ENGLISH : standard;
    }

    /** The page with its texts; they are ours, and hold no markup. */
    private String page(Locale locale) throws IOException {
        Texts texts = Texts.in(locale, bundle);
        return PLACEHOLDER
                .matcher(file("/door.html"))
                .replaceAll(found -> Matcher.quoteReplacement(texts.of("page." + found.group(1))));
    }

    private static String file(String name) throws IOException {
        try (InputStream in = DoorServer.class.getResourceAsStream(name.substring(1))) {
            if (in == null) {
                throw new IOException(name + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.put(
                "Content-Security-Policy",
                List.of("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none';"
                        + " form-action 'none'; frame-ancestors 'none'"));
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
