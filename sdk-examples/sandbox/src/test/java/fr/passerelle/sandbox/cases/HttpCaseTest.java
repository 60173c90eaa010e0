package fr.passerelle.sandbox.cases;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.sandbox.http.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A case that is wrong fails. */
class HttpCaseTest {

    private static final String CLOCK = "{'call': 'GET /sandbox/clock'}";
    private static final String RIGHT = "{'status': 200, 'json': {'frozen': true}, 'keys': ['now', 'frozen']}";

    private final Sandbox sandbox = Sandbox.start();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private void run(String given, String when, String then, String more) {
        String row = "{'given': [%s], 'when': %s, 'then': %s, 'more': [%s]}".formatted(given, when, then, more);
        new HttpCase(
                        Json.read(row.replace('\'', '"').getBytes(StandardCharsets.UTF_8)),
                        new CaseClient(sandbox.baseUrl()))
                .run();
    }

    @Test
    void whatIsRightPasses() {
        assertThatCode(() -> run("", CLOCK, RIGHT, "{'when': %s, 'then': %s}".formatted(CLOCK, RIGHT)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            {'status': 204}                             ; status 204
            {'status': [201, 204]}                      ; status [201,204]
            {'status': 200, 'json': {'frozen': false}}  ; body.frozen
            {'status': 200, 'keys': ['now']}            ; keys
            {'status': 200, 'empty': true}              ; no body
            {'status': 200, 'absent': ['now']}          ; words that this reader does not know
            """)
    void anotherResponseFails(String then, String said) {
        assertThatThrownBy(() -> run("", CLOCK, then, ""))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(said);
    }

    @Test
    void aStateThatCannotBeArrangedFails() {
        assertThatThrownBy(() -> run("{'control': 'PATCH /sandbox/offers/1', 'body': {}}", CLOCK, RIGHT, ""))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("PATCH /sandbox/offers/1");
    }

    @Test
    void aLaterBlockThatDiffersFails() {
        assertThatThrownBy(() -> run("", CLOCK, RIGHT, "{'when': %s, 'then': {'status': 404}}".formatted(CLOCK)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("status 404");
    }
}
