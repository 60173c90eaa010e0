package fr.passerelle.contract;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.ByteString;

/**
 * Stands before a server, shows what comes to {@link SentRequests} and hands it on: for programmes that are tested as a
 * whole, and make their client themselves. A server that gives no response looks here as one that hangs up.
 */
public final class CheckingProxy implements AutoCloseable {

    /** Of one connection only, or made anew by those who hand on. */
    private static final Set<String> NOT_HANDED_ON =
            Set.of("Host", "Connection", "Content-length", "Transfer-encoding", "Accept-encoding");

    private static final Set<String> BODILESS = Set.of("GET", "DELETE");
    private static final Set<String> HANDED_BACK = Set.of("Content-Type", "Retry-After");

    private final URI target;
    private final HttpServer server;
    private final OkHttpClient client = new OkHttpClient.Builder()
            .followRedirects(false)
            .retryOnConnectionFailure(false)
            .build();

    /** On the loopback interface, before this server. */
    public CheckingProxy(URI target) {
        this.target = target;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    /** Where it listens, without a trailing slash. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            ByteString body = ByteString.of(exchange.getRequestBody().readAllBytes());
            HttpUrl url = HttpUrl.get(target + exchange.getRequestURI().toString());
            Headers headers = exchange.getRequestHeaders();
            SentRequests.saw(new Sent(
                    exchange.getRequestMethod(),
                    url,
                    headers.getFirst("Content-Type"),
                    headers.getFirst("User-Agent"),
                    body));
            try (Response response =
                    client.newCall(handedOn(exchange, url, body)).execute()) {
                response(exchange, response);
            }
        }
    }

    private static Request handedOn(HttpExchange exchange, HttpUrl url, ByteString body) {
        String method = exchange.getRequestMethod();
        Request.Builder request = new Request.Builder()
                .url(url)
                .method(method, BODILESS.contains(method) ? null : RequestBody.create(body, null));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_HANDED_ON.contains(name)) {
                values.forEach(value -> request.addHeader(name, value));
            }
        });
        return request.build();
    }

    private static void response(HttpExchange exchange, Response response) throws IOException {
        byte[] body = response.body().bytes();
        HANDED_BACK.forEach(name -> response.headers(name)
                .forEach(value -> exchange.getResponseHeaders().add(name, value)));
        exchange.sendResponseHeaders(response.code(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
