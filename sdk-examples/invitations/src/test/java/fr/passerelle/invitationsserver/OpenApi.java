package fr.passerelle.invitationsserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** The OpenAPI document of the module, and what it says of a request and its response. */
final class OpenApi {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final OpenApi DOCUMENT = new OpenApi();

    /** An operation of the document. */
    record Operation(String id, String method, String path, Set<String> roles, JsonNode node) {}

    private final JsonNode root;
    private final List<Operation> operations = new ArrayList<>();
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    private OpenApi() {
        try (InputStream file = InvitationsServer.class.getResourceAsStream("openapi.yaml")) {
            root = MAPPER.valueToTree(new Yaml().load(Objects.requireNonNull(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        root.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (!method.getKey().equals("parameters")) {
                        operations.add(operation(path.getKey(), method.getKey(), method.getValue()));
                    }
                }));
    }

    static OpenApi document() {
        return DOCUMENT;
    }

    private static Operation operation(String path, String method, JsonNode node) {
        Set<String> roles = new TreeSet<>();
        node.get("x-roles").forEach(role -> roles.add(role.asText()));
        return new Operation(node.get("operationId").asText(), method.toUpperCase(Locale.ROOT), path, roles, node);
    }

    List<Operation> operations() {
        return operations;
    }

    JsonNode root() {
        return root;
    }

    /** The operation of a request; empty if the document has none. */
    Optional<Operation> find(String method, String path) {
        // A fixed path is meant before one with a variable.
        return operations.stream()
                .filter(each ->
                        each.method().equals(method) && path.matches(each.path().replaceAll("\\{[a-z]+}", "[^/]+")))
                .min((one, other) ->
                        Boolean.compare(one.path().contains("{"), other.path().contains("{")));
    }

    /** What the document has against a body that was sent. */
    List<String> problemsOfRequest(Operation operation, @Nullable JsonNode body) {
        JsonNode described = resolve(operation.node().path("requestBody"));
        if (described.isMissingNode()) {
            return body == null ? List.of() : List.of("has a body and should have none");
        }
        if (body == null) {
            return described.path("required").asBoolean() ? List.of("has no body") : List.of();
        }
        return problems(described.path("content").path("application/json").path("schema"), body);
    }

    /** What the document has against a response. */
    List<String> problemsOfResponse(Operation operation, int status, String type, @Nullable JsonNode body) {
        JsonNode responses = operation.node().get("responses");
        JsonNode described = resolve(responses.path(String.valueOf(status)));
        if (described.isMissingNode()) {
            if (status < 400) {
                return List.of("has status " + status + ", which is not described");
            }
            described = resolve(responses.path("default"));
        }
        JsonNode content = described.path("content");
        if (content.isMissingNode()) {
            return body == null ? List.of() : List.of("has a body and should have none");
        }
        JsonNode schema = content.path(type).path("schema");
        if (schema.isMissingNode()) {
            return List.of("is " + type + ", which is not described");
        }
        return body == null ? List.of("has no body") : problems(schema, body);
    }

    private JsonNode resolve(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isMissingNode() ? node : root.at(reference.asText().substring(1));
    }

    private List<String> problems(JsonNode schema, JsonNode body) {
        Schema valid = compiled.computeIfAbsent(schema.toString(), key -> {
            ObjectNode standalone = schema.deepCopy();
            standalone.set("components", root.get("components"));
            return schemas.getSchema(standalone);
        });
        return valid.validate(body).stream().map(Error::toString).toList();
    }
}
