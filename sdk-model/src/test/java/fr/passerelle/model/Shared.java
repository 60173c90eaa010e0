package fr.passerelle.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.contract.SharedFolder;
import fr.passerelle.model.value.OpenEnum;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reference data that may stand beside the repository; a clone of the project alone does not have it. */
public final class Shared {

    private Shared() {}

    /** A JSON file of the {@code shared} folder; the test is skipped where there is none. */
    public static JsonNode json(String file) throws IOException {
        return new ObjectMapper().readTree(SharedFolder.need(file).toFile());
    }

    /** An open list knows these words and no others. */
    public static void assertSameWords(List<? extends OpenEnum> ours, JsonNode theirs) {
        assertThat(ours.stream().map(OpenEnum::value))
                .containsExactlyInAnyOrderElementsOf(StreamSupport.stream(theirs.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());
    }
}
