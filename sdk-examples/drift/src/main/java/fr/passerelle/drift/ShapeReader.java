package fr.passerelle.drift;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.drift.Shape.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads schemas: JSON Schema as OpenAPI 3.1 has it, and the {@code nullable} that OpenAPI 3.0 had in its place and that
 * the programme still writes.
 */
final class ShapeReader {

    /** Far more than a real contract needs, and soon reached by schemas that multiply by referring to each other. */
    private static final int MOST_SCHEMAS = 500_000;

    private static final List<String> LIMITS = List.of(
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "minProperties",
            "maxProperties",
            "multipleOf",
            "pattern",
            "default");

    private final References references;
    private final UnionReader unions = new UnionReader(this);
    private int schemas;

    ShapeReader(References references) {
        this.references = references;
    }

    Shape read(List<Source> sources) {
        Shape shape = new Shape();
        sources.forEach(source -> add(source, shape));
        return shape;
    }

    /** Adds what a schema says to what is known already, as {@code allOf} does. */
    void add(Source source, Shape shape) {
        if (++schemas > MOST_SCHEMAS) {
            throw new UnreadableContractException("file.large", MOST_SCHEMAS);
        }
        JsonNode node = source.node();
        Set<String> trail = source.trail();
        addReference(References.of(node), trail, shape);
        addTypes(node, shape);
        addValues(node, shape);
        addLimits(node, shape);
        node.path("required").forEach(name -> shape.required.add(name.asText()));
        node.path("properties")
                .properties()
                .forEach(property -> shape.properties
                        .computeIfAbsent(property.getKey(), name -> new ArrayList<>())
                        .add(new Source(property.getValue(), trail)));
        if (node.has("items")) {
            shape.items.add(new Source(node.path("items"), trail));
        }
        if (node.path("additionalProperties").isObject()) {
            shape.entries.add(new Source(node.path("additionalProperties"), trail));
        }
        node.path("allOf").forEach(part -> add(new Source(part, trail), shape));
        unions.add(node, node.path("anyOf"), trail, shape);
        unions.add(node, node.path("oneOf"), trail, shape);
    }

    private void addReference(String reference, Set<String> trail, Shape shape) {
        if (reference.isEmpty()) {
            return;
        }
        if (trail.contains(reference)) {
            shape.types.add("→ " + UnionReader.lastName(reference));
            return;
        }
        Set<String> longer = new HashSet<>(trail);
        longer.add(reference);
        add(new Source(references.target(reference), longer), shape);
    }

    private static void addTypes(JsonNode node, Shape shape) {
        shape.nullable |= node.path("nullable").asBoolean();
        String format = node.path("format").asText("");
        JsonNode type = node.path("type");
        for (JsonNode name : type.isArray() ? type : List.of(type)) {
            if (name.asText().equals("null")) {
                shape.nullable = true;
            } else if (name.isTextual()) {
                shape.types.add(format.isEmpty() ? name.asText() : name.asText() + " (" + format + ")");
            }
        }
    }

    private static void addValues(JsonNode node, Shape shape) {
        JsonNode allowed = node.path("enum");
        if (!allowed.isArray() && !node.has("const")) {
            return;
        }
        NavigableSet<String> values = new TreeSet<>();
        for (JsonNode value : allowed.isArray() ? allowed : List.of(node.path("const"))) {
            if (value.isNull()) {
                shape.nullable = true;
            } else {
                values.add(value.isTextual() ? value.asText() : value.toString());
            }
        }
        shape.restrict(values);
    }

    private static void addLimits(JsonNode node, Shape shape) {
        for (String name : LIMITS) {
            JsonNode limit = node.path(name);
            if (!limit.isMissingNode()) {
                shape.limits.put(name, limit.isTextual() ? limit.asText() : limit.toString());
            }
        }
        if (node.path("uniqueItems").asBoolean()) {
            shape.limits.put("uniqueItems", "true");
        }
        JsonNode discriminator = node.path("discriminator").path("propertyName");
        if (discriminator.isTextual()) {
            shape.limits.put("discriminator", discriminator.asText());
        }
    }
}
