package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.passerelle.contract.PartnerDocument;
import fr.passerelle.internal.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies with every field of every category, against their types in the programme's contract. */
class RequestSchemasTest {

    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @ParameterizedTest
    @MethodSource("fr.passerelle.contract.PartnerDocument#each")
    void everyFieldOfEveryCategoryIsValid(PartnerDocument document) throws IOException {
        ObjectMapper ours = Json.mapper();
        Set<String> problems = new TreeSet<>();
        List<FullBodies.Sent> bodies = FullBodies.all().toList();
        for (FullBodies.Sent sent : bodies) {
            JsonNode schema =
                    document.requestSchema(sent.endpoint().operationId()).orElseThrow();
            JsonNode body = ours.readTree(ours.writeValueAsString(sent.body()));
            for (Error error : schemas.getSchema(schema).validate(body)) {
                problems.add(sent.endpoint() + " " + error + " in "
                        + body.path("categoryRelatedFields").path("category"));
            }
        }

        assertThat(problems).isEmpty();
        assertThat(bodies).hasSize(2 * 26 + 2 * 27 + 5 + 5);
    }
}
