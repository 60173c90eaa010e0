package fr.passerelle.client;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;

/** A server on the loopback that answers in order, and the client's way to it. */
final class Server implements AutoCloseable {

    static final String KEY = "test_0123456789ab_cafe";

    private final MockWebServer server = new MockWebServer();

    Server() throws IOException {
        server.start();
    }

    PassCultureClient.Builder client() {
        return PassCultureClient.builder()
                .apiKey(KEY)
                .environment(environment())
                .pacing(Pacing.unlimited());
    }

    BeneficiaryClient.Builder app() {
        return BeneficiaryClient.builder().environment(environment()).pacing(Pacing.unlimited());
    }

    Environment environment() {
        return Environment.of(server.url("/").toString());
    }

    Server answer(int status, String body) {
        return answer(new MockResponse(status, Headers.of("Content-Type", "application/json"), body));
    }

    Server answer(MockResponse answer) {
        server.enqueue(answer);
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
}
