package fr.passerelle.sandbox.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.contract.ReferenceCases;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SignedMessageTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> writesAndSignsEveryReferenceVector() throws IOException {
        return ReferenceCases.SIGNATURES
                .read()
                .valueStream()
                .map(vector -> dynamicTest(vector.path("name").asText(), () -> {
                    var payload = JSON.readValue(
                            vector.path("innerJson").asText(), new TypeReference<LinkedHashMap<String, Object>>() {});
                    var message =
                            SignedMessage.of(payload, vector.path("hmacKey").asText());
                    assertThat(message.inner())
                            .isEqualTo(vector.path("innerJson").asText());
                    assertThat(message.wire()).isEqualTo(vector.path("wireBody").asText());
                    assertThat(message.signature())
                            .isEqualTo(vector.path("signature").asText());
                }));
    }

    @Test
    void signsTheInnerDocumentOfTheReferenceExample() {
        var message = SignedMessage.of(Map.of("barcodes", List.of("AB-É1", "C\"2")), "demo-key-0001");

        assertThat(message.inner())
                .isEqualTo("{\"barcodes\": [\"AB-\\u00c91\", \"C\\\"2\"]}")
                .hasSize(36);
        assertThat(message.wire())
                .isEqualTo("\"{\\\"barcodes\\\": [\\\"AB-\\\\u00c91\\\", \\\"C\\\\\\\"2\\\"]}\"")
                .hasSize(47);
        assertThat(message.signature()).isEqualTo("18d3b510f5adf0e3208fcbaa0cfa976b1e6e59093e7e1fcecb94df6d6ad2f050");
    }

    @Test
    void escapesAsPythonDoes() {
        assertThat(PythonJson.dumps("/ \" \\ \n\r\t\b\f \u0001 \u007f é 📘"))
                .isEqualTo("\"/ \\\" \\\\ \\n\\r\\t\\b\\f \\u0001 \\u007f \\u00e9 \\ud83d\\udcd8\"");
    }

    @Test
    void writesEveryKindOfValue() {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("nothing", null);
        payload.put("yes", true);
        payload.put("number", 12L);
        payload.put("none", List.of());
        payload.put("empty", Map.of());
        payload.put("list", Collections.nCopies(2, "a"));

        assertThat(PythonJson.dumps(payload))
                .isEqualTo("{\"nothing\": null, \"yes\": true, \"number\": 12, \"none\": [], \"empty\": {}, "
                        + "\"list\": [\"a\", \"a\"]}");
    }

    @Test
    void refusesAValueWithoutJsonForm() {
        assertThatThrownBy(() -> PythonJson.dumps(new Object())).isInstanceOf(IllegalArgumentException.class);
    }
}
