package fr.passerelle.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The type of a field or a parameter as the table of facts writes it, both ways:
 *
 * <pre>
 * type   = ( "any" | simple | name | [ simple ] "one-of" literal *literal
 *          | "list" "(" type ")" | "map" "(" type ")" | "any-of" "(" type *( "|" type ) ")"
 *          | "by" field "(" literal name *( "|" literal name ) ")" )  *limit  [ "or-null" ]
 * simple = "string" | "integer" | "number" | "boolean" | "object"
 * limit  = word "=" literal            ; max-length=90
 * literal = a JSON string, number or boolean
 * </pre>
 *
 * {@code by} is a union of which a field tells the member.
 */
final class TypeText {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String NULL = "or-null";

    private static final Pattern TOKEN = Pattern.compile(
            "[a-z-]+=(?:\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s()|]+)|\"(?:[^\"\\\\]|\\\\.)*\"|[()|]|[^\\s()|]+");

    private static final Set<String> SIMPLE = Set.of("string", "integer", "number", "boolean", "object");

    /** The limits that are facts, and their words here. */
    private static final Map<String, String> LIMITS = limits();

    private static final Map<String, String> KEYWORDS =
            LIMITS.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    /** What a schema says about a value besides what it must be. */
    private static final Set<String> LEFT_OUT = Set.of("title", "description", "example", "examples", "default");

    private TypeText() {}

    private static Map<String, String> limits() {
        Map<String, String> limits = new LinkedHashMap<>();
        limits.put("format", "format");
        limits.put("minimum", "min");
        limits.put("exclusiveMinimum", "above");
        limits.put("maximum", "max");
        limits.put("minLength", "min-length");
        limits.put("maxLength", "max-length");
        limits.put("minItems", "min-items");
        limits.put("maxItems", "max-items");
        limits.put("uniqueItems", "unique");
        limits.put("pattern", "pattern");
        return limits;
    }

