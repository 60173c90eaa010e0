package fr.passerelle.season.agenda;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads JSON-LD without its context: names with or without a prefix, values alone or in lists, texts by language. */
final class Linked {

    private static final List<String> PREFIXES =
            List.of("", "schema:", "rdfs:", "dc:", "ebucore:", "foaf:", "datatourisme:", "owl:");

    private Linked() {}

    /** All that an object has under a name, none of it a list. */
    static List<JsonNode> all(JsonNode object, String name) {
        List<JsonNode> found = new ArrayList<>();
        for (String prefix : PREFIXES) {
            JsonNode value = object.path(prefix + name);
            if (value.isArray()) {
                value.forEach(found::add);
            } else if (!value.isMissingNode() && !value.isNull()) {
                found.add(value);
            }
        }
        return found;
    }

    /** The texts under a name, in French where there is a choice. */
    static List<String> texts(JsonNode object, String name) {
        List<String> texts = new ArrayList<>();
        all(object, name).forEach(value -> add(texts, value));
        return texts;
    }

    /** The first of them. */
    static Optional<String> text(JsonNode object, String name) {
        return texts(object, name).stream().findFirst();
    }

    private static void add(List<String> texts, JsonNode value) {
        if (value.isArray()) {
            value.forEach(item -> add(texts, item));
        } else if (value.isObject()) {
            for (String key : List.of("fr", "@fr", "@value", "en", "@en", "rdfs:label", "label", "@id")) {
                if (value.has(key)) {
                    add(texts, value.get(key));
                    return;
                }
            }
        } else if (!value.asText("").isBlank()) {
            texts.add(value.asText().strip());
        }
    }
}
