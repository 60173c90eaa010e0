package fr.passerelle.drift;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads the operations of a document. */
final class OperationReader {

    private static final List<String> VERBS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final References references;
    private final ShapeReader schemas;

    OperationReader(References references) {
        this.references = references;
        this.schemas = new ShapeReader(references);
    }

    List<Operation> all(JsonNode paths) {
        List<Operation> operations = new ArrayList<>();
        paths.properties().forEach(path -> {
            JsonNode item = references.resolved(path.getValue());
            VERBS.stream()
                    .filter(item::has)
                    .forEach(verb -> operations.add(operation(verb, path.getKey(), item, item.path(verb))));
        });
        return operations;
    }

    private Operation operation(String verb, String path, JsonNode item, JsonNode node) {
        return new Operation(
                node.path("operationId").asText(""),
                verb.toUpperCase(Locale.ROOT),
                path,
                node.path("deprecated").asBoolean(),
                request(path, item, node),
                response(node.path("responses")));
    }

    private Fields request(String path, JsonNode item, JsonNode node) {
        FieldsReader fields = new FieldsReader(schemas);
        parameters(item, node).forEach((name, parameter) -> {
            boolean inPath = parameter.path("in").asText().equals("path");
            JsonNode schema = parameter.has("schema") ? parameter.path("schema") : firstContent(parameter);
            fields.add(
                    inPath ? Places.inPath(path, parameter.path("name").asText()) : name,
                    schema,
                    parameter.path("required").asBoolean());
        });
        JsonNode body = references.resolved(node.path("requestBody"));
        if (!body.isMissingNode()) {
            fields.add(Places.BODY, firstContent(body), body.path("required").asBoolean());
            fields.addNames(Places.BODY_TYPES, MediaTypes.names(body.path("content")));
        }
        return fields.fields();
    }

    /** Those of the operation over those of its path. */
    private Map<String, JsonNode> parameters(JsonNode item, JsonNode node) {
        Map<String, JsonNode> byName = new TreeMap<>();
        for (JsonNode list : List.of(item.path("parameters"), node.path("parameters"))) {
            for (JsonNode given : list) {
                JsonNode parameter = references.resolved(given);
                byName.put(
                        parameter.path("in").asText() + " "
                                + parameter.path("name").asText(),
                        parameter);
            }
        }
        return byName;
    }

    private Fields response(JsonNode responses) {
        FieldsReader fields = new FieldsReader(schemas);
        NavigableSet<String> statuses = new TreeSet<>();
        responses.properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .forEach(response -> {
                    statuses.add(response.getKey());
                    JsonNode content = references.resolved(response.getValue()).path("content");
                    JsonNode json = MediaTypes.json(content);
                    if (!json.isMissingNode()) {
                        fields.add(Places.RESPONSE, json.path("schema"), true);
                    }
                });
        fields.addNames(Places.STATUSES, statuses);
        return fields.fields();
    }

    /** The schema of the JSON that is carried, or of whatever else is. */
    private static JsonNode firstContent(JsonNode carrier) {
        JsonNode content = carrier.path("content");
        return Stream.concat(Stream.of(MediaTypes.json(content)), content.valueStream())
                .filter(media -> !media.isMissingNode())
                .findFirst()
                .map(media -> media.path("schema"))
                .orElse(content);
    }
}
