package fr.passerelle.invitations;

import fr.passerelle.ratelimit.RateLimiter;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;

/** A server on the loopback that responds in order, and the client's way to it. */
final class Server implements AutoCloseable {

    static final String KEY = "pinv_test-0123456789abcdef-0123456789abcdef-01";

    private final MockWebServer server = new MockWebServer();

    Server() throws IOException {
        server.start();
    }

    InvitationsClient.Builder client() {
        return InvitationsClient.builder()
                .apiKey(KEY)
                .baseUrl(server.url("/").toString())
                .rateLimiter(RateLimiter.unlimited())
                .clock(Clock.fixed(Samples.NOW, ZoneOffset.UTC));
    }

    Server response(int status, String body) {
        String type = status < 300 ? "application/json" : "application/problem+json";
        return response(new MockResponse(status, Headers.of("Content-Type", type), body));
    }

    Server response(Object body) {
        return response(200, Samples.json(body));
    }

    Server response(MockResponse response) {
        server.enqueue(response);
        return this;
    }

    Server responseBy(Dispatcher dispatcher) {
        server.setDispatcher(dispatcher);
        return this;
    }

    RecordedRequest request() throws InterruptedException {
        RecordedRequest request = server.takeRequest(5, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no request came");
        }
        return request;
    }

    int requests() {
        return server.getRequestCount();
    }

    @Override
    public void close() {
        server.close();
    }
}
