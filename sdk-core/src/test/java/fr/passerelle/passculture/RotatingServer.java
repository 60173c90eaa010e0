package fr.passerelle.passculture;

import java.util.function.Consumer;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Has one session, as the programme does: each refresh token is good for one, and takes the access token of before with
 * it. Access tokens end after some calls.
 */
final class RotatingServer extends Dispatcher {

    private final int lifeInCalls;
    private int generation = 1;
    private int calls;
    private int refused;
    private @Nullable Consumer<String> renewing;

    RotatingServer(Server server, int lifeInCalls) {
        this.lifeInCalls = lifeInCalls;
        server.responseBy(this);
    }

    /** Is given each renewal's path before it is responded to; may wait. */
    synchronized RotatingServer renewing(Consumer<String> watcher) {
        renewing = watcher;
        return this;
    }

    synchronized void expire() {
        calls = lifeInCalls;
    }

    /** How often the tokens were renewed. */
    synchronized int renewals() {
        return generation - 1;
    }

    /** How often a refresh token came that counts no more. */
    synchronized int refused() {
        return refused;
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        String bearer = String.valueOf(request.getHeaders().get("Authorization"));
        String path = String.valueOf(request.getTarget());
        if (path.endsWith("signin")) {
            return signedIn();
        }
        if (!path.endsWith("refresh_access_token")) {
            return counts(bearer) ? json(200, AppSamples.PROFILE) : json(401, "{}");
        }
        MockResponse renewed = renew(bearer);
        Consumer<String> watcher;
        synchronized (this) {
            watcher = renewing;
        }
        if (watcher != null) {
            watcher.accept(path);
        }
        return renewed;
    }

    private synchronized boolean counts(String bearer) {
        return bearer.equals("Bearer access-" + generation) && calls++ < lifeInCalls;
    }

    private synchronized MockResponse renew(String bearer) {
        if (!bearer.equals("Bearer refresh-" + generation)) {
            refused++;
            return json(401, "{}");
        }
        generation++;
        calls = 0;
        return json(
                200,
                "{\"accessToken\":\"access-%d\",\"refreshToken\":\"refresh-%d\"}".formatted(generation, generation));
    }

    private synchronized MockResponse signedIn() {
        generation++;
        calls = 0;
        return json(
                200,
                AppSamples.SIGNED_IN
                        .replace("access-1", "access-" + generation)
                        .replace("refresh-1", "refresh-" + generation));
    }

    private static MockResponse json(int status, String body) {
        return new MockResponse(status, Headers.of("Content-Type", "application/json"), body);
    }
}
