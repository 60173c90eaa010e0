package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.contract.PartnerDocument;
import fr.passerelle.error.ApiException;
import fr.passerelle.internal.call.VirtualTime;
import fr.passerelle.internal.endpoint.Endpoint.Content;
import fr.passerelle.internal.json.Json;
import fr.passerelle.passculture.Offline.Document;
import fr.passerelle.passculture.RequestsTest.Row;
import fr.passerelle.passculture.Specimens.Mutation;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that nobody wrote, made after every type of the programme's contract: none may be unreadable. */
@Timeout(60)
class GeneratedResponsesTest {

    private static final long SEED = 3;
    private static final int DOCUMENTS = 12_000;
    private static final int SHOWN = 20;

    /** Neither a 5xx, which would make the client rest, nor a 2xx. */
    private static final int[] STATUSES = {400, 401, 403, 404, 405, 409, 410, 422, 429};

    private static final String[] ERRORS = {
        "{}",
        "",
        "<html>",
        "null",
        "[]",
        "\"no\"",
        "{\"global\":\"no\"}",
        "{\"global\":[\"no\",\"never\"]}",
        "{\"dates.0.quantity\":[\"no\"],\"__root__\":[]}",
        "{\"code\":\"BAD_IMAGE_RATIO\",\"extra\":\"?\"}",
        "{\"ids\":\"unknown: {7}\",\"deep\":{\"er\":[{\"est\":\"no\"},3,null]}}",
        "[{\"loc\":[\"a\"],\"msg\":\"no\"}]",
        "{\"cut\":[\"sho"
    };

    private Document response = new Document(200, "");
    private final PassCultureClient client = Offline.client(request -> response)
            .attempts(1)
            .clock(Clock.fixed(RequestsTest.NOW, ZoneOffset.UTC))
            .time(new VirtualTime())
            .build();
    private final List<String> failures = new ArrayList<>();

    @ParameterizedTest
    @MethodSource("fr.passerelle.contract.PartnerDocument#each")
    void mutatedResponsesAreRead(PartnerDocument document) throws IOException {
        Map<PassCultureEndpoint, JsonNode> schemas = schemas(document);
        Specimens specimens = new Specimens(document, SEED);
        int read = 0;
        while (read < DOCUMENTS) {
            for (Row row : oneRowEach()) {
                JsonNode schema = schemas.get(row.endpoint());
                if (schema != null) {
                    response = new Document(200, aboutTheSame(row, specimens.mutated(schema)));
                    read(row);
                    read++;
                }
            }
        }

        assertThat(failures).isEmpty();
        assertThat(schemas).hasSizeGreaterThanOrEqualTo(33);
        assertThat(specimens.counts()).containsOnlyKeys(Mutation.values());
    }

    /** A response about another thing than the one asked for is refused, rightly. */
    private static String aboutTheSame(Row row, JsonNode mutated) throws IOException {
        JsonNode id = row.response().isEmpty()
                ? MissingNode.getInstance()
                : Json.mapper().readTree(row.response()).path("id");
        if (mutated instanceof ObjectNode document && document.has("id") && !id.isMissingNode()) {
            document.set("id", id);
        }
        return mutated.toString();
    }

    @Test
    void errorsOfEveryShapeAreApiExceptions() {
        for (Row row : oneRowEach()) {
            for (int status : STATUSES) {
                for (String error : ERRORS) {
                    response = new Document(status, error);
                    try {
                        row.call().accept(client);
                        failures.add(row + " succeeded with " + response);
                    } catch (ApiException e) {
                        assertThat(e.status()).isEqualTo(status);
                    }
                }
            }
        }

        assertThat(failures).isEmpty();
    }

    private void read(Row row) {
        try {
            row.call().accept(client);
        } catch (RuntimeException e) {
            String failure = e.toString().replaceAll("/\\d+", "/N");
            if (failures.size() < SHOWN && failures.stream().noneMatch(known -> known.startsWith(failure))) {
                failures.add(failure + " <- " + response.body());
            }
        }
    }

    private static List<Row> oneRowEach() {
        Map<PassCultureEndpoint, Row> rows = new EnumMap<>(PassCultureEndpoint.class);
        RequestsTest.rows().forEach(row -> rows.putIfAbsent(row.endpoint(), row));
        return List.copyOf(rows.values());
    }

    /** Three responses the document does not describe. */
    private static Map<PassCultureEndpoint, JsonNode> schemas(PartnerDocument document) {
        Map<PassCultureEndpoint, JsonNode> schemas = new EnumMap<>(PassCultureEndpoint.class);
        for (PassCultureEndpoint endpoint : PassCultureEndpoint.values()) {
            Optional<JsonNode> schema = endpoint.response() == Content.JSON
                    ? document.responseSchema(endpoint.operationId())
                    : Optional.empty();
            schema.ifPresent(found -> schemas.put(endpoint, found));
        }
        return schemas;
    }
}
