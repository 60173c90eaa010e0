package fr.passerelle.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckingProxyTest {

    private final OkHttpClient client = new OkHttpClient();
    private HttpServer server;
    private CheckingProxy proxy;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                String seen = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                        + exchange.getRequestHeaders().getFirst("Authorization") + " "
                        + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Retry-After", "7");
                exchange.sendResponseHeaders(429, 0);
                exchange.getResponseBody().write(seen.getBytes(StandardCharsets.UTF_8));
            }
        });
        server.start();
        proxy = new CheckingProxy(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        proxy.close();
        server.stop(0);
        client.connectionPool().evictAll();
    }

    private Request.Builder request(String path) {
        return new Request.Builder()
                .url(proxy.baseUrl() + path)
                .header("User-Agent", "passerelle/dev")
                .header("Authorization", "Bearer k");
    }

    @Test
    void handsOnWhatComesAndHandsBackWhatIsResponded() throws IOException {
        try (Response response = client.newCall(
                        request("/public/offers/v1/events?limit=5").build())
                .execute()) {
            assertThat(response.code()).isEqualTo(429);
            assertThat(response.header("Retry-After")).isEqualTo("7");
            assertThat(response.body().string()).isEqualTo("GET /public/offers/v1/events?limit=5 Bearer k ");
        }
    }

    @Test
    @SendsNonsense("to see that the proxy shows it")
    void showsWhatComes() throws IOException {
        long before = SentRequests.count();
        try (Response response = client.newCall(request("/public/offers/v9/events")
                        .post(RequestBody.create("{}".getBytes(StandardCharsets.UTF_8)))
                        .build())
                .execute()) {
            assertThat(response.body().string())
                    .startsWith("POST /public/offers/v9/events")
                    .endsWith("{}");
        }
        assertThat(SentRequests.count()).isEqualTo(before + 1);
    }

    @Test
    void hangsUpWhereTheServerIsGone() {
        server.stop(0);

        assertThatThrownBy(
                        () -> client.newCall(request("/public/offers/v1/events").build())
                                .execute())
                .isInstanceOf(IOException.class);
    }
}
