package fr.passerelle.sandbox.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long the programme waits for a vendor, where it follows it, and what it sends along. */
class PatienceTest {

    private static final SignedMessage MESSAGE = SignedMessage.of(Map.of("barcodes", List.of("A")), "key");

    private final VendorMessenger messenger = new VendorMessenger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final LinkedBlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final CountDownLatch never = new CountDownLatch(1);
    private HttpServer vendor;

    @BeforeEach
    void start() throws IOException {
        vendor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        vendor.setExecutor(threads);
        vendor.createContext("/here", exchange -> {
            note(exchange);
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("{}".getBytes(UTF_8));
            exchange.close();
        });
        vendor.start();
    }

    @AfterEach
    void stop() {
        never.countDown();
        messenger.close();
        vendor.stop(0);
        threads.shutdownNow();
    }

    private void note(HttpExchange exchange) throws IOException {
        received.add(exchange.getRequestMethod() + " "
                + new String(exchange.getRequestBody().readAllBytes(), UTF_8).length());
    }

    private String url(String path) {
        return "http://127.0.0.1:" + vendor.getAddress().getPort() + path;
    }

    private boolean pause(long millis) {
        try {
            return never.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Each piece comes in time, all of them together do not. */
    @Test
    void waitsAnewAfterEachPiece() {
        vendor.createContext("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 6);
            for (int i = 0; i < 6; i++) {
                pause(150);
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
            }
            exchange.close();
        });

        assertThat(messenger.post(url("/drip"), MESSAGE, Duration.ofMillis(500)))
                .isEqualTo(new VendorReply.Responded(200, "xxxxxx"));
    }

    @Test
    void givesUpInTheMiddleOfABodyThatStops() {
        vendor.createContext("/stuck", exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            pause(60_000);
            exchange.close();
        });

        assertThat(messenger.post(url("/stuck"), MESSAGE, Duration.ofMillis(200)))
                .isEqualTo(new VendorReply.TimedOut());
    }

    @ParameterizedTest
    @CsvSource({"307, POST", "308, POST", "302, GET", "301, GET"})
    void followsAVendorThatHasMoved(int status, String method) throws InterruptedException {
        vendor.createContext("/moved", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Location", url("/here"));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });

        messenger.post(url("/moved"), MESSAGE, Duration.ofSeconds(10));

        int length = method.equals("POST") ? MESSAGE.wire().length() : 0;
        assertThat(received.poll(10, TimeUnit.SECONDS)).isEqualTo(method + " " + length);
    }

    @Test
    void sendsTheHeadersOfItsTracing() throws InterruptedException {
        vendor.createContext("/traced", exchange -> {
            received.add(exchange.getRequestHeaders().getFirst("Sentry-Trace"));
            received.add(exchange.getRequestHeaders().getFirst("Baggage"));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });

        messenger.post(url("/traced"), MESSAGE, Duration.ofSeconds(10));

        String trace = received.take();
        assertThat(trace).matches("[0-9a-f]{32}-[0-9a-f]{16}-1");
        assertThat(received.take()).contains("sentry-trace_id=" + trace.substring(0, 32));
    }
}
