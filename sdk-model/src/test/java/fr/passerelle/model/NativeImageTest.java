package fr.passerelle.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import fr.passerelle.model.value.Price;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What GraalVM must keep for Jackson: every type of the model, as reflection reads and makes them. Recorded anew with
 * {@code -Dnative-image.record}.
 */
class NativeImageTest {

    private static final Path FOLDER =
            Path.of("src/main/resources/META-INF/native-image/fr.passerelle/passerelle-model");
    private static final Path TYPES = FOLDER.resolve("reflect-config.json");
    private static final Pattern NO_TYPE = Pattern.compile(".*(package-info|module-info|\\$\\d+)");

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Test
    void everyTypeIsListed() throws Exception {
        List<String> compiled = compiled();
        if (System.getProperty("native-image.record") != null) {
            record(compiled);
        }

        assertThat(compiled).hasSizeGreaterThan(300);
        assertThat(json.readTree(TYPES.toFile()).findValuesAsText("name"))
                .containsExactlyInAnyOrderElementsOf(compiled);
    }

    @Test
    void everyBundleIsListedWithItsLocales() throws IOException {
        JsonNode bundles =
                json.readTree(FOLDER.resolve("resource-config.json").toFile()).path("bundles");

        assertThat(bundles).hasSize(3).allSatisfy(bundle -> {
            assertThat(bundle.path("locales").toString()).isEqualTo("[\"\",\"fr\"]");
            String name = bundle.path("name").asText();
            assertThat(ResourceBundle.getBundle(name, Locale.FRENCH).getLocale())
                    .isEqualTo(Locale.FRENCH);
        });
    }

    private static List<String> compiled() throws URISyntaxException, IOException {
        Path classes = Path.of(
                Price.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".class"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .filter(name -> !NO_TYPE.matcher(name).matches())
                    .sorted()
                    .toList();
        }
    }

    private void record(List<String> types) throws IOException {
        ArrayNode list = json.createArrayNode();
        for (String type : types) {
            list.addObject()
                    .put("name", type)
                    .put("allDeclaredConstructors", true)
                    .put("allDeclaredMethods", true)
                    .put("allDeclaredFields", true);
        }
        Files.writeString(TYPES, json.writeValueAsString(list) + "\n");
    }
}
