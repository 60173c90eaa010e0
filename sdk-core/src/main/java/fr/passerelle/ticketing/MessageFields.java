package fr.passerelle.ticketing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.internal.json.Instants;
import fr.passerelle.model.rule.RuleCheck;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
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
        return valid(value, value.isTextual() && RuleCheck.isStorable(value.textValue()))
                .textValue();
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
        try {
            return Instants.parse(text);
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
