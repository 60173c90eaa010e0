package fr.passerelle.sandbox.collective;

import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.schema.Moments;
import fr.passerelle.sandbox.schema.Type;
import fr.passerelle.sandbox.schema.Types;
import fr.passerelle.sandbox.schema.WebAddresses;
import fr.passerelle.sandbox.school.StudentLevel;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kinds of values that collective bodies hold (reference, section 8.1). */
final class CollectiveTypes {

    /** Numbers with larger exponents, harmless to write, would be costly to round. */
    private static final int MAX_EXPONENT = 100;

    private static final int MAX_TICKETS = 3_000;

    private CollectiveTypes() {}

    /**
     * A text of limited length. One that is too long makes the server give up at once, whatever else is wrong with the
     * body.
     */
    static Type shortText(String field, int max) {
        return Types.text().and(String.class, text -> {
            if (text.codePointCount(0, text.length()) > max) {
                throw Refusal.listed(400, field, "The text must have at most " + max + " characters");
            }
            return null;
        });
    }

    /** A list with at least one item. */
    static Type nonEmpty(Type item) {
        return Types.list(item).and(List.class, list -> list.isEmpty() ? "At least one value is required" : null);
    }

    /** At least one e-mail address; what is wrong with any is reported of the list as a whole. */
    static Type emails() {
        return (value, path, reading) -> {
            Object list = nonEmpty(Types.text()).read(value, path, reading);
            for (var item : value) {
                if (item.isTextual()) {
                    WebAddresses.bareEmail().read(item, path, reading);
                }
            }
            return list;
        };
    }

    /** At least one level, each by name or label: a list of {@link StudentLevel}. */
    static Type students() {
        return (value, path, reading) -> {
            Object texts = nonEmpty(Types.text()).read(value, path, reading);
            List<StudentLevel> levels = new ArrayList<>();
            if (texts instanceof List<?>) {
                for (var item : value) {
                    StudentLevel level = StudentLevel.of(item.asText());
                    if (level == null) {
                        reading.problem(path, "Value is not a valid student level: " + item.asText());
                        return null;
                    }
                    levels.add(level);
                }
            }
            return levels;
        };
    }

    /**
     * Euros, not negative: a {@link BigDecimal}.
     *
     * @param negative what is said of a negative amount
     */
    static Type euros(String negative) {
        return (value, path, reading) -> {
            BigDecimal euros = value.isNumber() || value.isTextual() ? number(value.asText()) : null;
            if (euros == null) {
                reading.problem(path, "value is not a valid decimal");
            } else if (euros.signum() < 0) {
                reading.problem(path, negative);
            }
            return euros;
        };
    }

    private static @Nullable BigDecimal number(String text) {
        try {
            BigDecimal number = new BigDecimal(text.strip());
            return Math.abs(number.scale()) > MAX_EXPONENT ? null : number;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    static Type tickets() {
        return Types.atMost(MAX_TICKETS, Types.atLeast(0, Types.integer()));
    }

    /** A datetime that is not in the past, as it was written: with an offset, or in UTC without saying so. */
    static Type notPast() {
        return (value, path, reading) -> {
            Object read = Moments.temporal().read(value, path, reading);
            if (read instanceof Temporal moment
                    && Moments.instant(moment, ZoneOffset.UTC).isBefore(reading.now())) {
                reading.problem(path, "The event cannot be in the past");
                return null;
            }
            return read;
        };
    }

    /** Base64 of at most {@code max} characters, in whole groups of four. */
    static Type base64(int max) {
        return Types.text().and(String.class, text -> {
            if (text.isEmpty() || text.length() % 4 != 0) {
                return "The value must be an image in base64";
            }
            return text.length() > max ? "The image must have at most " + max + " characters in base64" : null;
        });
    }
}
