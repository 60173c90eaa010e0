package fr.passerelle.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An OpenAPI document of the programme, where it lies beside the repository. */
public final class PartnerDocument {

    /** An operation and where it stands in the document. */
    public record Operation(String path, String method, JsonNode node) {}

    static final String PARTNER = "partner-openapi.json";
    static final String APP = "app-openapi.json";

    private final JsonNode root;
    private final JsonNode components;

    private PartnerDocument(JsonNode root) {
        this.root = root;
        this.components = orNull(root.path("components"));
    }

    /** The document; ends the test, with a message, where there is none. */
    public static PartnerDocument read() throws IOException {
        return read(PARTNER);
    }

    /** The document of the app, likewise. */
    public static PartnerDocument ofTheApp() throws IOException {
        return read(APP);
    }

    private static PartnerDocument read(String name) throws IOException {
        Optional<PartnerDocument> document = find(name);
        assumeTrue(document.isPresent(), "no shared/contract/" + name + " beside the repository");
        return document.orElseThrow();
    }

    static Optional<PartnerDocument> find(String name) {
        return SharedFolder.find("contract/" + name).map(document -> {
            try {
                return new PartnerDocument(new ObjectMapper().readTree(document.toFile()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
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

    /** What a success of this operation looks like; empty where the document does not say. */
    public Optional<JsonNode> answerSchema(String operationId) {
        Operation operation = operations().get(operationId);
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
     * What a request of this operation must look like, fit for a validator: with all that it refers to, and with the
     * document's older way of saying "or null" in today's words.
     */
    public Optional<JsonNode> requestSchema(String operationId) {
        Operation operation = operations().get(operationId);
        JsonNode schema = operation == null
                ? MissingNode.getInstance()
                : operation.node().at("/requestBody/content/application~1json/schema");
        return schema.isObject() ? Optional.of(standalone(schema)) : Optional.empty();
    }

    /** A schema with all that it may refer to. */
    JsonNode standalone(JsonNode schema) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.putArray("allOf").add(orNull(schema));
        whole.set("components", components);
        return whole;
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
