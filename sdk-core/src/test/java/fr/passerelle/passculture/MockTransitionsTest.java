package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import fr.passerelle.http.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MockTransitionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://backend.passculture.app",
                "https://Backend.PassCulture.App:443/",
                "http://backend.passculture.app/behind/a/path"
            })
    void productionPlaysNoSchoolHoweverItsUrlIsWritten(String url) {
        try (PassCultureClient client = client(Environment.of(url))) {
            assertThatIllegalStateException().isThrownBy(client::mock).withMessageContaining("INTEGRATION");
        }
    }

    @Test
    void integrationAndSandboxesDo() {
        try (PassCultureClient integration = client(Environment.INTEGRATION);
                PassCultureClient sandbox = client(Environment.of("http://localhost:8080"))) {
            assertThat(integration.mock()).isNotNull();
            assertThat(sandbox.mock()).isNotNull();
        }
    }

    private static PassCultureClient client(Environment environment) {
        return PassCultureClient.builder()
                .apiKey(Server.KEY)
                .environment(environment)
                .build();
    }
}
