package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.passerelle.error.ApiException;
import fr.passerelle.error.CallException;
import fr.passerelle.error.TransportException;
import fr.passerelle.error.UnexpectedStatusException;
import fr.passerelle.error.UnreadableResponseException;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.model.value.Countermark;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server, or something between, that means harm: what it can do to us is bounded and ends in a typed error. */
@Timeout(60)
class HostileServerTest {

    private static final Countermark COUNTERMARK = Countermark.of("ABC234");
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    private Server server;
    private PassCultureClient client;

    @BeforeEach
    void start() throws IOException {
        server = new Server();
        client = server.client().attempts(1).build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    /** Neither elsewhere nor to the same server: a redirect is an error, and the key stays. */
    @ParameterizedTest
    @CsvSource({
        "300, elsewhere",
        "301, elsewhere",
        "302, elsewhere",
        "303, elsewhere",
        "307, elsewhere",
        "308, elsewhere",
        "301, here",
        "302, here",
        "307, here",
        "308, here",
        "302, nowhere",
        "307, nonsense",
        "304, here",
        "305, elsewhere"
    })
    void neverFollowsARedirect(int status, String target) throws IOException {
        OkHttpClient eager = new OkHttpClient.Builder()
                .followRedirects(true)
                .followSslRedirects(true)
                .build();
        try (Server elsewhere = new Server().response(204, "");
                PassCultureClient theirs =
                        server.client().attempts(3).okHttpClient(eager).build()) {
            server.response(redirect(status, location(target, elsewhere)))
                    .response(redirect(status, location(target, elsewhere)));

            assertThatThrownBy(() -> theirs.bookings().use(COUNTERMARK)).isInstanceOf(UnexpectedStatusException.class);
            assertThatThrownBy(() -> theirs.events().async().get(12).join())
                    .hasCauseInstanceOf(UnexpectedStatusException.class);

            assertThat(server.requests()).isEqualTo(2);
            assertThat(elsewhere.requests()).isZero();
        } finally {
            eager.connectionPool().evictAll();
        }
    }

    private String location(String target, Server elsewhere) {
        return switch (target) {
            case "elsewhere" -> elsewhere.environment().baseUrl() + "/public/offers/v1/events/12";
            case "here" -> server.environment().baseUrl() + "/public/offers/v1/events/13";
            case "nowhere" -> "";
            default -> "\\\\evil.example\\@x y";
        };
    }

    private static MockResponse redirect(int status, String location) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Location", location)
                .build();
    }

