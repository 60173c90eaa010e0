package fr.passerelle.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorBodyTest {

    @Test
    void readsListsAndBareStrings() {
        assertThat(read("{\"name\":[\"too long\",\"bad\"],\"auth\":\"API key required\"}"))
                .isEqualTo(Map.of("name", List.of("too long", "bad"), "auth", List.of("API key required")));
    }

    @Test
    void flattensWhatIsNested() {
        assertThat(read("{\"a\":{\"b\":[\"x\",{\"c\":\"y\"}]},\"n\":3,\"z\":null}"))
                .isEqualTo(Map.of("a.b", List.of("x"), "a.b.1.c", List.of("y"), "n", List.of("3")));
    }

    @Test
    void readsTheArrayThatTheOpenApiDocumentPromises() {
        assertThat(read("[{\"loc\":[\"body\",\"name\"],\"msg\":\"field required\"}]"))
                .isEqualTo(Map.of("0.loc", List.of("body", "name"), "0.msg", List.of("field required")));
    }

    @Test
    void putsTextsWithoutAPathUnderGlobal() {
        assertThat(read("\"no\"")).isEqualTo(Map.of("global", List.of("no")));
        assertThat(read("[\"no\",\"way\"]")).isEqualTo(Map.of("global", List.of("no", "way")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "null", "<html>502</html>", "{\"a\":", "\u0000", "{} {}"})
    void findsNothingInWhatItCannotRead(String body) {
        assertThat(read(body)).isEmpty();
    }

    @Test
    void survivesAbsurdDepthAndSize() {
        assertThat(read("[".repeat(100_000))).isEmpty();
        assertThat(read("{\"a\":".repeat(500) + "1" + "}".repeat(500))).isEmpty();
        assertThat(read("[" + "\"x\",".repeat(50_000) + "\"x\"]").get("global")).hasSize(1_000);
    }

    private static Map<String, List<String>> read(String body) {
        return ErrorBody.read(Json.mapper(), body.getBytes(UTF_8));
    }
}
