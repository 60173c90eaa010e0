package fr.passerelle.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://backend.passculture.app",
                "https://backend.passculture.app/",
                "https://backend.passculture.app:443",
                "https://backend.passculture.app.",
                "https://backend.passculture.app.:443/",
                "https://BACKEND.PassCulture.APP.",
                "http://backend.passculture.app",
                "https://backend.passculture.app:8443/behind/a/path"
            })
    void productionIsKnownHoweverItsUrlIsWritten(String url) {
        assertThat(Environment.of(url).isProduction()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://backend.integration.passculture.pro",
                "https://backend.integration.passculture.pro.",
                "https://backend.passculture.app.example.org",
                "https://notbackend.passculture.app",
                "http://127.0.0.1:8080",
                "http://[::1]:8080"
            })
    void nothingElseIsProduction(String url) {
        assertThat(Environment.of(url).isProduction()).isFalse();
    }

    /** Spellings that some parsers resolve to the same server: they are no base URL at all. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://backend.passculture.app..",
                "https://backend%2Epassculture.app",
                "https://backend\u3002passculture\u3002app",
                "https://backend.passculture.app%2E",
                "https://\uFF42ackend.passculture.app",
                "HTTPS://backend.passculture.app"
            })
    void refusesAHostInDisguise(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> Environment.of(url));
    }
}
