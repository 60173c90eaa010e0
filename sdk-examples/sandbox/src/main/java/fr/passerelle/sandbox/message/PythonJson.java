package fr.passerelle.sandbox.message;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON byte for byte as the programme does, because vendors sign these bytes. It has two ways: Python's
 * {@code json.dumps} with its defaults, for the text around a message, and since 2026 the compact one of its validation
 * library, for the message itself. Keys keep their order. The first escapes everything outside printable ASCII as a
 * lowercase {@code \}{@code uXXXX}, the second only controls; DEL is escaped in both, as the shared signature vectors
 * show.
 */
final class PythonJson {

    private static final char DEL = '\u007f';

    private final StringBuilder out = new StringBuilder();
    private final boolean compact;

    private PythonJson(boolean compact) {
        this.compact = compact;
    }

    /**
     * Writes one value with {@code ", "} and {@code ": "} between, in ASCII.
     *
     * @param value null, text, a number, a boolean, a list of such or a map from text to such
     * @throws IllegalArgumentException if the value is of another kind
     */
    static String dumps(@Nullable Object value) {
        return new PythonJson(false).text(value);
    }

    /**
     * Writes one value without blanks, and what is not ASCII as it is.
     *
     * @param value as for {@link #dumps}
     * @throws IllegalArgumentException if the value is of another kind
     */
    static String compact(@Nullable Object value) {
        return new PythonJson(true).text(value);
    }

    private String text(@Nullable Object value) {
        write(value);
        return out.toString();
    }

    private void write(@Nullable Object value) {
        if (value instanceof String text) {
            writeText(text);
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof List<?> items) {
            writeList(items);
        } else if (value instanceof Map<?, ?> fields) {
            writeMap(fields);
        } else {
            throw new IllegalArgumentException("no JSON form for " + value.getClass());
        }
    }

    private void writeList(List<?> items) {
        var separator = "[";
        for (var item : items) {
            out.append(separator);
            write(item);
            separator = compact ? "," : ", ";
        }
        out.append(items.isEmpty() ? "[]" : "]");
    }

    private void writeMap(Map<?, ?> fields) {
        var separator = "{";
        for (var field : fields.entrySet()) {
            out.append(separator);
            write(field.getKey());
            out.append(compact ? ":" : ": ");
            write(field.getValue());
            separator = compact ? "," : ", ";
        }
        out.append(fields.isEmpty() ? "{}" : "}");
    }

    private void writeText(String text) {
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
                    if (c >= ' ' && (c <= '~' || (compact && c > DEL))) {
                        out.append(c);
                    } else {
                        writeEscape(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private void writeEscape(char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(Character.forDigit((c >> shift) & 0xf, 16));
        }
    }
}
