package fr.passerelle.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the check notices, and what it lets pass. */
class SentRequestsTest {

    private static final String JSON = "application/json";
    private static final String PRICE = "/public/offers/v1/events/12/price_categories/34";
    private static final String EVENTS = "/public/offers/v1/events";

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("no such path", sent("GET", "/public/offers/v9/events", null, "")),
                Arguments.of("no such method", sent("DELETE", PRICE, null, "")),
                Arguments.of("an id that is none", sent("GET", EVENTS + "/twelve", null, "")),
                Arguments.of("a query that is not documented", sent("GET", EVENTS + "?colour=red", null, "")),
                Arguments.of("a number that is none", sent("GET", EVENTS + "?limit=many", null, "")),
                Arguments.of("a number beyond its bounds", sent("GET", EVENTS + "?limit=51", null, "")),
                Arguments.of("a path that was removed", sent("GET", "/v2/collective/offerer_venues", null, "")),
                Arguments.of("a query twice", sent("GET", EVENTS + "?limit=1&limit=2", null, "")),
                Arguments.of("a query that is missing", sent("GET", "/public/offers/v1/addresses/search", null, "")),
                Arguments.of("text for a price", sent("PATCH", PRICE, JSON, "{\"price\":\"25\"}")),
                Arguments.of("no body", sent("PATCH", PRICE, JSON, "")),
                Arguments.of("a broken body", sent("PATCH", PRICE, JSON, "{")),
                Arguments.of("no JSON", sent("PATCH", PRICE, "text/plain", "{\"price\":25}")),
                Arguments.of("a body too many", sent("GET", EVENTS, JSON, "{}")),
                Arguments.of(
                        "a form field that is not documented",
                        sent(
                                "POST",
                                "/public/offers/v1/12/image",
                                "multipart/form-data; boundary=x",
                                "--x\r\nContent-Disposition: form-data; name=\"colour\"\r\n\r\nred\r\n--x--")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void notices(String what, Sent request) {
        SentRequests.saw(request);

        assertThat(SentRequests.problems()).as(what).isNotEmpty();
    }

    static Stream<Sent> right() {
        return Stream.of(
                sent("GET", EVENTS + "?limit=50&venueId=3", null, ""),
                sent("PATCH", PRICE, JSON, "{\"price\":2500}"),
                sent("GET", "/v2/collective/additional-fee-types", null, ""),
                sent("GET", "/native/v2/bookings/12", null, ""),
                sent("POST", "/native/v1/bookings", JSON, "{\"stockId\":1,\"quantity\":2}"));
    }

    @ParameterizedTest
    @MethodSource("right")
    void letsPassAndCounts(Sent request) {
        long before = SentRequests.count();

        SentRequests.saw(request);
        SentRequests.saw(request);

        assertThat(SentRequests.problems()).isEmpty();
        assertThat(SentRequests.count()).isEqualTo(before + 2);
    }

    @Test
    @SendsNonsense("so that somebody sees the declaration at work")
    void letsDeclaredNonsensePass() {
        assertThatCode(() -> SentRequests.saw(sent("PATCH", PRICE, JSON, "{\"price\":\"25\"}")))
                .doesNotThrowAnyException();
    }

    @Test
    void leavesOthersAlone() {
        long before = SentRequests.count();

        SentRequests.saw(new Sent("PUT", url("/sandbox/clock"), null, "okhttp/5", ByteString.EMPTY));

        assertThat(SentRequests.count()).isEqualTo(before);
    }

    private static Sent sent(String method, String path, @Nullable String contentType, String body) {
        return new Sent(method, url(path), contentType, "passerelle/dev", ByteString.encodeUtf8(body));
    }

    private static HttpUrl url(String path) {
        return HttpUrl.get("http://127.0.0.1" + path);
    }
}
