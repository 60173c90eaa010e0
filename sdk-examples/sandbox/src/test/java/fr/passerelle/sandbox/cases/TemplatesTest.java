package fr.passerelle.sandbox.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.sandbox.http.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplatesTest {

    private final Templates templates = new Templates("2026-01-31T10:00:00Z");

    private static JsonNode json(String text) {
        return Json.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private String resolved(String text) {
        return templates.resolve(json(text)).toString();
    }

    @ParameterizedTest
    @CsvSource({
        "${now}, 2026-01-31T10:00:00Z",
        "${now+P1M}, 2026-02-28T10:00:00Z",
        "${now-P1Y1DT1H}, 2025-01-30T09:00:00Z",
        "${now+PT90S}, 2026-01-31T10:01:30Z",
        "${now|naive}, 2026-01-31T10:00:00",
        "${now|date}, 2026-01-31",
        "${now|offset+02:00}, 2026-01-31T12:00:00+02:00",
        "${now|offset-03:30}, 2026-01-31T06:30:00-03:30",
        "on ${now|date} and later, on 2026-01-31 and later"
    })
    void writesTheClock(String template, String text) {
        assertThat(templates.text(template)).isEqualTo(text);
    }

    @Test
    void theStartStaysWhereItWas() {
        templates.now("2026-02-01T00:00:00.25Z");

        assertThat(templates.text("${start} ${now}")).isEqualTo("2026-01-31T10:00:00Z 2026-02-01T00:00:00.250000Z");
    }

    @Test
    void aWholeTemplateKeepsItsType() {
        templates.bind("e", json("{\"id\": 7, \"dates\": [{\"on\": true}]}"));

        assertThat(resolved("[\"${e.id}\", \"${e.id|plus1}\", \"${e.id|string}\", \"n${e.id}\", \"${e.dates.0.on}\"]"))
                .isEqualTo("[7,8,\"7\",\"n7\",true]");
    }

    @Test
    void repeatsAndCounts() {
        assertThat(resolved("{\"$repeat\": {\"count\": 2, \"from\": 3, \"value\": {\"n\": \"${index}\"}}}"))
                .isEqualTo("[{\"n\":3},{\"n\":4}]");
        assertThat(resolved("{\"$text\": {\"of\": \"ab\", \"times\": 2}}")).isEqualTo("\"abab\"");
    }

    @Test
    void encodesWhatIsInsertedIntoATarget() {
        templates.bind("a", json("{\"city\": \"Orly/é b\"}"));

        assertThat(templates.target("/x?city=${a.city}")).isEqualTo("/x?city=Orly%2F%C3%A9%20b");
    }

    @Test
    void refusesWhatNothingIsCalled() {
        assertThatIllegalArgumentException().isThrownBy(() -> templates.text("${nobody.id}"));
        assertThatIllegalArgumentException().isThrownBy(() -> templates.text("${index}"));
        assertThatIllegalArgumentException().isThrownBy(() -> templates.text("${now|louder}"));
    }
}
