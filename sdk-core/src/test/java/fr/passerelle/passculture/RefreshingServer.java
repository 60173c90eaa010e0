package fr.passerelle.passculture;

import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;

/** Takes only the second access token, and counts who asks for it. */
final class RefreshingServer extends Dispatcher {

    private final AtomicInteger renewals = new AtomicInteger();

    RefreshingServer(Server server) {
        server.responseBy(this);
    }

    int renewals() {
        return renewals.get();
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        if (String.valueOf(request.getTarget()).endsWith("refresh_access_token")) {
            renewals.incrementAndGet();
            return json(200, AppSamples.RENEWED);
        }
        boolean fresh = "Bearer access-2".equals(request.getHeaders().get("Authorization"));
        return fresh ? json(200, AppSamples.PROFILE) : json(401, "{}");
    }

    private static MockResponse json(int status, String body) {
        return new MockResponse(status, Headers.of("Content-Type", "application/json"), body);
    }
}
