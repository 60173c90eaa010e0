package fr.passerelle.sandbox.message;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON byte for byte as Python's {@code json.dumps} does with its defaults (reference 9.1), because vendors sign
 * these bytes: {@code ", "} and {@code ": "} separate, keys keep their order, and everything outside printable ASCII is
 * a lowercase {@code \}{@code uXXXX}. DEL is escaped too, as the shared signature vectors show.
 */
final class PythonJson {

    private PythonJson() {}

    /**
     * Writes one value.
     *
     * @param value null, text, a number, a boolean, a list of such or a map from text to such
     * @throws IllegalArgumentException if the value is of another kind
     */
    static String dumps(@Nullable Object value) {
        var out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(@Nullable Object value, StringBuilder out) {
        if (value instanceof String text) {
            writeText(text, out);
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof List<?> items) {
            writeList(items, out);
        } else if (value instanceof Map<?, ?> fields) {
            writeMap(fields, out);
        } else {
            throw new IllegalArgumentException("no JSON form for " + value.getClass());
        }
    }

    private static void writeList(List<?> items, StringBuilder out) {
        var separator = "[";
        for (var item : items) {
            out.append(separator);
            write(item, out);
            separator = ", ";
        }
        out.append(items.isEmpty() ? "[]" : "]");
    }

    private static void writeMap(Map<?, ?> fields, StringBuilder out) {
        var separator = "{";
        for (var field : fields.entrySet()) {
            out.append(separator);
            write(field.getKey(), out);
            out.append(": ");
            write(field.getValue(), out);
            separator = ", ";
        }
        out.append(fields.isEmpty() ? "{}" : "}");
    }

    private static void writeText(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (c >= ' ' && c <= '~') {
                        out.append(c);
                    } else {
                        writeEscape(c, out);
                    }
                }
            }
        }
        out.append('"');
    }

    private static void writeEscape(char c, StringBuilder out) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(Character.forDigit((c >> shift) & 0xf, 16));
        }
    }
}
