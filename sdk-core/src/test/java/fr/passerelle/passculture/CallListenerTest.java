package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.error.CallException;
import fr.passerelle.error.DeadlineException;
import fr.passerelle.error.NotFoundException;
import fr.passerelle.error.TransportException;
import fr.passerelle.error.UnreadableResponseException;
import fr.passerelle.http.CallListener;
import fr.passerelle.http.CallListener.Attempt;
import fr.passerelle.http.CallListener.End;
import fr.passerelle.http.CallListener.Target;
import fr.passerelle.http.CallListener.WaitReason;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.call.VirtualTime;
import fr.passerelle.log.CapturedLogs;
import fr.passerelle.model.booking.BookingFilter;
import fr.passerelle.model.value.Countermark;
import fr.passerelle.ratelimit.Permit;
import fr.passerelle.ratelimit.RateLimiter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect.CloseSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an observer is told of a call, in which order. */
class CallListenerTest {

    private static final Countermark COUNTERMARK = Countermark.of("ABC234");
    private static final String GET_EVENT = "GetEvent GET /public/offers/v1/events/{event_id}";

    private final VirtualTime time = new VirtualTime();
    private final Notes notes = new Notes();
    private Server server;
    private PassCultureClient client;

    @BeforeEach
    void start() throws IOException {
        server = new Server();
        client = observed(notes).build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private PassCultureClient.Builder observed(CallListener.Factory observer) {
        return server.client().time(time).random(() -> Long.MAX_VALUE).callListener(observer);
    }

    @Test
    void tellsOfACallThatSucceeds() {
        server.response(200, Samples.EVENT);

        client.events().get(12);

        assertThat(notes.told).containsExactly(GET_EVENT, "attempt 1: 200", "end after 1: 200");
        assertThat(notes.targets)
                .containsExactly(new Target(
                        "GetEvent",
                        "GET",
                        "/public/offers/v1/events/{event_id}",
                        server.mock().getHostName(),
                        server.mock().getPort(),
                        "",
                        Map.of("programme", "passculture")));
    }

    @Test
    void tellsOfEveryAttemptAndEveryPause() {
        server.response(503, "{}")
                .response(new MockResponse.Builder()
                        .code(429)
                        .addHeader("Retry-After", "7")
                        .build())
                .response(200, Samples.EVENT);

        client.events().get(12);

        assertThat(notes.told)
                .containsExactly(
                        GET_EVENT,
                        "attempt 1: 503",
                        "BACKOFF " + time.pauses().get(0).toMillis(),
                        "attempt 2: 429",
                        "BACKOFF 7000",
                        "attempt 3: 200",
                        "end after 3: 200");
    }

    @Test
    void tellsOfTheWaitForAPermit() {
        server.response(200, Samples.EVENT);
        RateLimiter slow = atMost -> Optional.of(Permit.in(Duration.ofSeconds(6)));
        try (PassCultureClient paced = observed(notes).rateLimiter(slow).build()) {
            paced.events().get(12);
        }

        assertThat(notes.told).containsExactly(GET_EVENT, "RATE_LIMIT 6000", "attempt 1: 200", "end after 1: 200");
        assertThat(notes.lastEnd).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void tellsWhichExceptionTheCallerGets() {
        server.response(404, "{}")
                .response(200, "<html>")
                .response(new MockResponse.Builder()
                        .onResponseStart(new CloseSocket())
                        .build());

        assertThatThrownBy(() -> client.events().get(12)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> client.events().get(12)).isInstanceOf(UnreadableResponseException.class);
        RequestOptions once = RequestOptions.builder().noRetry().build();
        assertThatThrownBy(() -> client.bookings().with(once).use(COUNTERMARK)).isInstanceOf(TransportException.class);

        assertThat(notes.told)
                .containsSubsequence(
                        "attempt 1: 404",
                        "end after 1: 404 NotFoundException",
                        "attempt 1: 200",
                        "end after 1: 200 UnreadableResponseException",
                        "attempt 1: null TransportException",
                        "end after 1: null TransportException");
    }

    @Test
    void tellsOfACallThatNeverLeft() {
        RateLimiter never = atMost -> Optional.empty();
        try (PassCultureClient paced = observed(notes).rateLimiter(never).build()) {
            assertThatThrownBy(() -> paced.events().get(12)).isInstanceOf(DeadlineException.class);
        }

        assertThat(notes.told).containsExactly(GET_EVENT, "end after 0: null DeadlineException");
    }

    @Test
    void aPageIsACall() {
        server.response(200, "{\"bookings\":[]}");

        assertThat(client.bookings().list(BookingFilter.ofOffer(12)).toList()).isEmpty();

        assertThat(notes.told).hasSize(3).last().isEqualTo("end after 1: 200");
    }

    @Test
    void tellsTheSameOfAFuture() {
        List<String> direct = play(c -> c.events().get(12));
        List<String> future = play(c -> {
            try {
                return c.events().async().get(12).join();
            } catch (CompletionException e) {
                throw (RuntimeException) e.getCause();
            }
        });

        assertThat(future).isEqualTo(direct).hasSize(8);
    }

    private List<String> play(Function<PassCultureClient, Object> call) {
        server.response(500, "{}").response(200, Samples.EVENT).response(410, "{}");
        Notes seen = new Notes();
        try (PassCultureClient fresh = observed(seen).build()) {
            assertThat(call.apply(fresh)).isNotNull();
            assertThatThrownBy(() -> call.apply(fresh)).isInstanceOf(CallException.class);
        }
        return seen.told.stream()
                .map(line -> line.startsWith("BACKOFF") ? "BACKOFF" : line)
                .toList();
    }

    @Test
    void severalAreToldInOrder() {
        server.response(200, Samples.EVENT);
        List<String> order = new ArrayList<>();
        try (PassCultureClient watched = observed(target -> note(order, "first"))
                .callListener(target -> note(order, "second"))
                .build()) {
            watched.events().get(12);
        }

        assertThat(order).containsExactly("first", "second");
    }

    private static CallListener note(List<String> order, String name) {
        order.add(name);
        return new CallListener() {};
    }

    /** Its failure is its own, and the others are told all the same. */
    @Test
    void oneThatThrowsDoesNotBreakTheCall() {
        server.response(503, "{}").response(200, Samples.EVENT).response(200, Samples.EVENT);
        CallListener.Factory cannotStart = target -> {
            throw new IllegalStateException("canary of an observer");
        };
        try (PassCultureClient watched = server.client()
                .time(time)
                .callListener(cannotStart)
                .callListener(target -> new Clumsy())
                .callListener(notes)
                .build()) {
            assertThat(watched.events().get(12).id()).isEqualTo(12);
            assertThat(watched.events().async().get(12).join().id()).isEqualTo(12);
        }

        assertThat(notes.told).hasSize(8);
        assertThat(CapturedLogs.ours())
                .anyMatch(line -> line.text().contains("A listener threw java.lang.IllegalStateException"))
                .noneMatch(line -> line.text().contains("canary of an observer"));
    }

    private static final class Clumsy implements CallListener {

        @Override
        public void waited(WaitReason reason, long nanos) {
            throw new IllegalStateException("canary of an observer");
        }

        @Override
        public void attempted(Attempt attempt) {
            throw new NoClassDefFoundError("canary of an observer");
        }

        @Override
        public void ended(End end) {
            throw new IllegalArgumentException("canary of an observer");
        }
    }

    /** Writes down what it is told. */
    private static final class Notes implements CallListener.Factory {

        private final List<String> told = new ArrayList<>();
        private final List<Target> targets = new ArrayList<>();
        private Duration lastEnd = Duration.ZERO;

        @Override
        public CallListener started(Target target) {
            targets.add(target);
            told.add(target.operation() + " " + target.method() + " " + target.pathTemplate());
            return new CallListener() {
                @Override
                public void waited(WaitReason reason, long nanos) {
                    told.add(reason + " " + TimeUnit.NANOSECONDS.toMillis(nanos));
                }

                @Override
                public void attempted(Attempt attempt) {
                    told.add("attempt " + attempt.number() + ": " + attempt.status() + failure(attempt.failure()));
                }

                @Override
                public void ended(End end) {
                    told.add("end after " + end.attempts() + ": " + end.status() + failure(end.failure()));
                    lastEnd = Duration.ofNanos(end.nanos());
                }
            };
        }

        private static String failure(@Nullable String name) {
            return name == null ? "" : " " + name;
        }
    }
}
