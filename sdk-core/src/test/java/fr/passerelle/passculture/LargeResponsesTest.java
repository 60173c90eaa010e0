package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.error.TransportException;
import fr.passerelle.error.UnreadableResponseException;
import fr.passerelle.http.RawResponse;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventFilter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bodies so large that their arrays are used again: each caller gets what was sent to it, and nothing of another's. */
@Timeout(60)
class LargeResponsesTest {

    private static final int THREADS = 8;
    private static final int CALLS = 20;

    /** How the server tells where a body ends. */
    enum Framing {
        LENGTH,
        CHUNKS,
        GZIP
    }

    @ParameterizedTest
    @EnumSource
    void everyCallerGetsWhatWasSentToIt(Framing framing) throws Exception {
        try (Server server = serving(framing);
                PassCultureClient client = server.client().build()) {
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            List<Future<?>> callers = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int first = thread * CALLS + 1;
                callers.add(threads.submit(() -> {
                    for (int venue = first; venue < first + CALLS; venue++) {
                        assertSentTo(
                                venue,
                                client.events().list(EventFilter.ofVenue(venue)).toList());
                    }
                }));
            }
            for (Future<?> caller : callers) {
                caller.get();
            }
            threads.shutdown();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aResponseThatIsKeptStaysWhatItWas(Framing framing) throws Exception {
        List<RawResponse> kept = new ArrayList<>();
        RequestOptions options = RequestOptions.builder().onResponse(kept::add).build();
        try (Server server = serving(framing);
                PassCultureClient client = server.client().build()) {
            client.events().with(options).list(EventFilter.ofVenue(7)).toList();
            for (int venue = 20; venue < 30; venue++) {
                client.events().list(EventFilter.ofVenue(venue)).toList();
            }

            assertThat(kept).hasSize(1);
            assertThat(kept.get(0).bodyText()).isEqualTo(page(7));
        }
    }

    @Test
    void oneThatCannotBeReadIsKeptByItsException() throws Exception {
        String broken = page(7).replace("\"id\":12,", "\"id\":\"none\",");
        try (Server server = new Server();
                PassCultureClient client = server.client().attempts(1).build()) {
            server.response(200, broken);
            for (int i = 0; i < 10; i++) {
                server.response(200, page(8));
            }
            UnreadableResponseException thrown = null;
            try {
                client.events().list(EventFilter.ofVenue(7)).toList();
            } catch (UnreadableResponseException expected) {
                thrown = expected;
            }
            for (int i = 0; i < 10; i++) {
                client.events().list(EventFilter.ofVenue(8)).toList();
            }

            assertThat(Objects.requireNonNull(thrown).response().orElseThrow().bodyText())
                    .isEqualTo(broken);
        }
    }

    @Test
    void oneThatEndsTooSoonIsLost() throws Exception {
        try (Server server = new Server();
                PassCultureClient client = server.client().attempts(1).build()) {
            server.response(new MockResponse.Builder()
                    .body(page(7))
                    .setHeader("Content-Length", page(7).getBytes(StandardCharsets.UTF_8).length + 1)
                    .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
                    .build());

            assertThatThrownBy(
                            () -> client.events().list(EventFilter.ofVenue(7)).toList())
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("broke off");
        }
    }

    private static void assertSentTo(long venue, List<Event> events) {
        assertThat(events)
                .hasSize(20)
                .allSatisfy(event -> assertThat(event.description()).isEqualTo(description(venue)));
    }

    private static Server serving(Framing framing) throws IOException {
        return new Server().responseBy(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String venue = Objects.requireNonNull(request.getUrl().queryParameter("venueId"));
                return response(framing, page(Long.parseLong(venue)));
            }
        });
    }

    private static MockResponse response(Framing framing, String body) {
        Headers json = Headers.of("Content-Type", "application/json");
        return switch (framing) {
            case LENGTH -> new MockResponse(200, json, body);
            case CHUNKS ->
                new MockResponse.Builder()
                        .headers(json)
                        .chunkedBody(body, 5_000)
                        .build();
            case GZIP ->
                new MockResponse.Builder()
                        .headers(json)
                        .addHeader("Content-Encoding", "gzip")
                        .body(gzipped(body))
                        .build();
        };
    }

    private static Buffer gzipped(String body) {
        Buffer compressed = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(compressed))) {
            sink.writeUtf8(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return compressed;
    }

    /** From 20 kB to 250 kB. */
    private static String page(long venue) {
        String event = Samples.EVENT.replace("\"description\":null", "\"description\":\"" + description(venue) + "\"");
        String[] events = new String[20];
        for (int i = 0; i < events.length; i++) {
            events[i] = event.replace("\"id\":12,", "\"id\":" + (12 + i) + ",");
        }
        return Samples.object("events", events);
    }

    private static String description(long venue) {
        return ("lieu " + venue + " ").repeat(10 + (int) (venue * 131 % 1_200));
    }
}
