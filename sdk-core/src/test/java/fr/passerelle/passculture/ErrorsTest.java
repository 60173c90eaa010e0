package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.passerelle.error.ApiException;
import fr.passerelle.error.AuthenticationException;
import fr.passerelle.error.BadRequestException;
import fr.passerelle.error.CallException;
import fr.passerelle.error.ForbiddenException;
import fr.passerelle.error.GoneException;
import fr.passerelle.error.NotFoundException;
import fr.passerelle.error.ServerException;
import fr.passerelle.error.ThrottledException;
import fr.passerelle.error.UnexpectedStatusException;
import fr.passerelle.error.UnreadableResponseException;
import fr.passerelle.log.CapturedLogs;
import fr.passerelle.model.offer.DateDraft;
import fr.passerelle.model.offer.EventFilter;
import fr.passerelle.model.offer.PriceCategoryDraft;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Countermark;
import fr.passerelle.model.value.Price;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.event.Level;

class ErrorsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private Server server;
    private PassCultureClient client;

    @BeforeEach
    void start() throws IOException {
        server = new Server();
        client = server.client()
                .attempts(1)
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    static Stream<Arguments> statuses() {
        return Stream.of(
                Arguments.of(400, BadRequestException.class, false),
                Arguments.of(401, AuthenticationException.class, false),
                Arguments.of(403, ForbiddenException.class, false),
                Arguments.of(404, NotFoundException.class, false),
                Arguments.of(405, UnexpectedStatusException.class, false),
                Arguments.of(408, UnexpectedStatusException.class, true),
                Arguments.of(409, UnexpectedStatusException.class, false),
                Arguments.of(410, GoneException.class, false),
                Arguments.of(422, UnexpectedStatusException.class, false),
                Arguments.of(429, ThrottledException.class, false),
                Arguments.of(500, ServerException.class, true),
                Arguments.of(503, ServerException.class, true),
                Arguments.of(599, ServerException.class, true));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void eachStatusHasItsMeaning(int status, Class<? extends ApiException> type, boolean processed) {
        server.response(status, "{\"global\":\"no\"}");

        ApiException e =
                catchThrowableOfType(ApiException.class, () -> client.events().get(12));

        assertThat(e).isExactlyInstanceOf(type);
        assertThat(e.status()).isEqualTo(status);
        assertThat(e.errors()).isEqualTo(Map.of("global", List.of("no")));
        assertThat(e.operation()).isEqualTo("GetEvent");
        assertThat(e.method()).isEqualTo("GET");
        assertThat(e.pathTemplate()).isEqualTo("/public/offers/v1/events/{event_id}");
        assertThat(e.attempts()).isEqualTo(1);
        assertThat(e.mayHaveBeenProcessed()).isEqualTo(processed);
        assertThat(e.response().body()).asString().isEqualTo("{\"global\":\"no\"}");
    }

    @Test
    void aRefusedKeyIsToldToWhoIsOnCallOnce() {
        server.response(401, "{}").response(401, "{}");

        assertThatThrownBy(() -> client.events().get(12)).isInstanceOf(AuthenticationException.class);
        long once = warnings();
        assertThatThrownBy(() -> client.events().get(12)).isInstanceOf(AuthenticationException.class);

        assertThat(once).isPositive();
        assertThat(warnings()).isEqualTo(once);
    }

    private static long warnings() {
        return CapturedLogs.ours().stream()
                .filter(line -> line.level() == Level.WARN && line.text().startsWith("The server refuses the API key"))
                .count();
    }

    @Test
    void saysWhatFailedAndWhere() {
        server.response(
                400,
                "{\"priceCategories.0.label\":[\"too long\"],\"categoryRelatedFields.CONCERT_create.musicType\":[\"\"]}");

        assertThatThrownBy(() -> client.events().get(12))
                .hasMessage("GetEvent (GET /public/offers/v1/events/{event_id}) got status 400: "
                        + "categoryRelatedFields.CONCERT_create.musicType; priceCategories.0.label: too long");
    }

    @ParameterizedTest
    @CsvSource({"ABC234", "canary.person@example.org", "+33600000042", "0600000042", "Jean Dupont"})
    void anEchoInsteadOfAFieldDoesNotReachTheMessage(String echo) {
        server.response(400, "{\"" + echo + "\":[\"" + echo + "\"]}");

        assertThatThrownBy(() -> client.bookings().use(Countermark.of("ABC234")))
                .isInstanceOf(BadRequestException.class)
                .hasMessageEndingWith("see errors() at ?");
    }

    @Test
    void aLongListOfFieldsIsCutShort() {
        String body = IntStream.range(0, 500)
                .mapToObj(i -> "\"dates." + i + ".quantity\":[\"no\"]")
                .collect(Collectors.joining(",", "{", "}"));
        server.response(400, body);

        ApiException e =
                catchThrowableOfType(ApiException.class, () -> client.events().get(12));

        assertThat(e.getMessage()).hasSizeLessThan(400).endsWith("dates.106.quantity: no and 490 more");
        assertThat(e.errors()).hasSize(500);
    }

    @Test
    void survivesAProxysPage() {
        server.response(new MockResponse.Builder()
                .code(502)
                .addHeader("Content-Type", "text/html")
                .body("<html><h1>Bad gateway</h1></html>")
                .build());

        ApiException e =
                catchThrowableOfType(ApiException.class, () -> client.events().get(12));

        assertThat(e.errors()).isEmpty();
        assertThat(e).hasMessageEndingWith("got status 502");
    }

    @Test
    void saysHowLongTheServerAsksToWait() {
        server.response(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "3600")
                .build());

        assertThat(catchThrowableOfType(
                                ThrottledException.class, () -> client.events().get(12))
                        .retryAfter())
                .contains(Duration.ofHours(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"events\":[{\"id\":\"canary\"}]} | /events/0/id | no long",
                "{\"events\":[{\"name\":\"x\"}]} | /events/0 | Cannot build Event, some of required attributes are not set [id",
                "{\"events\":{\"a\":1}} | /events | no ",
                "{\"other\":[]} | /events | nothing there",
                "[] | /events | nothing there",
                "<html>hello</html> | `` | no JSON",
                "{\"events\":[ | `` | no JSON",
                "`` | /events | nothing there",
            })
    void pointsAtWhatItCannotRead(String body, String pointer, String problem) {
        server.response(200, body);

        UnreadableResponseException e = catchThrowableOfType(
                UnreadableResponseException.class,
                () -> client.events().list(EventFilter.all()).toList());

        assertThat(e.pointer()).isEqualTo(pointer);
        assertThat(e.getMessage()).contains(problem).doesNotContain("canary");
        assertThat(e).hasNoCause();
        assertThat(e.response()).isPresent();
    }

    @Test
    void refusesTooManyDatesBeforeTheWire() {
        DateDraft date = DateDraft.at(NOW.plusSeconds(3600))
                .priceCategoryId(1)
                .capacity(Capacity.unlimited())
                .build();

        assertThatThrownBy(() -> client.events().dates(12).create(Collections.nCopies(2_501, date)))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("2500");
        assertThat(server.requests()).isZero();
    }

    @Test
    void refusesTooManyPriceCategoriesBeforeTheWire() {
        List<PriceCategoryDraft> prices = IntStream.range(0, 51)
                .mapToObj(i -> PriceCategoryDraft.of("Rang " + i, Price.cents(i)))
                .toList();

        assertThatThrownBy(() -> client.events().priceCategories(12).create(prices))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("50");
        assertThat(server.requests()).isZero();
    }

    @Test
    void refusesTooManyIdsBeforeTheWire() {
        assertThatThrownBy(() -> client.events().dates(12).list(Collections.nCopies(101, "id")))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("100");
    }

    @Test
    void refusesAPastDateByTheClientsClock() {
        DateDraft date = DateDraft.at(NOW.minusSeconds(1))
                .priceCategoryId(1)
                .capacity(Capacity.of(1))
                .build();

        assertThatThrownBy(() -> client.events().dates(12).create(date))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("dates.0.beginningDatetime");
        assertThat(server.requests()).isZero();
    }

    @Test
    void anExceptionSurvivesSerialisationWithoutPersonalData() throws IOException, ClassNotFoundException {
        server.response(400, "{\"userEmail\":[\"canary.person@example.org is no address\"]}");
        CallException thrown = catchThrowableOfType(
                BadRequestException.class, () -> client.events().get(12));

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(thrown);
        }
        assertThat(bytes.toString(StandardCharsets.ISO_8859_1)).doesNotContain("canary");
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            ApiException copy = (ApiException) in.readObject();
            assertThat(copy).hasMessage(thrown.getMessage());
            assertThat(copy.status()).isEqualTo(400);
            assertThat(copy.errors()).isEmpty();
            assertThat(copy.response().status()).isEqualTo(400);
        }
    }
}
