package fr.passerelle.model.vector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import fr.passerelle.model.value.Price;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the values of a case; a field that is absent or null is null. */
final class Json {

    private static final int DATE_LENGTH = 10;

    /** What has no offset is UTC, as the server stores it. */
    private static final DateTimeFormatter INSTANT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .optionalEnd()
            .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
            .toFormatter(Locale.ROOT);

    private Json() {}

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
        return text.length() == DATE_LENGTH
                ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                : OffsetDateTime.parse(text, INSTANT).toInstant();
    }

    static @Nullable LocalDate date(JsonNode node, String... names) {
        String text = text(node, names);
        return text == null ? null : LocalDate.parse(text.substring(0, Math.min(text.length(), DATE_LENGTH)));
    }

    static Price cents(JsonNode node, String... names) {
        return Price.cents(first(node, names).asLong(0));
    }

    static @Nullable Price centsOrNull(JsonNode node, String... names) {
        JsonNode value = first(node, names);
        return value.isNull() ? null : Price.cents(value.asLong());
    }
}
