package fr.passerelle.sandbox.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Whether a document is the expected one. An object may have more fields than expected, a list no more elements;
 * numbers are equal by value. An object whose fields start with {@code $} is a matcher, and all of it must hold.
 */
final class Matching {

    private Matching() {}

    /** The first difference; empty if there is none. */
    static Optional<String> difference(JsonNode expected, JsonNode actual, String path) {
        if (expected.isObject()) {
            return expected.propertyStream().anyMatch(field -> field.getKey().startsWith("$"))
                    ? first(expected.propertyStream()
                            .map(matcher -> difference(matcher.getKey(), matcher.getValue(), actual, path))
                            .toList())
                    : fields(expected, actual, path);
        }
        if (expected.isArray()) {
            if (!actual.isArray() || actual.size() != expected.size()) {
                return differs(path, expected, actual);
            }
            for (int i = 0; i < expected.size(); i++) {
                Optional<String> found = difference(expected.get(i), actual.get(i), path + "." + i);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        boolean same = (expected.isNumber() && actual.isNumber())
                ? expected.decimalValue().compareTo(actual.decimalValue()) == 0
                : expected.equals(actual);
        return same ? Optional.empty() : differs(path, expected, actual);
    }

    /** Whether an object has exactly these fields. */
    static Optional<String> keys(JsonNode expected, JsonNode actual, String path) {
        Set<String> names = new TreeSet<>();
        expected.forEach(name -> names.add(name.asText()));
        Set<String> found = new TreeSet<>();
        actual.fieldNames().forEachRemaining(found::add);
        return actual.isObject() && names.equals(found)
                ? Optional.empty()
                : Optional.of(path + ": expected the keys " + names + ", got " + found);
    }

    private static Optional<String> fields(JsonNode expected, JsonNode actual, String path) {
        if (!actual.isObject()) {
            return differs(path, expected, actual);
        }
        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            String place = path + "." + field.getKey();
            JsonNode found = actual.get(field.getKey());
            Optional<String> difference =
                    found == null ? Optional.of(place + " is missing") : difference(field.getValue(), found, place);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> difference(String matcher, JsonNode argument, JsonNode actual, String path) {
        boolean holds = switch (matcher) {
            case "$any" -> true;
            case "$type" -> Arrays.stream(argument.asText().split("\\|")).anyMatch(type -> is(type, actual));
            case "$regex" ->
                actual.isTextual()
                        && Pattern.compile(argument.asText())
                                .matcher(actual.asText())
                                .find();
            case "$anyOf" -> argument.valueStream().anyMatch(one -> matches(one, actual));
            case "$all" -> argument.valueStream().allMatch(one -> matches(one, actual));
            case "$not" -> !matches(argument, actual);
            case "$size" -> size(actual) == argument.asInt();
            case "$keys" -> keys(argument, actual, path).isEmpty();
            case "$each" -> actual.isArray() && actual.valueStream().allMatch(one -> matches(argument, one));
            case "$contains" ->
                actual.isArray()
                        && argument.valueStream()
                                .allMatch(item -> actual.valueStream().anyMatch(one -> matches(item, one)));
            case "$unordered" -> actual instanceof ArrayNode list && unordered(argument, list);
            default -> throw new IllegalArgumentException("unknown matcher " + matcher);
        };
        return holds
                ? Optional.empty()
                : Optional.of(path + ": " + matcher + " " + argument + ", got " + shown(actual));
    }

    private static boolean matches(JsonNode expected, JsonNode actual) {
        return difference(expected, actual, "").isEmpty();
    }

    private static boolean is(String type, JsonNode actual) {
        return switch (type) {
            case "integer" -> actual.isIntegralNumber();
            case "number" -> actual.isNumber();
            case "string" -> actual.isTextual();
            case "boolean" -> actual.isBoolean();
            case "array" -> actual.isArray();
            case "object" -> actual.isObject();
            case "null" -> actual.isNull();
            default -> throw new IllegalArgumentException("unknown type " + type);
        };
    }

    private static int size(JsonNode actual) {
        if (actual.isTextual()) {
            return (int) actual.asText().codePoints().count();
        }
        return actual.isContainerNode() ? actual.size() : -1;
    }

    private static boolean unordered(JsonNode expected, ArrayNode actual) {
        List<JsonNode> left = new ArrayList<>(actual.valueStream().toList());
        for (JsonNode item : expected) {
            Optional<JsonNode> found =
                    left.stream().filter(one -> matches(item, one)).findFirst();
            if (found.isEmpty()) {
                return false;
            }
            left.remove(found.get());
        }
        return left.isEmpty();
    }

    private static Optional<String> first(List<Optional<String>> differences) {
        return differences.stream().flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> differs(String path, JsonNode expected, JsonNode actual) {
        return Optional.of(path + ": expected " + shown(expected) + ", got " + shown(actual));
    }

    private static String shown(JsonNode node) {
        String text = node.toString();
        return text.length() > 160 ? text.substring(0, 157) + "..." : text;
    }
}
