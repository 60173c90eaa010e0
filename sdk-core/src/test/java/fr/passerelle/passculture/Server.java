package fr.passerelle.passculture;

import fr.passerelle.contract.Sent;
import fr.passerelle.contract.SentRequests;
import fr.passerelle.http.Environment;
import fr.passerelle.model.app.Device;
import fr.passerelle.ratelimit.RateLimiter;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.QueueDispatcher;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okio.ByteString;

/** A server on the loopback that answers in order, and the client's way to it. */
final class Server implements AutoCloseable {

    static final String KEY = "test_0123456789ab_cafe";
    static final Device DEVICE = new Device("device-1", "Linux", null);

    private final MockWebServer server = new MockWebServer();
    private final QueueDispatcher queue = new QueueDispatcher();

    Server() throws IOException {
        responseBy(queue);
        server.start();
    }

    PassCultureClient.Builder client() {
        return PassCultureClient.builder()
                .apiKey(KEY)
                .environment(environment())
                .rateLimiter(RateLimiter.unlimited());
    }

    BeneficiaryClient.Builder app() {
        return BeneficiaryClient.builder()
                .environment(environment())
                .device(DEVICE)
                .rateLimiter(RateLimiter.unlimited());
    }

    Environment environment() {
        return Environment.of(server.url("/").toString());
    }

    Server response(int status, String body) {
        return response(new MockResponse(status, Headers.of("Content-Type", "application/json"), body));
    }

    Server response(MockResponse response) {
        queue.enqueue(response);
        return this;
    }

    /** Answers each request by what it asks for, rather than in order. */
    Server responseBy(Dispatcher dispatcher) {
        server.setDispatcher(new Checking(dispatcher));
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

    MockWebServer mock() {
        return server;
    }

    @Override
    public void close() {
        server.close();
    }

    /** Holds each request against the programme's documents before it is answered. */
    private static final class Checking extends Dispatcher {

        private final Dispatcher responses;

        Checking(Dispatcher responses) {
            this.responses = responses;
        }

        @Override
        public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            ByteString body = request.getBody();
            SentRequests.saw(new Sent(
                    request.getMethod(),
                    request.getUrl(),
                    request.getHeaders().get("Content-Type"),
                    request.getHeaders().get("User-Agent"),
                    body == null ? ByteString.EMPTY : body));
            return responses.dispatch(request);
        }

        @Override
        public MockResponse peek() {
            return responses.peek();
        }

        @Override
        public void close() {
            responses.close();
        }
    }
}
