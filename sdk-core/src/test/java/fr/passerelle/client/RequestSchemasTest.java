package fr.passerelle.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.passerelle.PartnerDocument;
import fr.passerelle.client.Offline.Answer;
import fr.passerelle.client.RequestsTest.Row;
import fr.passerelle.internal.Endpoint;
import fr.passerelle.internal.json.Json;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every body of {@link RequestsTest}, as it leaves, against its schema in the programme's document. */
class RequestSchemasTest {

    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void everyBodyIsValid() throws IOException {
        PartnerDocument document = PartnerDocument.read();
        List<String> problems = new ArrayList<>();
        Set<String> checked = new TreeSet<>();
        for (Row row : RequestsTest.rows().filter(r -> !r.body().isEmpty()).toList()) {
            JsonNode schema = document.requestSchema(row.endpoint()).orElseThrow();
            checked.add(row.endpoint().operationId());
            for (Error error : schemas.getSchema(schema).validate(sent(row))) {
                problems.add(row + " " + error);
            }
        }

        assertThat(problems).isEmpty();
        assertThat(checked).hasSize(15);
    }

    @Test
    void everyFieldOfEveryCategoryIsValid() throws IOException {
        PartnerDocument document = PartnerDocument.read();
        ObjectMapper ours = Json.mapper();
        Set<String> problems = new TreeSet<>();
        List<FullBodies.Sent> bodies = FullBodies.all().toList();
        for (FullBodies.Sent sent : bodies) {
            JsonNode schema = document.requestSchema(sent.endpoint()).orElseThrow();
            JsonNode body = ours.readTree(ours.writeValueAsString(sent.body()));
            for (Error error : schemas.getSchema(schema).validate(body)) {
                problems.add(sent.endpoint() + " " + error + " in "
                        + body.path("categoryRelatedFields").path("category"));
            }
        }

        assertThat(problems).isEmpty();
        assertThat(bodies).hasSize(2 * 26 + 2 * 27 + 5 + 5);
    }

    @Test
    void theValidatorWouldNotice() throws IOException {
        JsonNode schema = PartnerDocument.read()
                .requestSchema(Endpoint.UPDATE_PRICE_CATEGORY)
                .orElseThrow();

        assertThat(schemas.getSchema(schema).validate(mapper.readTree("{\"price\":\"25\",\"colour\":null}")))
                .extracting(error -> error.getInstanceLocation().toString())
                .contains("/price");
    }

    private JsonNode sent(Row row) throws JsonProcessingException {
        String[] body = {""};
        try (PassCultureClient client = Offline.client(request -> {
                    body[0] = Offline.body(request);
                    return new Answer(200, row.answer());
                })
                .clock(Clock.fixed(RequestsTest.NOW, ZoneOffset.UTC))
                .build()) {
            row.call().accept(client);
        }
        return mapper.readTree(body[0]);
    }
}
