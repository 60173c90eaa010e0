package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.error.CallException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect.CloseSocket;
import mockwebserver3.SocketEffect.Stall;
import okio.Buffer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a call dies of, it leaves no response open, no connection in use and no thread. */
@Timeout(30)
class LeaksTest {

    /** For what never answers; nothing that answers is given so little, or a busy machine would fail the test. */
    private static final Duration SHORT = Duration.ofMillis(300);

    private static final Duration AMPLE = Duration.ofSeconds(20);

    /**
     * What a call dies of.
     *
     * @param patience of the attempt
     */
    record Fault(String name, MockResponse response, Duration patience) {
        Fault(String name, MockResponse response) {
            this(name, response, AMPLE);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Fault> faults() {
        return Stream.of(
                new Fault("404", response(404, "{}")),
                new Fault("503", response(503, "{}")),
                new Fault("429", response(429, "{}")),
                new Fault("redirect", response(302, "")),
                new Fault("a page instead of JSON", response(200, "<html>")),
                new Fault("nothing instead of JSON", response(200, "")),
                new Fault("reset before the response", Faulty.fault(new CloseSocket())),
                new Fault("reset within the response", Faulty.truncated()),
                new Fault("silence", Faulty.fault(Stall.INSTANCE), SHORT),
                new Fault("one byte at a time", Faulty.dripping(), SHORT),
                new Fault("bomb", Faulty.bomb(200)),
                new Fault("bomb in an error", Faulty.bomb(500)),
                new Fault("spoilt archive", Faulty.encoded(200, "gzip", new Buffer().writeUtf8("no archive"))),
                new Fault("unknown encoding", Faulty.encoded(200, "br", new Buffer().writeUtf8("{}"))),
                new Fault(
                        "no HTTP",
                        new MockResponse.Builder().status("good evening").build()));
    }

    private static MockResponse response(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aDirectCallLeavesNothing(Fault fault) throws IOException {
        play(fault, client -> client.events().get(12));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFutureLeavesNothing(Fault fault) throws IOException {
        play(fault, client -> {
            try {
                client.events().async().get(12).join();
            } catch (CompletionException e) {
                throw (RuntimeException) e.getCause();
            }
        });
    }

    private interface Use {
        void of(PassCultureClient client);
    }

    private static void play(Fault fault, Use call) throws IOException {
        Leaks leaks = new Leaks();
        try (Server server = new Server().response(fault.response).response(200, Samples.PROVIDER)) {
            try (PassCultureClient client = server.client()
                    .okHttpClient(leaks.okHttpClient())
                    .attemptTimeout(fault.patience)
                    .attempts(1)
                    .build()) {
                assertThatThrownBy(() -> call.of(client)).isInstanceOf(CallException.class);
            }
            leaks.assertNothingLeft();
            assertThat(Leaks.threadsLeft()).isEmpty();
            assertThat(leaks.calls()).isEqualTo(1);
        }
    }
}
