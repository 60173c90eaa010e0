package fr.passerelle.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {

    private final ObjectMapper mapper = Json.mapper();

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T20:00:00Z, 2026-12-01T20:00:00Z",
        "2026-12-01T20:00Z, 2026-12-01T20:00:00Z",
        "2026-12-01T20:00:00.1Z, 2026-12-01T20:00:00.100Z",
        "2026-12-01T20:00:00.123456Z, 2026-12-01T20:00:00.123456Z",
        "2026-12-01T20:00:00.123456789Z, 2026-12-01T20:00:00.123456789Z",
        "2026-12-01T20:00:00+02:00, 2026-12-01T18:00:00Z",
        "2026-12-01T20:00:00+0200, 2026-12-01T18:00:00Z",
        "2026-12-01T20:00:00-11:30, 2026-12-02T07:30:00Z",
        "2026-12-01T20:00:00, 2026-12-01T20:00:00Z",
        "2026-12-01T20:00:00.5, 2026-12-01T20:00:00.500Z",
        "2026-12-01 20:00:00, 2026-12-01T20:00:00Z",
    })
    void readsEveryFormTheServerHas(String wire, Instant expected) throws JsonProcessingException {
        assertThat(mapper.readValue('"' + wire + '"', Instant.class)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"2026-12-01\"",
                "\"tomorrow\"",
                "\"2026-13-01T20:00:00Z\"",
                "\"2026-12-01T20:00:00.1234567890Z\"",
                "\"2026-02-30T20:00:00Z\"",
                "\"2025-02-29T20:00:00\"",
                "\"2026-04-31T20:00:00+02:00\"",
                "\"2026-12-01T24:00:00Z\"",
                "\"2026-12-01T20:00:60Z\""
            })
    void refusesWhatIsNoDatetime(String json) {
        assertThatThrownBy(() -> mapper.readValue(json, Instant.class)).isInstanceOf(InvalidFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1764619200", "1764619200.5", "true", "[2026,12,1,20,0]", "{}", "[\"2026-12-01T20:00:00Z\"]"})
    void isSpelledInText(String json) {
        assertThatThrownBy(() -> mapper.readValue(json, Instant.class)).isInstanceOf(MismatchedInputException.class);
    }

    @Test
    void writesUtc() throws JsonProcessingException {
        assertThat(mapper.writeValueAsString(Instant.parse("2026-12-01T20:00:00+02:00")))
                .isEqualTo("\"2026-12-01T18:00:00Z\"");
    }
}