    @Test
    void aSmallResponseCannotGrowWithoutBounds() {
        server.response(Faulty.bomb(200));

        assertThatThrownBy(() -> client.provider().get())
                .isInstanceOf(UnreadableResponseException.class)
                .hasMessageContaining("larger than 33554432 bytes");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 410, 500})
    void anErrorThatGrowsKeepsItsStatusAndLosesItsText(int status) {
        server.response(Faulty.bomb(status));

        ApiException e =
                catchThrowableOfType(ApiException.class, () -> client.provider().get());

        assertThat(e.status()).isEqualTo(status);
    }

    @Test
    void aBombInABombIsNotUnpackedTwice() {
        Buffer inner = Faulty.gzip(new Buffer().writeUtf8(" ".repeat(64 * 1024 * 1024)));
        server.response(Faulty.encoded(200, "gzip", Faulty.gzip(inner)));

        assertThatThrownBy(() -> client.provider().get())
                .isInstanceOf(UnreadableResponseException.class)
                .hasMessageContaining("no JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip, gzip", "br", "deflate", "zstd", "x-nonsense", "identity;q=0"})
    void anEncodingThatNobodyAskedForIsNotUnpacked(String encoding) {
        server.response(Faulty.encoded(200, encoding, Faulty.gzip(new Buffer().writeUtf8(Samples.PROVIDER))));

        assertThatThrownBy(() -> client.provider().get()).isInstanceOf(UnreadableResponseException.class);
    }

    @Test
    void aSpoiltArchiveIsALostResponse() {
        server.response(Faulty.encoded(200, "gzip", new Buffer().writeUtf8(Samples.PROVIDER)));

        TransportException e = catchThrowableOfType(
                TransportException.class, () -> client.provider().get());

        assertThat(e).hasMessageContaining("it may have been processed");
    }

    static Stream<Arguments> endlessResponses() {
        return Stream.of(
                Arguments.of("body", RawServer.endless(OK + "\r\n", "{\"a\":1}, "), UnreadableResponseException.class),
                Arguments.of(
                        "chunks",
                        RawServer.endless(OK + "Transfer-Encoding: chunked\r\n\r\n", "4\r\n    \r\n"),
                        UnreadableResponseException.class),
                Arguments.of("headers", RawServer.endless(OK, "X-More: and more\r\n"), TransportException.class),
                Arguments.of("header", RawServer.endless(OK + "X-Long: ", "longer"), TransportException.class),
                Arguments.of("status line", RawServer.endless("HTTP/1.1 200 ", "OK"), TransportException.class),
                Arguments.of(
                        "interim answers",
                        RawServer.endless("", "HTTP/1.1 103 Early Hints\r\n\r\n"),
                        CallException.class),
                Arguments.of(
                        "trailers",
                        RawServer.endless(OK + "Transfer-Encoding: chunked\r\n\r\n0\r\n", "X-More: and more\r\n"),
                        TransportException.class));
    }

    @ParameterizedTest(name = "endless {0}")
    @MethodSource("endlessResponses")
    void noResponseIsReadForEver(String what, RawServer.Speech speech, Class<? extends CallException> failure)
            throws IOException {
        try (RawServer raw = new RawServer(speech);
                PassCultureClient calls = server.client()
                        .environment(raw.environment())
                        .attemptTimeout(Duration.ofSeconds(20))
                        .attempts(1)
                        .build()) {
            assertThatThrownBy(() -> calls.provider().get()).as(what).isInstanceOf(failure);
            assertThat(raw.requests()).isEqualTo(1);
        }
    }

    @Test
    void aServerThatResponsesByteByByteIsNotWaitedForLongerThanTheAttempt() {
        server.response(Faulty.dripping()).response(Faulty.dripping());
        RequestOptions hurried =
                RequestOptions.builder().attemptTimeout(Duration.ofMillis(300)).build();

        TransportException e = catchThrowableOfType(
                TransportException.class, () -> client.events().with(hurried).get(12));

        assertThat(e).hasMessageContaining("timed out");
        assertThat(e.mayHaveBeenProcessed()).isTrue();
        assertThatThrownBy(() -> client.events().with(hurried).async().get(12).join())
                .hasCauseInstanceOf(TransportException.class);
    }

    static Stream<Arguments> hostileDocuments() {
        String deep = "[".repeat(100_000);
        return Stream.of(
                Arguments.of("deep", deep + "]".repeat(100_000)),
                Arguments.of("deep and broken", deep),
                Arguments.of("deep in a field", "{\"id\":" + "{\"a\":".repeat(50_000)),
                Arguments.of("a number of a million digits", "{\"id\":" + "9".repeat(1_000_000) + "}"),
                Arguments.of("a number with a large exponent", "{\"id\":1e999999999}"),
                Arguments.of("a tiny number with a large exponent", "{\"id\":1e-999999999}"),
                Arguments.of("a name of a million characters", "{\"" + "n".repeat(1_000_000) + "\":1}"),
                Arguments.of("bytes that are no text", "{\"id\":\"\u00ff\u0000\"}"),
                Arguments.of("nothing but blanks", " ".repeat(1_000_000)));
    }

    /** As a success it is unreadable, as an error it still has its status. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileDocuments")
    void aDocumentThatIsMeantToHurtIsRefused(String what, String document) {
        server.response(200, document).response(400, document);

        UnreadableResponseException success = catchThrowableOfType(
                UnreadableResponseException.class, () -> client.provider().get());
        ApiException error =
                catchThrowableOfType(ApiException.class, () -> client.provider().get());

        assertThat(success).as(what).hasMessageStartingWith("GetProvider");
        assertThat(error.status()).isEqualTo(400);
        assertThat(error.getMessage()).hasSizeLessThan(500);
    }

    @Test
    void pathsOfErrorsDoNotMultiply() {
        String name = "n".repeat(40_000);
        StringBuilder body = new StringBuilder();
        for (int depth = 0; depth < 6; depth++) {
            body.append("{\"").append(name).append("\":");
        }
        body.append("[{\"a\":1}");
        for (int i = 0; i < 900; i++) {
            body.append(",{\"a\":1}");
        }
        server.response(400, body.append(']').append("}".repeat(6)).toString());

        ApiException e =
                catchThrowableOfType(ApiException.class, () -> client.provider().get());

        assertThat(e.errors().keySet().stream().mapToLong(String::length).sum()).isLessThan(1_000_000);
        assertThat(e.getMessage()).hasSizeLessThan(500);
    }
}
