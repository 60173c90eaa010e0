package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.passerelle.error.ApiException;
import fr.passerelle.error.CallException;
import fr.passerelle.error.TransportException;
import fr.passerelle.error.UnreadableResponseException;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.log.CapturedLogs;
import fr.passerelle.model.value.Countermark;
import fr.passerelle.ratelimit.Permit;
import fr.passerelle.ratelimit.RateLimiter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that are no HTTP, or hardly: each ends in an exception of the family that tells the doubt and no secret. */
@Timeout(60)
class OddResponsesTest {

    private static final Countermark COUNTERMARK = Countermark.of("ABC234");
    private static final String PERSON = "canary.person@example.org 33600000042";

    /** As a broken server might write it where a number is due. */
    private static final String IN_HEX =
            HexFormat.of().formatHex("canary.person@example.org".getBytes(StandardCharsets.US_ASCII));

    private static final List<String> SECRETS =
            List.of("canary.person", "33600000042", IN_HEX, IN_HEX.substring(0, 16), "63616e6172792e70");

    static Stream<Named<String>> responses() {
        String ok = "HTTP/1.1 200 OK\r\n";
        String chunked = ok + "Transfer-Encoding: chunked\r\n\r\n";
        return Stream.of(
                        "HTTP/1.1 503 Busy\r\nRetry-After: \u0001\u0002\r\nContent-Length: 2\r\n\r\n{}",
                        "HTTP/1.1 503 Busy\r\nRetry-After: \u00e9\u00ff\r\nContent-Length: 2\r\n\r\n{}",
                        "HTTP/1.1 503 Busy\r\nRetry-After: 0\u0000\r\nContent-Length: 2\r\n\r\n{}",
                        "HTTP/1.1 503 Busy\r\nRetry-After: -1\r\nContent-Length: 2\r\n\r\n{}",
                        "HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nRetry-After: 0\r\nContent-Length: 2\r\n\r\n{}",
                        "HTTP/1.1 503 Busy\r\nRetry-After: " + PERSON + "\r\nContent-Length: 2\r\n\r\n{}",
                        "HTTP/1.1 429 Busy\r\nRetry-After: \u00e9\u0001\r\nContent-Length: 2\r\n\r\n{}",
                        ok + "Content-Length: -5\r\n\r\n[]",
                        ok + "Content-Length: 99999999999999999999\r\n\r\n[]",
                        ok + "Content-Length: " + PERSON + "\r\n\r\n[]",
                        ok + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n[]",
                        "HTTP/1.1 -01 X\r\nContent-Length: 0\r\n\r\n",
                        "HTTP/1.1 000 X\r\nContent-Length: 0\r\n\r\n",
                        "HTTP/1.1 2000 X\r\nContent-Length: 0\r\n\r\n",
                        "HTTP/1.1 99 X\r\n\r\n",
                        "HTTP/1.1 +20 X\r\n\r\n",
                        "HTTP/1.1 " + PERSON + "\r\n\r\n",
                        PERSON + "\r\n\r\n",
                        "HTTP/2.0 200 OK\r\n\r\n",
                        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n",
                        "HTTP/1.1 302 Found\r\nLocation: /" + PERSON + "\r\nContent-Length: 0\r\n\r\n",
                        "HTTP/1.1 308 Moved\r\nLocation: http://\u0001" + PERSON + "\r\nContent-Length: 0\r\n\r\n",
                        "HTTP/1.1 407 Proxy\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n",
                        "HTTP/1.1 401 No\r\nWWW-Authenticate: \u00ff=" + PERSON + "\r\nContent-Length: 0\r\n\r\n",
                        "HTTP/1.1 204 No\r\nContent-Length: 5\r\n\r\n" + PERSON,
                        ok + "Content-Type: \u0000;;;charset=" + PERSON + "\r\nContent-Length: 1\r\n\r\n[",
                        ok + "Set-Cookie: " + PERSON + "; Expires=never\r\nContent-Length: 1\r\n\r\n[",
                        ok + PERSON + "\r\nContent-Length: 1\r\n\r\n[",
                        ok + "\u0000: " + PERSON + "\r\nContent-Length: 1\r\n\r\n[",
                        chunked + "-5\r\n[]\r\n0\r\n\r\n",
                        chunked + PERSON + "\r\n[]\r\n0\r\n\r\n",
                        chunked + IN_HEX + "\r\n[]\r\n0\r\n\r\n",
                        chunked + "2;" + PERSON + "\r\n[}" + PERSON + "\r\n0\r\n\r\n",
                        chunked + "2\r\n[]" + PERSON + "\r\n",
                        ok + "Content-Encoding: gzip\r\nContent-Length: 37\r\n\r\n" + PERSON)
                .map(response -> Named.of(readable(response), response));
    }

