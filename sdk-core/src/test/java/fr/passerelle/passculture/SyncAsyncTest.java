package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.error.ApiException;
import fr.passerelle.error.CallException;
import fr.passerelle.internal.call.VirtualTime;
import fr.passerelle.model.booking.BookingFilter;
import fr.passerelle.model.offer.EventFilter;
import fr.passerelle.model.offer.EventPatch;
import fr.passerelle.model.value.Countermark;
import fr.passerelle.model.venue.Provider;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One scenario, two ways to call: they must send, wait, response and fail alike. */
class SyncAsyncTest {

    private static final Countermark COUNTERMARK = Countermark.of("ABC234");

    /** What the server sends, and the same call in both ways. */
    record Scenario(
            String name,
            List<MockResponse> responses,
            Function<PassCultureClient, Object> sync,
            Function<PassCultureClient, CompletableFuture<?>> async) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Scenario> scenarios() {
        return Stream.of(
                new Scenario(
                        "a read",
                        List.of(response(200, Samples.EVENT)),
                        c -> c.events().get(12),
                        c -> c.events().async().get(12)),
                new Scenario(
                        "a read that is tried again",
                        List.of(response(503, "{}"), response(500, "oops"), response(200, Samples.EVENT)),
                        c -> c.events().get(12),
                        c -> c.events().async().get(12)),
                new Scenario(
                        "a read that fails for good",
                        List.of(response(503, "{}"), response(502, "{}"), response(504, "{\"global\":[\"no\"]}")),
                        c -> c.events().get(12),
                        c -> c.events().async().get(12)),
                new Scenario(
                        "an action",
                        List.of(response(200, Samples.EVENT)),
                        c -> c.events().create(RequestsTest.play()),
                        c -> c.events().async().create(RequestsTest.play())),
                new Scenario(
                        "a throttled action",
                        List.of(throttled(7), response(200, Samples.EVENT)),
                        c -> c.events().update(12, EventPatch.builder().build()),
                        c -> c.events().async().update(12, EventPatch.builder().build())),
                new Scenario(
                        "a countermark that is used",
                        List.of(response(410, "{\"booking\":\"used\"}")),
                        c -> c.bookings().byCountermark(COUNTERMARK),
                        c -> c.bookings().async().byCountermark(COUNTERMARK)),
                new Scenario(
                        "a response that cannot be read",
                        List.of(response(200, "<html>")),
                        c -> c.venues().all(),
                        c -> c.venues().async().all()),
                new Scenario(
                        "two pages",
                        List.of(fullPage(), response(200, "{\"bookings\":[]}")),
                        c -> c.bookings().list(BookingFilter.ofOffer(12)).toList(),
                        c -> c.bookings().async().list(BookingFilter.ofOffer(12))),
                new Scenario(
                        "a page that is refused",
                        List.of(response(404, "{\"global\":\"Venue cannot be found\"}")),
                        c -> c.events().list(EventFilter.ofVenue(1)).toList(),
                        c -> c.events().async().list(EventFilter.ofVenue(1))));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void bothWaysAreAlike(Scenario scenario) throws IOException, InterruptedException {
        List<Object> sync = play(scenario, scenario.sync);
        List<Object> async = play(scenario, client -> {
            try {
                return scenario.async.apply(client).join();
            } catch (CompletionException e) {
                throw (RuntimeException) e.getCause();
            }
        });

        assertThat(async).isEqualTo(sync);
    }

    /** A queue of futures is no row of timeouts. */
    @Test
    void aFuturesDeadlineRunsFromItsFirstRequest() throws IOException {
        VirtualTime time = new VirtualTime();
        Deque<Runnable> waiting = new ArrayDeque<>();
        try (Server server = new Server().response(200, Samples.PROVIDER);
                PassCultureClient client =
                        server.client().time(time).executor(waiting::add).build()) {
            CompletableFuture<Provider> call = client.provider().async().get();
            time.pass(Duration.ofHours(1));
            waiting.remove().run();

            assertThat(call).isCompletedWithValueMatching(provider -> provider.id() == 7);
        }
    }

    /** Requests, pauses, and the result or the failure. */
    private static List<Object> play(Scenario scenario, Function<PassCultureClient, Object> call)
            throws IOException, InterruptedException {
        VirtualTime time = new VirtualTime();
        List<Object> seen = new ArrayList<>();
        try (Server server = new Server();
                PassCultureClient client = server.client()
                        .time(time)
                        .random(new SplittableRandom(3))
                        .build()) {
            scenario.responses.forEach(server::response);
            try {
                seen.add(call.apply(client));
            } catch (CallException e) {
                seen.add(e.getClass());
                seen.add(e.getMessage());
                seen.add(e instanceof ApiException api ? api.errors() : "no response");
            }
            seen.add(time.pauses());
            for (int i = server.requests(); i > 0; i--) {
                seen.add(server.request().getRequestLine());
            }
        }
        return seen;
    }

    private static MockResponse fullPage() {
        String[] bookings = Stream.iterate(1L, id -> id + 1)
                .limit(50)
                .map(id -> Samples.booking(id, "USED"))
                .toArray(String[]::new);
        return response(200, Samples.object("bookings", bookings));
    }

    private static MockResponse throttled(int seconds) {
        return new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", seconds)
                .build();
    }

    private static MockResponse response(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }
}
