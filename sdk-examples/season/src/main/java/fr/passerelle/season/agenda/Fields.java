package fr.passerelle.season.agenda;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The fields of one record, read with patience: exports of the same events name them differently, leave them out, or
 * hold numbers, lists and translations where text is expected.
 */
final class Fields {

    /** Wrappers around the fields: records of the first Opendatasoft format, and of the second one's older answers. */
    private static final List<List<String>> WRAPPERS = List.of(List.of("record", "fields"), List.of("fields"));

    private static final List<String> LANGUAGES = List.of("fr", "en");

    private final JsonNode envelope;
    private final JsonNode fields;

    Fields(JsonNode entry) {
        this.envelope = entry;
        this.fields = FrenchNames.translated(unwrapped(entry));
    }

    /** The first of these fields that holds any text, as it stands in the export; a dot leads into an object. */
    Optional<String> text(String... names) {
        return nodes(names).map(Fields::text).filter(text -> !text.isBlank()).findFirst();
    }

    /** The first of these fields that holds a list or an object, as JSON. */
    Optional<String> json(String... names) {
        return nodes(names)
                .filter(JsonNode::isContainerNode)
                .map(JsonNode::toString)
                .findFirst();
    }

    /** The first of these fields that holds anything. */
    Optional<JsonNode> value(String... names) {
        return nodes(names)
                .filter(node -> !node.isMissingNode()
                        && !node.isNull()
                        && !(node.isTextual() && node.asText().isBlank()))
                .filter(node -> !node.isContainerNode() || !node.isEmpty())
                .findFirst();
    }

    /**
     * A text that a record may have in several languages: {@code name}, or {@code name_fr}, {@code name_en},
     * {@code name_de}.
     */
    Optional<String> translated(String name) {
        return text(name, name + "_fr", name + "_en")
                .or(() -> fields.properties().stream()
                        .filter(field -> field.getKey().matches(Pattern.quote(name) + "_[a-z]{2}"))
                        .map(field -> text(field.getValue()))
                        .filter(text -> !text.isBlank())
                        .findFirst());
    }

    private Stream<JsonNode> nodes(String... names) {
        return Stream.of(names)
                .map(name -> JsonPointer.compile("/" + name.replace('.', '/')))
                .flatMap(path -> Stream.of(fields.at(path), envelope.at(path)));
    }

    private static String text(JsonNode node) {
        if (node.isArray()) {
            List<String> items = new ArrayList<>();
            node.forEach(item -> items.add(text(item)));
            items.removeIf(String::isBlank);
            return String.join(", ", items);
        }
        if (node.isObject()) {
            return Stream.concat(
                            LANGUAGES.stream().map(node::path),
                            node.properties().stream()
                                    .filter(entry -> entry.getKey().length() == 2)
                                    .map(Map.Entry::getValue))
                    .map(Fields::text)
                    .filter(text -> !text.isBlank())
                    .findFirst()
                    .orElse("");
        }
        return node.isNull() ? "" : node.asText("");
    }

    private static JsonNode unwrapped(JsonNode entry) {
        for (List<String> wrapper : WRAPPERS) {
            JsonNode inner = entry;
            for (String name : wrapper) {
                inner = inner.path(name);
            }
            if (inner.isObject()) {
                return inner;
            }
        }
        return entry;
    }
}
