package fr.passerelle.season.agenda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.passerelle.commandline.read.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A value that agendas number: {@code 6}, {@code "6"}, {@code {"id": 6, "label": …}}, the same inside a string, or one
 * of its words, bare or as schema.org writes them.
 */
final class Coded {

    /** Some exports have passed through Python, whose quotes are single. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

    /** Where the number or the word of an object stands, the most telling first. */
    private static final List<String> PARTS = List.of("id", "value", "code", "label", "fr", "en");

    /** Names of schema.org are addresses. */
    private static final Pattern SCHEMA_ORG = Pattern.compile("(?i)^(?:https?://)?schema\\.org/");

    private Coded() {}

    /**
     * The number; empty if the value is none that is known.
     *
     * @param words the number of each word, plain
     */
    static OptionalInt read(JsonNode value, Map<String, Integer> words) {
        if (value.isObject()) {
            for (String name : PARTS) {
                if (!value.path(name).isMissingNode()) {
                    return read(value.path(name), words);
                }
            }
            return OptionalInt.empty();
        }
        if (value.isArray()) {
            return value.size() == 1 ? read(value.get(0), words) : OptionalInt.empty();
        }
        if (value.isIntegralNumber() && value.canConvertToInt()) {
            return OptionalInt.of(value.intValue());
        }
        if (value.isFloatingPointNumber() && value.doubleValue() == value.intValue()) {
            return OptionalInt.of(value.intValue());
        }
        if (!value.isTextual() && !value.isBoolean()) {
            return OptionalInt.empty();
        }
        String text = SCHEMA_ORG.matcher(value.asText().strip()).replaceFirst("");
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
