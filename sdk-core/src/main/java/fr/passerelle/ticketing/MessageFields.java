package fr.passerelle.ticketing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.internal.json.PlainInstant;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.OptionalLong;

/** The fields of a message by wire name; one that is absent or of another type makes the message invalid. */
record MessageFields(ObjectNode object) {

    boolean has(String name) {
        return object.has(name);
    }

    String text(String name) throws RefusedMessageException {
        return text(object.path(name));
    }

    static String text(JsonNode value) throws RefusedMessageException {
        return valid(value, value.isTextual() && isStorable(value.textValue())).textValue();
    }

    /** Without NUL and lone surrogates, which the server's database never held, and the vendor's may not take. */
    private static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (Character.isSurrogate(character)) {
                boolean pair = i + 1 < text.length() && Character.isSurrogatePair(character, text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            } else if (character == 0) {
                return false;
            }
        }
        return true;
    }

    Optional<String> optionalText(String name) throws RefusedMessageException {
        return isNull(name) ? Optional.empty() : Optional.of(text(name));
    }

    long number(String name) throws RefusedMessageException {
        JsonNode value = object.path(name);
        return valid(value, value.isIntegralNumber() && value.canConvertToLong())
                .longValue();
    }

    long number(String name, long min, long max) throws RefusedMessageException {
        long number = number(name);
        valid(object, min <= number && number <= max);
        return number;
    }

    OptionalLong optionalNumber(String name) throws RefusedMessageException {
        return isNull(name) ? OptionalLong.empty() : OptionalLong.of(number(name));
    }

    /**
     * The server's datetimes are naive and mean UTC (reference 2); should it ever write an offset, the offset counts.
     */
    Instant instant(String name) throws RefusedMessageException {
        String text = text(name);
        Instant plain = PlainInstant.parse(text);
        if (plain != null) {
            return plain;
        }
        try {
            TemporalAccessor time =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return time instanceof LocalDateTime naive ? naive.toInstant(ZoneOffset.UTC) : Instant.from(time);
        } catch (DateTimeException malformed) {
            throw new RefusedMessageException(DeskOutcome.MESSAGE_INVALID);
        }
    }

    Optional<Instant> optionalInstant(String name) throws RefusedMessageException {
        return isNull(name) ? Optional.empty() : Optional.of(instant(name));
    }

    LocalDate date(String name) throws RefusedMessageException {
        try {
            return LocalDate.parse(text(name));
        } catch (DateTimeException malformed) {
            throw new RefusedMessageException(DeskOutcome.MESSAGE_INVALID);
        }
    }

    JsonNode array(String name) throws RefusedMessageException {
        JsonNode value = object.path(name);
        return valid(value, value.isArray());
    }

    private boolean isNull(String name) {
        JsonNode value = object.path(name);
        return value.isNull() || value.isMissingNode();
    }

    private static JsonNode valid(JsonNode value, boolean holds) throws RefusedMessageException {
        if (!holds) {
            throw new RefusedMessageException(DeskOutcome.MESSAGE_INVALID);
        }
        return value;
    }
}
