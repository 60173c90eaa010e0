package fr.passerelle.sandbox.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.contract.ReferenceCases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
                    assertThat(PythonJson.dumps(payload))
                            .isEqualTo(vector.path("innerJson").asText());
                    var message = SignedMessage.ofText(
                            PythonJson.dumps(payload), vector.path("hmacKey").asText());
                    assertThat(message.wire()).isEqualTo(vector.path("wireBody").asText());
                    assertThat(message.signature())
                            .isEqualTo(vector.path("signature").asText());
                }));
    }

    @Test
    void signsTheInnerDocumentOfTheReferenceExample() {
        var message = SignedMessage.of(Map.of("barcodes", List.of("AB-É1", "C\"2")), "demo-key-0001");

        assertThat(message.inner()).isEqualTo("{\"barcodes\":[\"AB-É1\",\"C\\\"2\"]}");
        assertThat(message.inner().getBytes(StandardCharsets.UTF_8)).hasSize(30);
        assertThat(message.wire()).isEqualTo("\"{\\\"barcodes\\\":[\\\"AB-\\u00c91\\\",\\\"C\\\\\\\"2\\\"]}\"");
        assertThat(message.signature()).isEqualTo("9c27b2a34cc28af0b57b80ccd2f1adbbff94d2321526e36b2871cecfb847626a");
    }

    @Test
    void escapesOnlyControlsInsideAMessage() {
        assertThat(PythonJson.compact("/ \" \\ \n \u0001 \u007f \u0080 é 📘"))
                .isEqualTo("\"/ \\\" \\\\ \\n \\u0001 \\u007f \u0080 é 📘\"");
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
