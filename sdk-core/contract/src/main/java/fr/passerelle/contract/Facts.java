package fr.passerelle.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The facts of an OpenAPI document as lines of text, both ways: operations, their parameters, bodies and responses; the
 * fields of every type, with what limits them. Nothing else: no description, no example, no default. A line is one of
 *
 * <pre>
 * operation  id  METHOD  path  [deprecated]
 * path|query|header  name  required|optional  type      ; of the operation above
 * body  json|form  type
 * response  status  [type]
 * object  name  open|closed                             ; closed: further fields are refused
 * field  name  required|optional  type                  ; of the object above
 * type  name  type                                      ; what is no object
 * </pre>
 *
 * where a type is written as {@link TypeText} says.
 */
final class Facts {

    private static final String JSON_TYPE = "application/json";
    private static final String FORM_TYPE = "multipart/form-data";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private Facts() {}

    /**
     * The facts of a document.
     *
     * @throws IllegalArgumentException if the document says something that has no words here
     */
    static List<String> write(JsonNode document) {
        List<String> lines = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operation(path.getKey(), method.getKey(), method.getValue(), lines)));
        document.at("/components/schemas").properties().forEach(schema -> schema(schema, lines));
        return lines;
    }

    private static void operation(String path, String method, JsonNode operation, List<String> lines) {
        if (!METHODS.contains(method)) {
            throw new IllegalArgumentException("no words for " + method + " of " + path);
        }
        lines.add("");
        lines.add("operation " + operation.path("operationId").asText() + " " + method.toUpperCase(Locale.ROOT) + " "
                + path + (operation.path("deprecated").asBoolean() ? " deprecated" : ""));
        operation
                .path("parameters")
                .forEach(parameter -> lines.add(parameter.path("in").asText() + " "
                        + parameter.path("name").asText() + " "
                        + needed(parameter.path("required").asBoolean()) + " "
                        + TypeText.write(parameter.path("schema"))));
        operation
                .at("/requestBody/content")
                .properties()
                .forEach(content -> lines.add("body " + (content.getKey().equals(JSON_TYPE) ? "json " : "form ")
                        + TypeText.write(content.getValue().path("schema"))));
        operation.path("responses").properties().forEach(response -> {
            JsonNode schema =
                    response.getValue().path("content").path(JSON_TYPE).path("schema");
            lines.add("response " + response.getKey() + (schema.isObject() ? " " + TypeText.write(schema) : ""));
        });
    }

    private static void schema(Map.Entry<String, JsonNode> named, List<String> lines) {
        JsonNode schema = named.getValue();
        lines.add("");
        if (!schema.has("properties")) {
            lines.add("type " + named.getKey() + " " + TypeText.write(schema));
            return;
        }
        boolean closed = schema.path("additionalProperties").isBoolean()
                && !schema.path("additionalProperties").asBoolean();
        lines.add("object " + named.getKey() + (closed ? " closed" : " open"));
        Set<String> required =
                schema.path("required").valueStream().map(JsonNode::asText).collect(Collectors.toSet());
        schema.path("properties")
                .properties()
                .forEach(field -> lines.add("field " + field.getKey() + " " + needed(required.contains(field.getKey()))
                        + " " + TypeText.write(field.getValue())));
    }

    private static String needed(boolean required) {
        return required ? "required" : "optional";
    }

    /**
     * A document that says what these lines say.
     *
     * @throws IllegalArgumentException if a line is none of those above
     */
    static ObjectNode read(List<String> lines) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("openapi", "3.1.0");
        ObjectNode paths = document.putObject("paths");
        ObjectNode schemas = document.putObject("components").putObject("schemas");
        ObjectNode above = document;
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "operation" -> {
                    above = paths.withObjectProperty(words[3])
                            .putObject(words[2].toLowerCase(Locale.ROOT))
                            .put("operationId", words[1]);
                    if (words.length > 4) {
                        above.put("deprecated", true);
                    }
                    above.putArray("parameters");
                    above.putObject("responses");
                }
                case "path", "query", "header" ->
                    above.withArrayProperty("parameters")
                            .addObject()
                            .put("in", words[0])
                            .put("name", words[1])
                            .put("required", words[2].equals("required"))
                            .set("schema", TypeText.read(after(line, 3)));
                case "body" ->
                    above.putObject("requestBody")
                            .put("required", true)
                            .putObject("content")
                            .putObject(words[1].equals("json") ? JSON_TYPE : FORM_TYPE)
                            .set("schema", TypeText.read(after(line, 2)));
                case "response" -> {
                    ObjectNode response = above.withObjectProperty("responses").putObject(words[1]);
                    if (words.length > 2) {
                        response.putObject("content").putObject(JSON_TYPE).set("schema", TypeText.read(after(line, 2)));
                    }
                }
                case "object" -> {
                    above = schemas.putObject(words[1]).put("title", words[1]).put("type", "object");
                    if (words[2].equals("closed")) {
                        above.put("additionalProperties", false);
                    }
                    above.putObject("properties");
                }
                case "field" -> {
                    above.withObjectProperty("properties").set(words[1], TypeText.read(after(line, 3)));
                    if (words[2].equals("required")) {
                        above.withArrayProperty("required").add(words[1]);
                    }
                }
                case "type" -> schemas.set(words[1], TypeText.read(after(line, 2)));
                default -> throw new IllegalArgumentException("no fact: " + line);
            }
        }
        return document;
    }

    /**
     * Changes a document: operations and types are replaced or added, fields of an object that is there too. A field
     * says anew whether it is required.
     *
     * @throws IllegalArgumentException if a line is no fact
     */
    static void change(ObjectNode document, List<String> lines) {
        ObjectNode changes = read(lines);
        changes.path("paths")
                .properties()
                .forEach(path -> document.withObjectProperty("paths")
                        .withObjectProperty(path.getKey())
                        .setAll((ObjectNode) path.getValue()));
        ObjectNode schemas = document.withObjectProperty("components").withObjectProperty("schemas");
        changes.at("/components/schemas").properties().forEach(type -> {
            if (schemas.get(type.getKey()) instanceof ObjectNode there && there.has("properties")) {
                changeFields(there, type.getValue());
            } else {
                schemas.set(type.getKey(), type.getValue());
            }
        });
    }

    private static void changeFields(ObjectNode there, JsonNode changes) {
        ObjectNode fields = there.withObjectProperty("properties");
        Set<String> required = new LinkedHashSet<>();
        there.path("required").forEach(name -> required.add(name.asText()));
        changes.path("properties").properties().forEach(field -> {
            fields.set(field.getKey(), field.getValue());
            required.remove(field.getKey());
        });
        changes.path("required").forEach(name -> required.add(name.asText()));
        ArrayNode names = there.putArray("required");
        required.forEach(names::add);
    }

    /** What follows this many words. */
    private static String after(String line, int words) {
        int at = 0;
        for (int i = 0; i < words; i++) {
            at = line.indexOf(' ', at) + 1;
        }
        return line.substring(at);
    }
}
