package fr.passerelle.sandbox.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The types of most routes, in the words of the first version of the validation library. */
public final class Types {

    private static final Set<String> TRUE = Set.of("1", "on", "t", "true", "y", "yes");
    private static final Set<String> FALSE = Set.of("0", "off", "f", "false", "n", "no");
    private static final Pattern INTEGER = Pattern.compile("\\s*[+-]?[0-9]{1,18}\\s*");

    private Types() {}

    /** A text of any length; numbers are taken as their text. */
    public static Type text() {
        return text(0, Integer.MAX_VALUE);
    }

    public static Type text(int max) {
        return text(0, max);
    }

    /** A text of {@code min} to {@code max} characters. */
    public static Type text(int min, int max) {
        return (value, path, reading) -> {
            String text = asText(value);
            if (text == null) {
                reading.problem(path, "str type expected");
                return null;
            }
            int length = text.codePointCount(0, text.length());
            if (length < min) {
                reading.problem(path, "ensure this value has at least " + min + " characters");
            } else if (length > max) {
                reading.problem(path, "ensure this value has at most " + max + " characters");
            }
            return text;
        };
    }

    static @Nullable String asText(JsonNode value) {
        return value.isTextual() || value.isNumber() ? value.asText() : null;
    }

    /** A text that matches a regular expression as a whole. */
    public static Type matching(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return text().and(
                        String.class,
                        text -> pattern.matcher(text).matches()
                                ? null
                                : "string does not match regex \"" + regex + "\"");
    }

    /** An integer; texts and numbers with decimals are made one, {@code 10.7} giving 10. */
    public static Type integer() {
        return (value, path, reading) -> {
            Long number = asLong(value);
            if (number == null) {
                reading.problem(path, "value is not a valid integer");
            }
            return number;
        };
    }

    static @Nullable Long asLong(JsonNode value) {
        if (value.isBoolean()) {
            return value.asBoolean() ? 1L : 0L;
        }
        if (value.isNumber()) {
            BigDecimal whole = value.decimalValue().setScale(0, RoundingMode.DOWN);
            return whole.precision() > 18 ? null : Long.valueOf(whole.longValueExact());
        }
        return value.isTextual() && INTEGER.matcher(value.asText()).matches()
                ? Long.valueOf(value.asText().strip())
                : null;
    }

    /** An integer written as such. */
    public static Type strictInteger() {
        return (value, path, reading) -> {
            if (!value.isIntegralNumber() || !value.canConvertToLong()) {
                reading.problem(path, "value is not a valid integer");
                return null;
            }
            return value.longValue();
        };
    }

    /** The type, with an inclusive lower bound. */
    public static Type atLeast(long min, Type type) {
        return type.and(
                Long.class, number -> number >= min ? null : "ensure this value is greater than or equal to " + min);
    }

    /** The type, with an exclusive lower bound. */
    public static Type above(long bound, Type type) {
        return type.and(Long.class, number -> number > bound ? null : "ensure this value is greater than " + bound);
    }

    /** The type, with an inclusive upper bound. */
    public static Type atMost(long max, Type type) {
        return type.and(
                Long.class, number -> number <= max ? null : "ensure this value is less than or equal to " + max);
    }

    /** A boolean, or one of the many ways to write one. */
    public static Type flag() {
        return (value, path, reading) -> {
            String text = value.isNumber()
                    ? value.decimalValue().stripTrailingZeros().toPlainString()
                    : value.asText().toLowerCase(Locale.ROOT);
            if (TRUE.contains(text)) {
                return true;
            }
            if (!FALSE.contains(text)) {
                reading.problem(path, "value could not be parsed to a boolean");
            }
            return false;
        };
    }

    /** One of some words. */
    public static Type word(Collection<String> words) {
        String permitted = "'" + String.join("', '", words) + "'";
        return (value, path, reading) -> {
            if (!value.isTextual() || !words.contains(value.asText())) {
                reading.problem(path, "unexpected value; permitted: " + permitted);
                return null;
            }
            return value.asText();
        };
    }

    /** One of the members of an enumeration, which differs from {@link #word} only in its message. */
    public static Type member(Collection<String> words) {
        String permitted = "'" + String.join("', '", words) + "'";
        return (value, path, reading) -> {
            if (!value.isTextual() || !words.contains(value.asText())) {
                reading.problem(path, "value is not a valid enumeration member; permitted: " + permitted);
                return null;
            }
            return value.asText();
        };
    }

    /** A list of any length. */
    public static Type list(Type item) {
        return list(item, Integer.MAX_VALUE);
    }

    /** A list of at most {@code max} items. */
    public static Type list(Type item, int max) {
        return (value, path, reading) -> {
            if (!value.isArray()) {
                reading.problem(path, "value is not a valid list");
                return null;
            }
            if (value.size() > max) {
                reading.problem(path, "ensure this value has at most " + max + " items");
                return null;
            }
            List<@Nullable Object> items = new ArrayList<>();
            for (int i = 0; i < value.size(); i++) {
                String place = path + "." + i;
                if (value.get(i).isNull()) {
                    reading.problem(place, "none is not an allowed value");
                } else {
                    items.add(item.read(value.get(i), place, reading));
                }
            }
            return items;
        };
    }

    /** The first of several types that fits; when none does, every one's problems are reported. */
    public static Type anyOf(List<? extends Type> types) {
        return (value, path, reading) -> {
            Reading all = reading.attempt();
            for (Type type : types) {
                Reading attempt = reading.attempt();
                Object read = type.read(value, path, attempt);
                if (attempt.isClean()) {
                    return read;
                }
                all.addAll(attempt);
            }
            reading.addAll(all);
            return null;
        };
    }

    /** A member of a union told apart by one of its fields. */
    public record Variant(String modelName, Schema schema) {}

    /**
     * A union whose members are told apart by the value of one field. Errors below it carry the member's model name in
     * their path.
     *
     * @param field the field's name on the wire
     * @param serverName the server's own name for it, also accepted, and the one its messages show
     */
    public static Type union(String field, String serverName, Map<String, Variant> variants) {
        String allowed = "'" + String.join("', '", variants.keySet()) + "'";
        return (value, path, reading) -> {
            JsonNode tag = value.get(value.has(field) ? field : serverName);
            if (tag == null) {
                reading.problem(path, "Discriminator '" + serverName + "' is missing in value");
                return null;
            }
            Variant variant = variants.get(tag.asText());
            if (variant == null) {
                reading.problem(
                        path,
                        "No match for discriminator '" + serverName + "' and value '" + tag.asText()
                                + "' (allowed values: " + allowed + ")");
                return null;
            }
            return variant.schema().read(value, Schema.at(path, variant.modelName()), reading);
        };
    }
}
