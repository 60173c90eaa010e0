package fr.passerelle.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.internal.Endpoint.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EndpointTest {

    @Test
    void numbersAndIdsAreUnique() {
        assertThat(Arrays.stream(Endpoint.values()).map(Endpoint::number).filter(number -> number > 0))
                .doesNotHaveDuplicates();
        assertThat(Arrays.stream(Endpoint.values()).map(Endpoint::operationId)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void onlyReadsAreSafe(Endpoint endpoint) {
        assertThat(endpoint.repeatability() == Repeatability.SAFE).isEqualTo(endpoint.method() == Endpoint.Method.GET);
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithTheOpenApiDocument(Endpoint endpoint) throws IOException {
        JsonNode operation = document(endpoint.number() > 0 ? "partner" : "app")
                .path("paths")
                .path(endpoint.template())
                .path(endpoint.method().name().toLowerCase(Locale.ROOT));

        assertThat(operation.path("operationId").asText()).isEqualTo(endpoint.operationId());
        assertThat(operation.has("requestBody")).isEqualTo(endpoint.request() == Content.JSON);
        assertThat(operation.path("responses").has(endpoint.answer() == Content.JSON ? "200" : "204"))
                .isTrue();
    }

    private static JsonNode document(String api) throws IOException {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path document = at.resolve("shared/contract/" + api + "-openapi.json");
            if (Files.exists(document)) {
                return new ObjectMapper().readTree(document.toFile());
            }
        }
        assumeTrue(false, "no OpenAPI documents in shared/contract beside the repository");
        throw new IllegalStateException("unreachable");
    }
}