    private static String readable(String response) {
        return response.replaceAll("[^ -~]+", " ").strip();
    }

    private static RawServer.Speech saying(String response) {
        return client -> {
            client.write(response.getBytes(StandardCharsets.ISO_8859_1));
            client.flush();
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("responses")
    void endAWriteWithATypedExceptionAndTheDoubt(String response) throws IOException {
        try (RawServer server = new RawServer(saying(response));
                PassCultureClient client = client(server).build()) {
            Throwable blocking = catchThrowable(() -> client.bookings().use(COUNTERMARK));
            Throwable future = catchThrowable(
                    () -> client.bookings().async().use(COUNTERMARK).join());

            for (Throwable thrown : List.of(blocking, unwrapped(future))) {
                assertThat(thrown).isInstanceOf(CallException.class);
                if (!(thrown instanceof ApiException)) {
                    assertThat(((CallException) thrown).mayHaveBeenProcessed()).isTrue();
                }
            }
            assertThat(server.requests()).isEqualTo(2);
        }
    }

    private static Throwable unwrapped(Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }

    /** Whatever our exceptions hold, and whatever any library logs about the exchange. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("responses")
    void quoteNobody(String response) throws IOException {
        Queue<String> logged = new ConcurrentLinkedQueue<>();
        Handler handler = keeping(logged);
        Logger okHttp = Logger.getLogger("okhttp3");
        Level before = okHttp.getLevel();
        okHttp.setLevel(Level.ALL);
        okHttp.addHandler(handler);
        StringWriter shown = new StringWriter();
        try (RawServer server = new RawServer(saying(response));
                PassCultureClient client = client(server).build()) {
            Throwable thrown = catchThrowable(() -> client.attributes().showTypes());
            if (thrown != null) {
                // Causes and what is suppressed included.
                thrown.printStackTrace(new PrintWriter(shown, true));
            }
        } finally {
            okHttp.removeHandler(handler);
            okHttp.setLevel(before);
        }

        for (String secret : SECRETS) {
            assertThat(shown.toString()).doesNotContain(secret);
            assertThat(logged).noneMatch(line -> line.contains(secret));
            assertThat(CapturedLogs.lines()).noneMatch(line -> line.text().contains(secret));
        }
    }

    private static Handler keeping(Queue<String> logged) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                StringWriter text = new StringWriter();
                text.append(line.getMessage());
                if (line.getThrown() != null) {
                    line.getThrown().printStackTrace(new PrintWriter(text, true));
                }
                logged.add(text.toString());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    /** The reader of HTTP collects a line before it looks at it. */
    enum Endless {
        CHUNK_EXTENSION("2;", "a"),
        CHUNK_WITHOUT_END("2\r\n[]", "a"),
        CHUNK_SIZE("0", "0"),
        CHUNK_SIZE_OF_DIGITS("f", "f");

        private final String beginning;
        private final String again;

        Endless(String beginning, String again) {
            this.beginning = beginning;
            this.again = again;
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEndlessChunkIsNotReadWithoutBounds(Endless endless) throws IOException {
        AtomicLong written = new AtomicLong();
        byte[] again = endless.again.repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        RawServer.Speech speech = client -> {
            client.write(("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + endless.beginning)
                    .getBytes(StandardCharsets.US_ASCII));
            while (true) {
                client.write(again);
                written.addAndGet(again.length);
            }
        };
        // Digits without end are searched again with each of them: there it is the attempt's time that ends it.
        try (RawServer server = new RawServer(speech);
                PassCultureClient client =
                        client(server).attemptTimeout(Duration.ofSeconds(3)).build()) {
            assertThatThrownBy(() -> client.attributes().showTypes())
                    .isInstanceOfAny(UnreadableResponseException.class, TransportException.class);
        }
        // The largest body, what HTTP and TLS add, and what lies in the sockets.
        assertThat(written).hasValueLessThan(64L << 20);
    }

    /** What a user's code throws, and when. */
    enum Fault {
        KEY,
        PERMIT,
        NO_TURN,
        NO_DELAY,
        ADMITTED,
        ON_RESPONSE
    }

    @ParameterizedTest
    @EnumSource
    void codeOfTheUsersThatThrowsFailsNothingOrInATypedWay(Fault fault) throws IOException {
        for (boolean error : new boolean[] {false, true}) {
            AtomicBoolean broken = new AtomicBoolean();
            try (Server server = new Server();
                    PassCultureClient client = server.client()
                            .apiKeyFrom(() -> broken.get() && fault == Fault.KEY ? fail(error) : Server.KEY)
                            .rateLimiter(new HostileRateLimiter(fault, broken, error))
                            .attempts(1)
                            .build()) {
                server.response(204, "").response(204, "").response(204, "");
                broken.set(true);
                RequestOptions options = RequestOptions.builder()
                        .onResponse(response -> {
                            if (fault == Fault.ON_RESPONSE) {
                                fail(error);
                            }
                        })
                        .build();
                Bookings bookings = client.bookings().with(options);
                Throwable blocking = catchThrowable(() -> bookings.use(COUNTERMARK));
                Throwable future =
                        catchThrowable(() -> bookings.async().use(COUNTERMARK).join());

                if (fault == Fault.ADMITTED || fault == Fault.ON_RESPONSE) {
                    assertThat(blocking).isNull();
                    assertThat(future).isNull();
                } else {
                    for (Throwable thrown : List.of(blocking, unwrapped(future))) {
                        assertThat(thrown)
                                .isInstanceOfSatisfying(
                                        TransportException.class,
                                        failure -> assertThat(failure.mayHaveBeenProcessed())
                                                .isFalse());
                    }
                    assertThat(server.requests()).isZero();
                }
                broken.set(false);
                assertThat(catchThrowable(() -> client.bookings().use(COUNTERMARK)))
                        .as("the next call")
                        .isNull();
                assertThat(client.underWay()).isZero();
            }
        }
    }

    private static String fail(boolean error) {
        if (error) {
            throw new NoClassDefFoundError("of the user's");
        }
        throw new IllegalStateException("of the user's");
    }

    private record HostileRateLimiter(Fault fault, AtomicBoolean broken, boolean error) implements RateLimiter {

        @Override
        @SuppressWarnings("NullAway") // that is what is tried
        public Optional<Permit> reserve(Duration atMost) {
            if (broken.get() && fault == Fault.PERMIT) {
                fail(error);
            }
            if (broken.get() && fault == Fault.NO_TURN) {
                return null;
            }
            return Optional.of(broken.get() && fault == Fault.NO_DELAY ? () -> null : Permit.in(Duration.ZERO));
        }

        @Override
        public void admitted() {
            if (broken.get() && fault == Fault.ADMITTED) {
                fail(error);
            }
        }
    }

    /** The first response is lost; what the user's code throws before the second try does not hide that. */
    @Test
    void aKeyThatCannotBeHadAfterALostResponseTellsTheDoubt() throws IOException {
        AtomicBoolean broken = new AtomicBoolean();
        RawServer.Speech lost = client -> broken.set(true);
        try (RawServer server = new RawServer(lost);
                PassCultureClient client = client(server)
                        .apiKeyFrom(() -> broken.get() ? fail(true) : Server.KEY)
                        .attempts(3)
                        .build()) {
            Throwable thrown = catchThrowable(() -> client.bookings().use(COUNTERMARK));

            assertThat(thrown)
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            failure ->
                                    assertThat(failure.mayHaveBeenProcessed()).isTrue())
                    .hasMessageContaining("the key cannot be had");
        }
    }

    private static PassCultureClient.Builder client(RawServer server) {
        return PassCultureClient.builder()
                .apiKey(Server.KEY)
                .environment(server.environment())
                .rateLimiter(RateLimiter.unlimited())
                .attempts(1);
    }
}
