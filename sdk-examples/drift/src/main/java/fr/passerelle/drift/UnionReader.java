package fr.passerelle.drift;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.drift.Shape.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads {@code anyOf} and {@code oneOf}. Null among the members makes the place nullable, simple members give it
 * several types, and each object among them is a variant with a name of its own.
 */
final class UnionReader {

    private final ShapeReader schemas;

    UnionReader(ShapeReader schemas) {
        this.schemas = schemas;
    }

    /** Adds a union to what is known already. */
    void add(JsonNode union, JsonNode members, Set<String> trail, Shape shape) {
        List<Source> real = new ArrayList<>();
        List<Shape> shapes = new ArrayList<>();
        for (JsonNode member : members) {
            Source source = new Source(member, trail);
            Shape read = schemas.read(List.of(source));
            if (read.isOnlyNull()) {
                shape.nullable = true;
            } else {
                real.add(source);
                shapes.add(read);
            }
        }
        if (real.size() == 1 && !union.has("discriminator")) {
            schemas.add(real.get(0), shape);
            return;
        }
        Optional<NavigableSet<String>> values = real.isEmpty() ? Optional.empty() : Optional.of(new TreeSet<>());
        for (int i = 0; i < real.size(); i++) {
            Shape member = shapes.get(i);
            shape.types.addAll(member.types);
            shape.nullable |= member.nullable;
            if (member.isObject()) {
                String name = name(union, real.get(i), member, i);
                shape.variants.computeIfAbsent(name, first -> new ArrayList<>()).add(real.get(i));
                continue;
            }
            shape.limits.putAll(member.limits);
            shape.items.addAll(member.items);
            shape.entries.addAll(member.entries);
            values = values.flatMap(known -> member.values.map(more -> {
                known.addAll(more);
                return known;
            }));
        }
        values.filter(some -> !some.isEmpty()).ifPresent(shape::restrict);
    }

    /** What the discriminator calls a member, else the one value that tells it apart, else the name of its schema. */
    private String name(JsonNode union, Source member, Shape shape, int index) {
        String reference = References.of(member.node());
        JsonNode discriminator = union.path("discriminator");
        String mapped = discriminator.path("mapping").properties().stream()
                .filter(entry -> !reference.isEmpty()
                        && lastName(entry.getValue().asText()).equals(lastName(reference)))
                .map(entry -> entry.getKey())
                .sorted()
                .collect(Collectors.joining("|"));
        if (!mapped.isEmpty()) {
            return mapped;
        }
        String property = discriminator.path("propertyName").asText("");
        return shape.properties.entrySet().stream()
                .filter(entry -> property.isEmpty() || property.equals(entry.getKey()))
                .flatMap(entry -> schemas.read(entry.getValue()).values.stream())
                .filter(values -> values.size() == 1)
                .map(NavigableSet::first)
                .findFirst()
                .orElseGet(() -> reference.isEmpty()
                        ? member.node().path("title").asText("#" + (index + 1))
                        : lastName(reference));
    }

    /** The name at the end of a reference. */
    static String lastName(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
