package fr.passerelle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page for those who embed the SDK names the versions that it is built with. */
class EmbeddingVersionsTest {

    private static final Path ROOT = Path.of("..");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "okhttp",
                "jackson",
                "resilience4j",
                "slf4j",
                "jspecify",
                "bucket4j",
                "micrometer",
                "opentelemetry",
                "junit"
            })
    void thePageNamesTheVersionOfThePom(String library) throws IOException {
        String table = Files.readString(ROOT.resolve("docs/embedding.md"))
                .lines()
                .filter(line -> line.startsWith("|"))
                .toList()
                .toString();

        assertThat(table).containsPattern("\\b" + Pattern.quote(version(library)) + "\\b");
    }

    private static String version(String library) throws IOException {
        Matcher property = Pattern.compile("<" + library + "\\.version>([^<]+)<")
                .matcher(Files.readString(ROOT.resolve("pom.xml")));
        assertThat(property.find()).as("a version of %s in pom.xml", library).isTrue();
        return Objects.requireNonNull(property.group(1));
    }
}