    /**
     * The type that a JSON Schema describes.
     *
     * @throws IllegalArgumentException if the schema says something that has no words here
     */
    static String write(JsonNode schema) {
        ObjectNode left = schema.deepCopy();
        left.remove(LEFT_OUT);
        boolean nullable = left.path("nullable").asBoolean();
        left.remove("nullable");
        List<JsonNode> choices =
                new ArrayList<>(left.path("anyOf").valueStream().toList());
        nullable |= choices.removeIf(choice -> "null".equals(choice.path("type").asText()));
        String type = core(left, choices);
        StringBuilder text = new StringBuilder(type);
        LIMITS.forEach((keyword, word) -> {
            JsonNode limit = left.remove(keyword);
            if (limit != null) {
                text.append(' ').append(word).append('=').append(limit);
            }
        });
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("no words for " + left);
        }
        if (nullable && !type.endsWith(NULL)) {
            text.append(' ').append(NULL);
        }
        return text.toString();
    }

    private static String core(ObjectNode left, List<JsonNode> choices) {
        JsonNode reference = left.remove("$ref");
        if (reference != null) {
            return name(reference);
        }
        if (left.remove("anyOf") != null) {
            return choices.size() == 1 ? write(choices.get(0)) : "any-of ( " + joined(choices) + " )";
        }
        JsonNode all = left.remove("allOf");
        if (all != null) {
            if (all.size() != 1) {
                throw new IllegalArgumentException("no words for " + all);
            }
            return write(all.path(0));
        }
        JsonNode members = left.remove("oneOf");
        if (members != null) {
            return union(members, left.remove("discriminator"));
        }
        JsonNode type = left.remove("type");
        JsonNode words = left.remove("enum");
        if (words != null) {
            return (type == null ? "" : type.asText() + " ") + "one-of "
                    + words.valueStream().map(JsonNode::toString).collect(Collectors.joining(" "));
        }
        JsonNode values = left.remove("additionalProperties");
        if (values != null) {
            left.remove("propertyNames"); // the keys of a map are not told
            return values.isObject() ? "map ( " + write(values) + " )" : "object";
        }
        JsonNode items = left.remove("items");
        if (items != null) {
            return "list ( " + write(items) + " )";
        }
        return type == null ? "any" : type.asText();
    }

    private static String union(JsonNode members, JsonNode discriminator) {
        Map<String, String> named = new LinkedHashMap<>();
        discriminator.path("mapping").properties().forEach(it -> named.put(it.getKey(), name(it.getValue())));
        Set<String> known =
                members.valueStream().map(it -> name(it.path("$ref"))).collect(Collectors.toSet());
        if (!known.equals(Set.copyOf(named.values()))) {
            throw new IllegalArgumentException("members without a name: " + members);
        }
        return "by " + discriminator.path("propertyName").asText() + " ( "
                + named.entrySet().stream()
                        .map(it -> JSON.textNode(it.getKey()) + " " + it.getValue())
                        .collect(Collectors.joining(" | "))
                + " )";
    }

    private static String joined(List<JsonNode> choices) {
        return choices.stream().map(TypeText::write).collect(Collectors.joining(" | "));
    }

    private static String name(JsonNode reference) {
        String name = reference.asText();
        if (!name.startsWith(SCHEMAS)) {
            throw new IllegalArgumentException("no words for " + reference);
        }
        return name.substring(SCHEMAS.length());
    }

    /**
     * The JSON Schema of a type.
     *
     * @throws IllegalArgumentException if the text is no type
     */
    static ObjectNode read(String text) {
        Queue<String> tokens =
                TOKEN.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(ArrayDeque::new));
        try {
            ObjectNode type = type(tokens);
            if (!tokens.isEmpty()) {
                throw new IllegalArgumentException("no type: " + text);
            }
            return type;
        } catch (JsonProcessingException | NoSuchElementException e) {
            throw new IllegalArgumentException("no type: " + text, e);
        }
    }

    private static ObjectNode type(Queue<String> tokens) throws JsonProcessingException {
        ObjectNode type = bare(tokens.remove(), tokens);
        while (!tokens.isEmpty() && tokens.element().contains("=") && !isLiteral(tokens.element())) {
            String limit = tokens.remove();
            int equals = limit.indexOf('=');
            String keyword = KEYWORDS.get(limit.substring(0, equals));
            if (keyword == null) {
                throw new IllegalArgumentException("no limit: " + limit);
            }
            type.set(keyword, MAPPER.readTree(limit.substring(equals + 1)));
        }
        if (!NULL.equals(tokens.peek())) {
            return type;
        }
        tokens.remove();
        if (!type.has("$ref")) {
            return type.put("nullable", true);
        }
        ObjectNode wrapped = JSON.objectNode();
        wrapped.putArray("allOf").add(type);
        return wrapped.put("nullable", true);
    }

    private static ObjectNode bare(String word, Queue<String> tokens) throws JsonProcessingException {
        ObjectNode type = JSON.objectNode();
        if (SIMPLE.contains(word)) {
            type.put("type", word);
            return "one-of".equals(tokens.peek()) ? type.setAll(bare(tokens.remove(), tokens)) : type;
        }
        switch (word) {
            case "any" -> {}
            case "one-of" -> {
                ArrayNode words = type.putArray("enum");
                while (!tokens.isEmpty() && isLiteral(tokens.element())) {
                    words.add(MAPPER.readTree(tokens.remove()));
                }
            }
            case "list" -> {
                type.put("type", "array");
                take("(", tokens);
                type.set("items", type(tokens));
                take(")", tokens);
            }
            case "map" -> {
                type.put("type", "object");
                take("(", tokens);
                type.set("additionalProperties", type(tokens));
                take(")", tokens);
            }
            case "any-of" -> {
                ArrayNode choices = type.putArray("anyOf");
                take("(", tokens);
                do {
                    choices.add(type(tokens));
                } while (isNext(tokens));
            }
            case "by" -> {
                ArrayNode members = type.putArray("oneOf");
                ObjectNode discriminator = type.putObject("discriminator").put("propertyName", tokens.remove());
                ObjectNode mapping = discriminator.putObject("mapping");
                take("(", tokens);
                do {
                    String value = MAPPER.readTree(tokens.remove()).asText();
                    ObjectNode member = reference(tokens.remove());
                    mapping.set(value, member.path("$ref"));
                    if (members.valueStream().noneMatch(member::equals)) {
                        members.add(member);
                    }
                } while (isNext(tokens));
            }
            default -> type.setAll(reference(word));
        }
        return type;
    }

    private static ObjectNode reference(String name) {
        if (!name.matches("\\w+")) {
            throw new IllegalArgumentException("no type: " + name);
        }
        return JSON.objectNode().put("$ref", SCHEMAS + name);
    }

    /** Whether another member of a union follows; takes the bar before it, or the end of the union. */
    private static boolean isNext(Queue<String> tokens) {
        if ("|".equals(tokens.peek())) {
            tokens.remove();
            return true;
        }
        take(")", tokens);
        return false;
    }

    private static void take(String token, Queue<String> tokens) {
        String found = tokens.remove();
        if (!found.equals(token)) {
            throw new IllegalArgumentException("expected " + token + ", found " + found);
        }
    }

    private static boolean isLiteral(String token) {
        return token.matches("\".*|-?\\d.*|true|false");
    }
}
