package fr.passerelle.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.model.value.OpenEnum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reference data that may stand beside the repository; a clone of the project alone does not have it. */
public final class Shared {

    private Shared() {}

    /** A JSON file of the {@code shared} folder; the test is skipped where there is none. */
    public static JsonNode json(String file) throws IOException {
        Path path = folder().resolve(file);
        assumeThat(path).as("skipped: %s is not beside this clone", file).matches(Files::isReadable);
        return new ObjectMapper().readTree(path.toFile());
    }

    private static Path folder() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("shared/contract"))) {
                return at.resolve("shared");
            }
        }
        return Path.of("shared");
    }

    /** An open list knows these words and no others. */
    public static void assertSameWords(List<? extends OpenEnum> ours, JsonNode theirs) {
        assertThat(ours.stream().map(OpenEnum::value))
                .containsExactlyInAnyOrderElementsOf(StreamSupport.stream(theirs.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());
    }
}
