package fr.passerelle.sandbox.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.schema.Schema.Dialect;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The declared types, and the words of the validation library. */
class TypesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private static JsonNode json(String text) {
        return Objects.requireNonNull(Json.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }

    /** What is wrong with a value, or what was read. */
    private static String outcome(Type type, String value) {
        Reading reading = new Reading(NOW);
        Object read = type.read(json(value), "f", reading);
        Refusal refusal = catchThrowableOfType(Refusal.class, reading::refuseIfAny);
        return refusal == null
                ? String.valueOf(read)
                : String.valueOf(refusal.response().body()).replace('"', '\'');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"10|10", "'10'|10", "10.7|10", "true|1", "'x'|{'f':['value is not a valid integer']}"})
    void readsIntegersLeniently(String value, String outcome) {
        assertThat(outcome(Types.integer(), value)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'10'", "1.0", "true"})
    void readsStrictIntegersStrictly(String value) {
        assertThat(outcome(Types.strictInteger(), value)).isEqualTo("{'f':['value is not a valid integer']}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "true|true",
                "'yes'|true",
                "1|true",
                "'OFF'|false",
                "0|false",
                "'maybe'|{'f':['value could not be parsed to a boolean']}"
            })
    void readsBooleansInManySpellings(String value, String outcome) {
        assertThat(outcome(Types.flag(), value)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'2026-04-01T12:00:00Z'         | 2026-04-01T12:00:00Z",
                "'2026-04-01T12:00:00+02:00'    | 2026-04-01T10:00:00Z",
                "'2026-04-01 12:00+0200'        | 2026-04-01T10:00:00Z",
                "'2026-04-01T12:00:00.1234567Z' | 2026-04-01T12:00:00.123456Z",
                "1893456000                     | 2030-01-01T00:00:00Z",
                "1893456000000                  | 2030-01-01T00:00:00Z",
                "'2026-04-01'                   | {'f':['invalid datetime format']}",
                "'2026-13-01T12:00:00Z'         | {'f':['invalid datetime format']}",
                "'2026-04-01T12:00:00'          | {'f':['The datetime must be timezone-aware.']}",
                "'2026-03-02T10:00:00Z'         | {'f':['The datetime must be in the future.']}",
            })
    void readsFutureMoments(String value, String outcome) {
        assertThat(outcome(Moments.future(), value)).isEqualTo(outcome);
    }

    @Test
    void reportsEveryAlternativeOfAUnion() {
        Type quantity = Types.anyOf(List.of(Types.atLeast(0, Types.strictInteger()), Types.word(List.of("unlimited"))));

        assertThat(outcome(quantity, "-1"))
                .isEqualTo("{'f':['ensure this value is greater than or equal to 0',"
                        + "'unexpected value; permitted: 'unlimited'']}");
        assertThat(outcome(quantity, "'unlimited'")).isEqualTo("unlimited");
    }

    @Test
    void namesTheModelOfATaggedUnion() {
        Schema boat = Schema.lenient(Dialect.V1).required("length", Types.integer());
        Type vehicle = Types.union("type", "type", Map.of("boat", new Types.Variant("BoatModel", boat)));

        assertThat(outcome(vehicle, "{'type':'boat'}")).isEqualTo("{'f.BoatModel.length':['field required']}");
        assertThat(outcome(vehicle, "{}")).isEqualTo("{'f':['Discriminator 'type' is missing in value']}");
        assertThat(outcome(vehicle, "{'type':'car'}"))
                .isEqualTo("{'f':['No match for discriminator 'type' and value 'car' (allowed values: 'boat')']}");
    }

    @Test
    void numbersTheItemsOfAList() {
        Type list = Types.list(Schema.strict(Dialect.V1).required("label", Types.text(1, 5)), 2);

        assertThat(outcome(list, "[{'label':'a'},{'label':''}]"))
                .isEqualTo("{'f.1.label':['ensure this value has at least 1 characters']}");
        assertThat(outcome(list, "[1,2,3]")).isEqualTo("{'f':['ensure this value has at most 2 items']}");
        assertThat(outcome(list, "7")).isEqualTo("{'f':['value is not a valid list']}");
    }

    @Test
    void takesBothSpellingsOfAName() {
        Schema schema = Schema.strict(Dialect.V1).required("venueId", Types.integer());

        assertThat(((Form) Objects.requireNonNull(schema.read(json("{'venue_id':3}"), "", new Reading(NOW))))
                        .requiredNumber("venueId"))
                .isEqualTo(3);
        assertThat(outcome(schema, "{'venueId':3,'venue_id':4}"))
                .isEqualTo("{'f.venue_id':['extra fields not permitted']}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'https://example.org'", "'http://example.org:8080/a?b={token}#c'", "'https://1.2.3.4/x'"})
    void takesWebPages(String url) {
        assertThat(outcome(WebAddresses.webPage(), url)).isEqualTo(url.replace("'", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'nulle part'        | invalid or missing URL scheme",
                "'ftp://example.org' | URL scheme not permitted",
                "'https://localhost' | URL host invalid, top level domain required",
                "'https://'          | URL host invalid",
            })
    void refusesWhatIsNoWebPage(String url, String message) {
        assertThat(outcome(WebAddresses.webPage(), url)).isEqualTo("{'f':['" + message + "']}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'a'", "'a@b'", "'@example.org'", "'a b@example.org'", "'a..b@example.org'"})
    void refusesBadEmailAddresses(String email) {
        assertThat(outcome(WebAddresses.email(), email)).isEqualTo("{'f':['value is not a valid email address']}");
    }
}
