package fr.passerelle.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import java.net.URI;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlsTest {

    private static final URI BASE = URI.create("https://backend.example.org/proxy");
    private static final String TOKEN_PATH = "/proxy/public/bookings/v1/token/";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@evil.example", // user info
                "//evil.example/", // another authority
                "/../../../admin", // climbing
                "..%2f..", // climbing, encoded
                "%2e%2e", // climbing, encoded dots
                "%252e%252e", // encoded twice
                "..;/admin", // climbing, as some proxies read it
                "。。／admin", // full-width dots and slash
                "http://evil.example/",
                "\\\\evil.example",
                "%00",
                "\u2028",
                "a\tb",
                "a:b",
                "a/b", // one segment more
                "a\\b", // which some servers take for a slash
                "a?x=1", // a query
                "a#x", // a fragment
                "a;x=1", // a matrix parameter
                "a\r\nHost: evil.example", // a header
                "a b",
                "\u0000",
                "é€𝄞",
                "...",
            })
    void aParameterStaysOneSegmentOfItsPath(String hostile) {
        HttpUrl url = Urls.of(BASE, HttpCall.to(PassCultureEndpoint.GET_BOOKING, hostile));

        assertThat(url.host()).isEqualTo("backend.example.org");
        assertThat(url.encodedPath()).startsWith(TOKEN_PATH);
        assertThat(url.pathSegments()).hasSize(6).endsWith(hostile);
        assertThat(url.encodedPath().substring(TOKEN_PATH.length())).matches("[A-Za-z0-9._~%-]+");
        assertThat(url.query()).isNull();
        assertThat(url.fragment()).isNull();
        assertThat(url.username()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void refusesASegmentThatWouldMoveThePath(String hostile) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Urls.of(BASE, HttpCall.to(PassCultureEndpoint.GET_BOOKING, hostile)))
                .withMessageContaining("{token}");
    }

    @Test
    void encodesTheQuery() {
        HttpUrl url = Urls.of(
                BASE,
                HttpCall.to(PassCultureEndpoint.LIST_EVENTS)
                        .query("idsAtProvider", "a&b=c d+é,f")
                        .query("limit", 50));

        assertThat(url.encodedQuery()).isEqualTo("idsAtProvider=a%26b%3Dc%20d%2B%C3%A9%2Cf&limit=50");
        assertThat(url.queryParameter("idsAtProvider")).isEqualTo("a&b=c d+é,f");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a&limit=1", "a#x", "a\r\nX: y", "%26", "+", "=", "?", "\u2028", "@evil.example", "𝄞"})
    void aValueStaysOneParameterOfItsQuery(String hostile) {
        HttpUrl url = Urls.of(BASE, HttpCall.to(PassCultureEndpoint.LIST_EVENTS).query("idsAtProvider", hostile));

        assertThat(url.host()).isEqualTo("backend.example.org");
        assertThat(url.queryParameterNames()).containsExactly("idsAtProvider");
        assertThat(url.queryParameterValues("idsAtProvider")).containsExactly(hostile);
        assertThat(url.fragment()).isNull();
    }

    @Test
    void keepsTheBasesPath() {
        assertThat(Urls.of(BASE, HttpCall.to(PassCultureEndpoint.UPDATE_DATE, 12, 34)))
                .hasToString("https://backend.example.org/proxy/public/offers/v1/events/12/dates/34");
    }
}
