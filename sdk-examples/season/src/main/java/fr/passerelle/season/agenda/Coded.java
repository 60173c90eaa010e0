package fr.passerelle.season.agenda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.passerelle.commandline.read.Words;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A value that agendas number: {@code 6}, {@code "6"}, {@code {"id": 6, "label": …}}, the same inside a string, or one
 * of its words.
 */
final class Coded {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Coded() {}

    /**
     * The number; empty if the value is none that is known.
     *
     * @param words the number of each word, plain
     */
    static OptionalInt read(JsonNode value, Map<String, Integer> words) {
        if (value.isObject()) {
            JsonNode id = value.path("id");
            return read(id.isMissingNode() ? value.path("label") : id, words);
        }
        if (value.isArray()) {
            return value.size() == 1 ? read(value.get(0), words) : OptionalInt.empty();
        }
        if (value.isIntegralNumber() && value.canConvertToInt()) {
            return OptionalInt.of(value.intValue());
        }
        if (!value.isTextual()) {
            return OptionalInt.empty();
        }
        String text = value.asText().strip();
        if (text.matches("-?[0-9]{1,2}(?:\\.0)?")) {
            return OptionalInt.of(Integer.parseInt(text.replace(".0", "")));
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            return inside(text).map(inner -> read(inner, words)).orElse(OptionalInt.empty());
        }
        Integer number = words.get(Words.joined(text));
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** The JSON that a string holds. */
    static Optional<JsonNode> inside(String text) {
        try {
            return Optional.of(JSON.readTree(text));
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }
}
