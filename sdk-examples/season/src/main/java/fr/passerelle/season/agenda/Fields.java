package fr.passerelle.season.agenda;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        this.fields = unwrapped(entry);
    }

    /** The first of these fields that holds any text, as it stands in the export. */
    Optional<String> text(String... names) {
        for (String name : names) {
            String text = text(fields.path(name));
            if (text.isBlank()) {
                text = text(envelope.path(name));
            }
            if (!text.isBlank()) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    private static String text(JsonNode node) {
        if (node.isArray()) {
            List<String> items = new ArrayList<>();
            node.forEach(item -> items.add(text(item)));
            items.removeIf(String::isBlank);
            return String.join(", ", items);
        }
        if (node.isObject()) {
            for (String language : LANGUAGES) {
                if (node.path(language).isTextual()) {
                    return node.path(language).asText();
                }
            }
            return "";
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
