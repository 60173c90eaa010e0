package fr.passerelle.counsellor.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import fr.passerelle.model.value.Price;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the values of a case; a field that is absent or null is null. */
final class CaseFields {

    private static final int DATE_LENGTH = 10;

    /** What has no offset is UTC, as the server stores it. */
    private static final DateTimeFormatter INSTANT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .optionalEnd()
            .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
            .toFormatter(Locale.ROOT);

    private CaseFields() {}

    /** The first of these fields that has a value. */
    static JsonNode first(JsonNode node, String... names) {
        for (String name : names) {
            if (node.hasNonNull(name)) {
                return node.get(name);
            }
        }
        return NullNode.getInstance();
    }

    static @Nullable String text(JsonNode node, String... names) {
        JsonNode value = first(node, names);
        return value.isNull() ? null : value.asText();
    }

    static @Nullable Instant instant(JsonNode node, String... names) {
        String text = text(node, names);
        if (text == null) {
            return null;
        }
        return parsed(names[0], text, CaseFields::instant);
    }

    private static Instant instant(String text) {
        return text.length() == DATE_LENGTH
                ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                : OffsetDateTime.parse(text, INSTANT).toInstant();
    }

    static @Nullable LocalDate date(JsonNode node, String... names) {
        String text = text(node, names);
        String day = text == null ? null : text.substring(0, Math.min(text.length(), DATE_LENGTH));
        return day == null ? null : parsed(names[0], day, LocalDate::parse);
    }

    /** Nothing, unless there is a value. */
    static Price cents(JsonNode node, String... names) {
        Price value = centsOrNull(node, names);
        return value == null ? Price.FREE : value;
    }

    static @Nullable Price centsOrNull(JsonNode node, String... names) {
        JsonNode value = first(node, names);
        if (value.isNull()) {
            return null;
        }
        if (!value.canConvertToExactIntegral() || !value.canConvertToLong()) {
            throw new UnreadableCaseException(names[0] + ": " + value + " is not a number of cents");
        }
        return Price.cents(value.asLong());
    }

    /** The value of a field that the case must have. */
    static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new UnreadableCaseException(name + ": missing");
        }
        return value;
    }

    /** The word of this name. */
    static <E extends Enum<E>> E word(Class<E> words, JsonNode node, String name) {
        String text = required(name, text(node, name));
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new UnreadableCaseException(
                        name + ": " + text + " is none of " + Arrays.toString(words.getEnumConstants())));
    }

    private static <T> T parsed(String name, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (DateTimeException noDate) {
            throw new UnreadableCaseException(name + ": " + text + " is not a date or an instant in ISO form");
        }
    }
}
