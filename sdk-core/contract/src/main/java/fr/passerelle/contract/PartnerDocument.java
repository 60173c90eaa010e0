package fr.passerelle.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What an API of the programme takes and sends. Every clone has the table of facts ({@link Facts}); where the
 * programme's own OpenAPI file lies beside the repository, it says the same and more.
 */
public final class PartnerDocument {

    /** An operation and where it stands in the document. */
    public record Operation(String path, String method, JsonNode node) {}

    /** The APIs of the programme. */
    enum Source {
        PARTNER("partner-api.txt", "changes-2026.txt", "partner-openapi.json"),
        APP("app-api.txt", "app-changes-2026.txt", "app-openapi.json");

        private final String facts;
        private final String changes;
        private final String original;

        Source(String facts, String changes, String original) {
            this.facts = facts;
            this.changes = changes;
            this.original = original;
        }

        /** The name of the table. */
        String facts() {
            return facts;
        }

        /** The name of the programme's own file. */
        String original() {
            return original;
        }
    }

    private final String name;
    private final JsonNode root;
    private final JsonNode components;

    private PartnerDocument(String name, JsonNode root) {
        this.name = name;
        this.root = root;
        this.components = orNull(root.path("components"));
    }

    /** The partner API. */
    public static PartnerDocument read() {
        return facts(Source.PARTNER).asOfToday(Source.PARTNER);
    }

    /** The partner API: the table, and the programme's own file where there is one. For parameterized tests. */
    public static List<PartnerDocument> each() {
        return each(Source.PARTNER);
    }

    /** The API of the app, likewise. */
    public static List<PartnerDocument> eachOfTheApp() {
        return each(Source.APP);
    }

    private static List<PartnerDocument> each(Source source) {
        return Stream.concat(Stream.of(facts(source)), original(source).stream())
                .map(document -> document.asOfToday(source))
                .toList();
    }

    /** The same with what changed after the table and the programme's file were written. */
    PartnerDocument asOfToday(Source source) {
        JsonNode changed = root.deepCopy();
        Facts.change((ObjectNode) changed, lines(source.changes));
        return new PartnerDocument(name, changed);
    }

    /** An API as the table of facts tells it. */
    static PartnerDocument facts(Source source) {
        return new PartnerDocument(source.facts(), Facts.read(lines(source)));
    }

    /** The lines of a table. */
    static List<String> lines(Source source) {
        return lines(source.facts());
    }

    private static List<String> lines(String table) {
        try (InputStream in = PartnerDocument.class.getResourceAsStream(table)) {
            if (in == null) {
                throw new FileNotFoundException(table);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An API as the programme's own file tells it; empty where there is none beside the repository. */
    static Optional<PartnerDocument> original(Source source) {
        return SharedFolder.find("contract/" + source.original()).map(file -> {
            try {
                return new PartnerDocument(source.original(), new ObjectMapper().readTree(file.toFile()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The whole document; a copy, to be edited by tests. */
    public JsonNode root() {
        return root.deepCopy();
    }

    /** The fields of a type. */
    public Set<String> fields(String type) {
        Set<String> names = new TreeSet<>();
        components.at("/schemas/" + type + "/properties").fieldNames().forEachRemaining(names::add);
        return names;
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
    public Optional<JsonNode> responseSchema(String operationId) {
        Operation operation = operations().get(operationId);
        if (operation == null) {
            return Optional.empty();
        }
        JsonNode responses = operation.node().path("responses");
        JsonNode schema = (responses.has("201") ? responses.path("201") : responses.path("200"))
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

    @Override
    public String toString() {
        return name;
    }
}
