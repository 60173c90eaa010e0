package fr.passerelle.model.invitation.draw;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The published examples: whoever repeats the draw in another language must find these logs (invitations-draw 5).
 * Recorded anew with {@code -Ddraw-vectors.record}, which is right only for a new version of the draw.
 */
class DrawVectorsTest {

    private static final String FILE = "draw-vectors.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyPublishedDrawComesOutAsItIsWritten() throws IOException {
        if (System.getProperty("draw-vectors.record") != null) {
            record();
        }
        try (InputStream file = DrawVectorsTest.class.getResourceAsStream(FILE)) {
            JsonNode vectors = JSON.readTree(file);
            assertThat(vectors.size()).isEqualTo(6);
            for (JsonNode vector : vectors) {
                DrawInput input = JSON.treeToValue(vector.get("input"), DrawInput.class);
                DrawResult result = Draw.run(
                        input,
                        DrawSecret.ofHex(vector.get("secret").asText()),
                        vector.get("publicValue").asText());

                assertThat(input.canonical()).isEqualTo(lines(vector.get("canonical")));
                assertThat(result.log()).isEqualTo(lines(vector.get("log")));
                assertThat(result.firstDifference(lines(vector.get("log")))).isZero();
            }
        }
    }

    private static String lines(JsonNode lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.asText()).append('\n'));
        return text.toString();
    }

    private static void record() throws IOException {
        List<Map<String, Object>> vectors = new ArrayList<>();
        for (long seed : List.of(3L, 17L, 42L, 55L, 99L, 2_026L)) {
            DrawInput input = Draws.random(seed);
            DrawSecret secret = DrawSecret.of(Digests.sha256(("vector " + seed).getBytes(StandardCharsets.US_ASCII)));
            String publicValue = "Loto n° " + seed;
            Map<String, Object> vector = new LinkedHashMap<>();
            vector.put("secret", secret.hex());
            vector.put("publicValue", publicValue);
            vector.put("input", input);
            vector.put("canonical", input.canonical().lines().toList());
            vector.put("log", Draw.run(input, secret, publicValue).log().lines().toList());
            vectors.add(vector);
        }
        byte[] json = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(vectors);
        Files.write(Path.of("src/test/resources/fr/passerelle/model/invitation/draw", FILE), json);
        Files.write(Path.of("target/test-classes/fr/passerelle/model/invitation/draw", FILE), json);
    }
}
