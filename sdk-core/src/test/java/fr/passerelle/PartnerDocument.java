package fr.passerelle;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.internal.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The programme's OpenAPI document, where it lies beside the repository. */
public final class PartnerDocument {

    /** An operation and where it stands in the document. */
    public record Operation(String path, String method, JsonNode node) {}

    private final JsonNode root;

    private PartnerDocument(JsonNode root) {
        this.root = root;
    }

    /** The document; ends the test, with a message, where there is none. */
    public static PartnerDocument read() throws IOException {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path document = at.resolve("shared/contract/partner-openapi.json");
            if (Files.exists(document)) {
                return new PartnerDocument(new ObjectMapper().readTree(document.toFile()));
            }
        }
        assumeTrue(false, "no shared/contract/partner-openapi.json beside the repository");
        throw new IllegalStateException("unreachable");
    }

    /** Every operation, by its id. */
    public Map<String, Operation> operations() {
        Map<String, Operation> operations = new TreeMap<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.put(
                                method.getValue().path("operationId").asText(),
                                new Operation(path.getKey(), method.getKey(), method.getValue()))));
        return operations;
    }

    /** What a success of this endpoint looks like; empty where the document does not say. */
    public Optional<JsonNode> answerSchema(Endpoint endpoint) {
        Operation operation = operations().get(endpoint.operationId());
        if (operation == null) {
            return Optional.empty();
        }
        JsonNode answers = operation.node().path("responses");
        JsonNode schema = (answers.has("201") ? answers.path("201") : answers.path("200"))
                .path("content")
                .path("application/json")
                .path("schema");
        return schema.isObject() ? Optional.of(schema) : Optional.empty();
    }

    /**
     * What a request of this endpoint must look like, fit for a validator: with all that it refers to, and with the
     * document's older way of saying "or null" in today's words.
     */
    public Optional<JsonNode> requestSchema(Endpoint endpoint) {
        Operation operation = operations().get(endpoint.operationId());
        JsonNode schema = operation == null
                ? MissingNode.getInstance()
                : operation.node().at("/requestBody/content/application~1json/schema");
        if (!schema.isObject()) {
            return Optional.empty();
        }
        ObjectNode whole = schema.deepCopy();
        whole.set("components", orNull(root.path("components")));
        return Optional.of(whole);
    }

    private static JsonNode orNull(JsonNode node) {
        if (node.isArray()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> items.add(orNull(item)));
            return items;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(field -> copy.set(field.getKey(), orNull(field.getValue())));
        if (!node.path("nullable").asBoolean()) {
            return copy;
        }
        ObjectNode choice = JsonNodeFactory.instance.objectNode();
        choice.putArray("anyOf").add(copy).addObject().put("type", "null");
        return choice;
    }

    /** A schema, or the one that it refers to. */
    public JsonNode resolve(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : resolve(root.at(reference.substring(1)));
    }
}
