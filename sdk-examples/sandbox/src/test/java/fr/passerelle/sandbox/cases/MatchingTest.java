package fr.passerelle.sandbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.sandbox.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the comparison lets pass and what it notices. */
class MatchingTest {

    private static Optional<String> difference(String expected, String actual) {
        return Matching.difference(
                Json.read(expected.getBytes(StandardCharsets.UTF_8)),
                Json.read(actual.getBytes(StandardCharsets.UTF_8)),
                "body");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\0', textBlock = """
            {"a": 1}                                 ; {"a": 1.0, "b": 2}
            [1, {"a": null}]                         ; [1, {"a": null}]
            {"$any": true}                           ; null
            {"$type": "integer|null"}                ; 3
            {"$regex": "\\\\d$"}                     ; "a1"
            {"$anyOf": [1, 2]}                       ; 2
            {"$all": [{"$size": 2}, {"$each": 1}]}   ; [1, 1]
            {"$not": 1}                              ; true
            {"$keys": ["a", "b"]}                    ; {"b": 1, "a": 2}
            {"$contains": [2]}                       ; [1, 2]
            {"$unordered": [2, 1]}                   ; [1, 2]
            """)
    void letsPass(String expected, String actual) {
        assertThat(difference(expected, actual)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\0', textBlock = """
            {"a": 1}                                 ; {"b": 1}
            {"a": 1}                                 ; [1]
            {"a": {"b": 1}}                          ; {"a": {"b": 2}}
            [1]                                      ; [1, 1]
            1                                        ; true
            1                                        ; "1"
            null                                     ; 0
            {"$type": "integer"}                     ; 1.5
            {"$type": "boolean"}                     ; 1
            {"$regex": "^a$"}                        ; "ab"
            {"$regex": "1"}                          ; 1
            {"$anyOf": [1, 2]}                       ; 3
            {"$all": [{"$size": 2}, {"$each": 1}]}   ; [1, 2]
            {"$not": 1}                              ; 1
            {"$size": 1}                             ; 1
            {"$keys": ["a"]}                         ; {"b": 1, "a": 2}
            {"$each": 1}                             ; 1
            {"$contains": [1, 3]}                    ; [1, 2]
            {"$unordered": [1, 1]}                   ; [1, 2]
            {"$type": "array", "$size": 1}           ; []
            """)
    void notices(String expected, String actual) {
        assertThat(difference(expected, actual)).isPresent();
    }
}
