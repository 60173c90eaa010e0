package fr.passerelle.internal.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.error.UnreadableResponseException;
import fr.passerelle.http.RawResponse;
import fr.passerelle.internal.endpoint.SentRequest;
import fr.passerelle.log.CapturedLogs;
import fr.passerelle.model.app.AppSettings;
import fr.passerelle.model.app.Profile;
import fr.passerelle.model.offer.EanAvailability;
import fr.passerelle.model.offer.EventCategoryInfo;
import fr.passerelle.model.offer.PriceCategory;
import fr.passerelle.model.offer.Product;
import fr.passerelle.model.venue.Address;
import fr.passerelle.model.venue.Provider;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class ResponseDecoderTest {

    private static final TypeReference<PriceCategory> PRICE_CATEGORY = new TypeReference<>() {};
    private static final TypeReference<Provider> PROVIDER = new TypeReference<>() {};
    private static final TypeReference<Profile> PROFILE = new TypeReference<>() {};
    private static final TypeReference<AppSettings> SETTINGS = new TypeReference<>() {};
    private static final TypeReference<List<EventCategoryInfo>> CATEGORIES = new TypeReference<>() {};
    private static final TypeReference<EanAvailability> AVAILABILITY = new TypeReference<>() {};

    private static final String CANARY = "qxcanary.person@example.org";

    private final ResponseDecoder decoder = new ResponseDecoder(Json.mapper(), Clock.systemUTC());

    @ParameterizedTest
    @CsvSource({
        "null, /price",
        "'\"\"', /price",
        "'\"2500\"', /price",
        "true, /price",
        "12.99, /price",
        "25.0, /price",
        "1e2, /price",
        "-1, /price",
        "18446744073709551621, /price",
        "9223372036854775808, /price",
        "1e999999999, /price",
        "[2500], /price",
        "{}, /price"
    })
    void aPriceIsAWholeNumberOfCents(String wire, String pointer) {
        UnreadableResponseException e =
                unreadable("{\"id\":1,\"label\":\"Carré or\",\"price\":" + wire + "}", PRICE_CATEGORY);

        assertThat(e.pointer()).isEqualTo(pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "18446744073709551621"})
    void anIdBeyondALongIsOutOfRange(String wire) {
        UnreadableResponseException e = unreadable("{\"id\":" + wire + ",\"name\":\"\"}", PROVIDER);

        assertThat(e.pointer()).isEqualTo("/id");
        assertThat(e).hasMessageContaining("a number out of range").hasNoCause();
    }

    @Test
    void readsTheLargestNumberThereIs() {
        PriceCategory read =
                read("{\"id\":9223372036854775807,\"label\":\"\",\"price\":9223372036854775807}", PRICE_CATEGORY);

        assertThat(read.id()).isEqualTo(Long.MAX_VALUE);
        assertThat(read.price().cents()).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "+1", "01", "0x10", "1_000", ".5", "5.", "1e", "--1"})
    void whatIsNoNumberInJsonIsNoJson(String wire) {
        assertThat(unreadable("{\"id\":" + wire + ",\"label\":\"\",\"price\":1}", PRICE_CATEGORY))
                .hasMessageContaining("no JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"NaN\"", "\"Infinity\"", "90.1", "-1e2", "1e999999999", "18446744073709551621", "\"48\""})
    void aLatitudeIsOnTheGlobe(String wire) {
        String document = """
                {"id":9,"street":"a","city":"b","postalCode":"75001","longitude":-5,"latitude":%s}""".formatted(wire);

        assertThat(unreadable(document, new TypeReference<Address>() {}).pointer())
                .isIn("", "/latitude");
    }

    /** Written in eleven characters, and a billion digits long for whoever calculates with it. */
    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e999999999", "1e-999999999", "1E+2147483647", "1e99999999999999999999"})
    void anAmountWithoutEndCostsNothing(String wire) {
        String document = """
                {"accountCreationMinimumAge":15,"depositAmountsByAge":{"age_15":0,"age_16":0,"age_17":1,"age_18":2},\
                "ineligiblePostalCodes":[],"rates":{"pacificFrancToEuro":%s},"unknown":%s}""";

        assertThat(unreadable(document.formatted(wire, wire), SETTINGS).pointer())
                .isIn("/rates/pacificFrancToEuro", "");
        assertThat(read(document.formatted("0.00838", wire), SETTINGS).rates())
                .isEqualTo(new AppSettings.Rates(new BigDecimal("0.00838")));
    }

    @Test
    void aNumberOfAMillionDigitsIsNotCalculated() {
        unreadable("{\"id\":" + "9".repeat(1_000_000) + ",\"label\":\"\",\"price\":1}", PRICE_CATEGORY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void whatIsNestedWithoutEndIsNotFollowed(String opening) {
        unreadable("{\"brandNew\":" + opening.repeat(100_000), PROVIDER);
        unreadable("{\"id\":" + opening.repeat(100_000), PROVIDER);
    }

    /** NUL, half a surrogate pair: a text is kept as it came. */
    @ParameterizedTest
    @ValueSource(chars = {'\0', '\ud800', '\udc00', '\u202e'})
    void keepsTheTextThatCame(char character) {
        String escaped = "{\"id\":1,\"name\":\"\\u%04x\"}".formatted((int) character);

        assertThat(read(escaped, PROVIDER).name()).isEqualTo(String.valueOf(character));
    }

    @Test
    void aListHasNoHoles() {
        assertThat(unreadable("[null]", CATEGORIES).pointer()).isEqualTo("/0");
        assertThat(unreadable("{\"available\":[null],\"rejected\":{}}", AVAILABILITY)
                        .pointer())
                .isEqualTo("/available/0");
    }

    @Test
    void aStockWithoutAQuantityIsFoundAtOnce() {
        assertThat(unreadable(
                                "{\"stock\":{\"price\":1990,\"quantity\":null,\"bookedQuantity\":0}}",
                                new TypeReference<Product>() {})
                        .pointer())
                .isEqualTo("/stock/quantity");
    }

    @Test
    void reasonsForRejectionMayComeAndGo() {
        EanAvailability read = read("""
                {"available":["9782070541270"],"rejected":{"notFound":null,"brandNew":["9782070612758"],"count":1}}""", AVAILABILITY);

        assertThat(read.rejected()).hasSize(1);
    }

    static Stream<Arguments> unreadableDocuments() {
        String name = '"' + CANARY + '"';
        return Stream.of(
                Arguments.of("no JSON", CANARY, PROVIDER),
                Arguments.of("half a document", "{\"id\":1,\"name\":" + name, PROVIDER),
                Arguments.of("half a text", "{\"id\":1,\"name\":\"" + CANARY, PROVIDER),
                Arguments.of("something behind", "{\"id\":1,\"name\":" + name + "} " + name, PROVIDER),
                Arguments.of("a bare word", "{\"id\":1,\"name\":" + CANARY + "}", PROVIDER),
                Arguments.of("a control character", "{\"id\":1,\"name\":\"" + CANARY + "\n\"}", PROVIDER),
                Arguments.of("no such escape", "{\"id\":1,\"name\":\"\\x" + CANARY + "\"}", PROVIDER),
                Arguments.of("no UTF-8", "{\"id\":1,\"name\":\"\u00ff" + CANARY + "\"}", PROVIDER),
                Arguments.of("another root", name, PROVIDER),
                Arguments.of("a list", "[" + name + "]", PROVIDER),
                Arguments.of("text for a number", "{\"id\":" + name + ",\"name\":" + name + "}", PROVIDER),
                Arguments.of("a list for text", "{\"id\":1,\"name\":[" + name + "]}", PROVIDER),
                Arguments.of("an object for text", "{\"id\":1,\"name\":{" + name + ":1}}", PROVIDER),
                Arguments.of("no id", "{\"name\":" + name + "," + name + ":" + name + "}", PROVIDER),
                Arguments.of("text for an instant", profile("depositActivationDate", name), PROFILE),
                Arguments.of("text for a date", profile("birthDate", name), PROFILE),
                Arguments.of("text for a flag", profile("requiresIdCheck", name), PROFILE),
                Arguments.of("text for an amount", profile("recreditAmountToShow", name), PROFILE),
                Arguments.of("text for a key", profile("bookedOffers", "{" + name + ":1}"), PROFILE),
                Arguments.of("text in a map", profile("bookedOffers", "{\"12\":" + name + "}"), PROFILE),
                Arguments.of("text for a map", "[{\"id\":\"CONCERT\",\"conditionalFields\":" + name + "}]", CATEGORIES),
                Arguments.of(
                        "a reason of any name",
                        "{\"available\":[],\"rejected\":{" + name + ":[{" + name + ":1}]}}",
                        AVAILABILITY));
    }

    private static String profile(String field, String value) {
        return "{\"id\":1,\"email\":\"" + CANARY + "\",\"status\":{\"statusType\":\"eligible\"},\"" + field + "\":"
                + value + "}";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadableDocuments")
    void quotesNothingOfWhatItCannotRead(String problem, String document, TypeReference<?> type) {
        int before = CapturedLogs.lines().size();

        UnreadableResponseException e = unreadable(document.getBytes(ISO_8859_1), type);

        assertThat(everythingSaid(e)).as(problem).noneMatch(ResponseDecoderTest::quotes);
        assertThat(CapturedLogs.lines().stream().skip(before)).as(problem).noneMatch(line -> quotes(line.text()));
    }

    /** In clear, or as bytes in hexadecimal. */
    private static boolean quotes(String said) {
        String text = said.toLowerCase(Locale.ROOT);
        String piece = CANARY.substring(0, 4);
        return text.contains(piece) || text.contains(HexFormat.of().formatHex(piece.getBytes(UTF_8)));
    }

    private static Stream<String> everythingSaid(Throwable e) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> next = new ArrayDeque<>(List.of(e));
        Stream.Builder<String> said = Stream.builder();
        while (!next.isEmpty()) {
            Throwable one = next.remove();
            if (seen.add(one)) {
                said.add(one.toString()).add(String.valueOf(one.getMessage())).add(one.getLocalizedMessage());
                next.addAll(List.of(one.getSuppressed()));
                if (one.getCause() != null) {
                    next.add(one.getCause());
                }
            }
        }
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace, true));
        return said.add(trace.toString()).build();
    }

    private <T> T read(String document, TypeReference<T> type) {
        return decoder.read(
                SentRequest.to(PassCultureEndpoint.GET_PROVIDER), response(document.getBytes(UTF_8)), "", type);
    }

    private UnreadableResponseException unreadable(String document, TypeReference<?> type) {
        return unreadable(document.getBytes(UTF_8), type);
    }

    private UnreadableResponseException unreadable(byte[] document, TypeReference<?> type) {
        UnreadableResponseException e = catchThrowableOfType(
                UnreadableResponseException.class,
                () -> decoder.read(SentRequest.to(PassCultureEndpoint.GET_PROVIDER), response(document), "", type));
        assertThat(e).isNotNull();
        return e;
    }

    private static RawResponse response(byte[] body) {
        return new RawResponse(200, Map.of(), body, 1);
    }
}
