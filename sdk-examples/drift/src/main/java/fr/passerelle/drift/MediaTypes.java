package fr.passerelle.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Media types as a contract names them: {@code application/json; charset=utf-8} is {@code application/json}. */
final class MediaTypes {

    private static final String JSON = "application/json";

    private MediaTypes() {}

    /** The schema carrier of what is JSON; missing if nothing is. */
    static JsonNode json(JsonNode content) {
        return content.properties().stream()
                .filter(type -> plain(type.getKey()).equals(JSON))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** All of them, without parameters. */
    static NavigableSet<String> names(JsonNode content) {
        NavigableSet<String> names = new TreeSet<>();
        content.properties().forEach(type -> names.add(plain(type.getKey())));
        return names;
    }

    /** Parameters and case do not make another type (RFC 9110, 8.3.1). */
    private static String plain(String name) {
        int parameters = name.indexOf(';');
        return (parameters < 0 ? name : name.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }
}
