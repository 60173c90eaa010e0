package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.error.ApiException;
import fr.passerelle.error.CallException;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.model.value.Countermark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that repeats in its error texts whatever the request held: no message does. */
class EchoingServerTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> echoed = new CopyOnWriteArrayList<>();
    private Server server;

    @BeforeEach
    void start() throws IOException {
        server = new Server();
        server.responseBy(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return echo(request);
            }
        });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    static Stream<RequestsTest.Row> rows() {
        return RequestsTest.rows();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void noMessageRepeatsWhatAnOperationSent(RequestsTest.Row row) {
        try (PassCultureClient client = server.client()
                .attempts(1)
                .clock(Clock.fixed(RequestsTest.NOW, ZoneOffset.UTC))
                .build()) {
            ApiException refused =
                    catchThrowableOfType(ApiException.class, () -> row.call().accept(client));

            assertThat(refused).isNotNull();
            assertNothingRepeated(refused);
            assertThat(refused).hasMessageContaining("is not allowed here");
        }
    }

    @Test
    void noMessageRepeatsAHeader() {
        RequestOptions options = RequestOptions.builder()
                .header("X-Trace", "quiet canary of one")
                .build();
        try (PassCultureClient client =
                server.client().apiKey("alllowercase").attempts(1).build()) {
            assertNothingRepeated(catchThrowableOfType(
                    ApiException.class, () -> client.bookings().with(options).use(Countermark.of("KNR237"))));
        }
        assertThat(echoed).contains("quiet canary of one", "alllowercase", "KNR237");
    }

    @Test
    void noMessageRepeatsWhoSignsIn() {
        try (BeneficiaryClient app = server.app().attempts(1).build()) {
            assertNothingRepeated(catchThrowableOfType(
                    ApiException.class, () -> app.signIn("canary@example.org", "motdepasse".toCharArray())));
        }
        assertThat(echoed).contains("canary@example.org", "motdepasse");
    }

    @Test
    void noMessageRepeatsTheTokenThatIsToBeRenewed() {
        try (BeneficiaryClient app = server.app()
                .accessToken("canaryaccess", "canaryrefresh")
                .attempts(1)
                .build()) {
            assertNothingRepeated(catchThrowableOfType(CallException.class, app::me));
        }
        assertThat(echoed).contains("canaryaccess");
    }

    private void assertNothingRepeated(CallException refused) {
        String message = String.valueOf(refused.getMessage());
        String told = message.substring(message.indexOf("got status")).toLowerCase(Locale.ROOT);
        assertThat(echoed).isNotEmpty();
        assertThat(echoed.stream().filter(value -> value.length() > 2))
                .noneMatch(value -> told.contains(value.toLowerCase(Locale.ROOT)));
    }

    /** Each value alone, in a sentence, in capitals, and as a field. */
    private MockResponse echo(RecordedRequest request) {
        List<String> values = values(request);
        echoed.addAll(values);
        ObjectNode body = JSON.createObjectNode();
        body.putArray("0field").add("this is not allowed here: " + String.join(", ", values));
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            body.putArray("dates." + i).add(value).add(value.toUpperCase(Locale.ROOT));
            body.putArray(value).add("the value " + value + " is wrong");
        }
        return new MockResponse(400, Headers.of("Content-Type", "application/json"), body.toString());
    }

    private static List<String> values(RecordedRequest request) {
        List<String> values = new ArrayList<>();
        request.getUrl().pathSegments().stream()
                .filter(segment -> segment.chars().anyMatch(c -> Character.isDigit(c) || Character.isUpperCase(c)))
                .filter(segment -> !segment.matches("v\\d"))
                .forEach(values::add);
        for (int i = 0; i < request.getUrl().querySize(); i++) {
            values.addAll(Arrays.asList(request.getUrl().queryParameterValue(i).split(",")));
        }
        String bearer = request.getHeaders().get("Authorization");
        if (bearer != null) {
            values.add(bearer.substring("Bearer ".length()));
        }
        String trace = request.getHeaders().get("X-Trace");
        if (trace != null) {
            values.add(trace);
        }
        ByteString body = request.getBody();
        String type = request.getHeaders().get("Content-Type");
        if (body != null && type != null && type.startsWith("application/json")) {
            try {
                leaves(JSON.readTree(body.utf8()), values);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return values;
    }

    private static void leaves(JsonNode node, List<String> values) {
        node.elements().forEachRemaining(each -> leaves(each, values));
        if (node.isTextual() || node.isNumber()) {
            values.add(node.asText());
        }
    }
}
