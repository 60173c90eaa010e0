package fr.passerelle.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What an editor shows while somebody types {@code passculture.} into application.properties. */
class ConfigurationMetadataTest {

    private static final Path PAGE = Path.of("../docs/embedding.md");

    @Test
    void describesEveryPropertyWithItsTypeAndDefault() throws IOException {
        Map<String, String> shown = new TreeMap<>();
        for (JsonNode property : metadata().path("properties")) {
            assertThat(property.path("description").asText())
                    .as(property.path("name").asText())
                    .isNotBlank()
                    .doesNotContain("{@");
            shown.put(
                    property.path("name").asText(),
                    property.path("type").asText().replaceAll("java\\.\\w+\\.", "")
                            + " "
                            + property.path("defaultValue").asText("-"));
        }

        assertThat(shown)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "management.health.passculture.enabled", "Boolean true",
                        "passculture.api-key", "String -",
                        "passculture.environment", "String -",
                        "passculture.name", "String default",
                        "passculture.rate.calls", "Integer 200",
                        "passculture.rate.enabled", "Boolean true",
                        "passculture.rate.window", "Duration 60s",
                        "passculture.webhook-keys", "List<String> -",
                        "passculture.webhook-path", "String /passculture"));
    }

    @Test
    void offersTheEnvironmentsByName() throws IOException {
        assertThat(metadata().path("hints").findValuesAsText("value")).contains("integration", "production");
    }

    @Test
    void everyPropertyStandsOnThePageOnEmbedding() throws IOException {
        String page = Files.readString(PAGE);
        for (JsonNode property : metadata().path("properties")) {
            String name = property.path("name").asText();
            assertThat(page)
                    .contains(name.startsWith("passculture.rate.") ? name.substring(name.lastIndexOf('.')) : name);
        }
    }

    private static JsonNode metadata() throws IOException {
        try (InputStream file =
                PassCultureProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(file, "no metadata was made"));
        }
    }
}
