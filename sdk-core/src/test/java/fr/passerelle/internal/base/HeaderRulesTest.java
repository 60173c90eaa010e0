package fr.passerelle.internal.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nX: y",
                "a\nb",
                "a\u0000",
                "é",
                "a\tb",
                " a",
                "a ",
                "a\u007f",
                "a\u0085b",
                "a\u2028b",
                "a\u010d\u010aX: y"
            })
    void refusesAValueThatIsNotPlain(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HeaderRules.checkExtra("X-Trace", value))
                .withMessageContaining("X-Trace")
                .withMessageContaining("visible ASCII");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X Trace", "X:Trace", "X-Trace\r\n", "é", " X", ":path", "X\u0000", "X\u010d\u010aY"})
    void refusesANameThatIsNoToken(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> HeaderRules.checkExtra(name, "1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "AUTHORIZATION",
                "host",
                "Content-Length",
                "Transfer-Encoding",
                "User-Agent",
                "Proxy-Authorization",
                "Keep-Alive"
            })
    void refusesTheClientsOwnHeaders(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HeaderRules.checkExtra(name, "1"))
                .withMessageContaining("set by the client");
    }

    @ParameterizedTest
    @CsvSource({"X-Request-Id, 4711", "traceparent, 00-4bf9-01", "X-Empty, ''"})
    void takesOrdinaryHeaders(String name, String value) {
        assertThatCode(() -> HeaderRules.checkExtra(name, value)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n"})
    void refusesABlankKey(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HeaderRules.checkKey(key))
                .withMessageContaining("blank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret-key\n", "secret key", "sécret-key", "secret-key\u0000", "secret\u00a0key"})
    void refusesAKeyThatNoHeaderCanCarryWithoutShowingIt(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HeaderRules.checkKey(key))
                .withMessageContaining("visible ASCII")
                .satisfies(
                        e -> assertThat(e.getMessage()).doesNotContain("secret").doesNotContain("key-"));
    }

    @Test
    void takesAKey() {
        assertThat(HeaderRules.checkKey("development_0123456789ab_0f")).isEqualTo("development_0123456789ab_0f");
    }
}
