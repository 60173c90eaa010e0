package fr.passerelle.sandbox.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The types of newer routes, in the words of the second version of the validation library. */
public final class TypesV2 {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,18}(\\.[0-9]{1,30})?(e[+-]?[0-9]{1,2})?");

    /** An integer as text, maybe with zeros after a point. */
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,18}(?:\\.0{1,9})?");

    /** A day, which is its midnight. */
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-([0-9]{2})-[0-9]{2}");

    private static final int DAY_LENGTH = 10;

    private TypesV2() {}

    /** A text of {@code min} to {@code max} characters, without the blanks around it. */
    public static Type text(int min, int max) {
        return (value, path, reading) -> {
            if (!value.isTextual()) {
                reading.problem(path, "Input should be a valid string");
                return null;
            }
            String text = value.asText().strip();
            int length = text.codePointCount(0, text.length());
            if (length < min) {
                reading.problem(path, "String should have at least " + characters(min));
            } else if (length > max) {
                reading.problem(path, "String should have at most " + characters(max));
            }
            return text;
        };
    }

    private static String characters(int n) {
        return n + (n == 1 ? " character" : " characters");
    }

    /** A text that matches a regular expression, without the blanks around it. */
    public static Type matching(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return text(0, Integer.MAX_VALUE)
                .and(
                        String.class,
                        text -> pattern.matcher(text).matches() ? null : "String should match pattern '" + regex + "'");
    }

    /** A number from {@code min} to {@code max}, also when written as text: a {@link BigDecimal}. */
    public static Type decimal(int min, int max) {
        Type decimal = (value, path, reading) -> {
            BigDecimal number = asDecimal(value);
            if (number == null) {
                reading.problem(
                        path,
                        value.isTextual()
                                ? "Input should be a valid number, unable to parse string as a number"
                                : "Input should be a valid number");
            }
            return number;
        };
        return decimal.and(
                        BigDecimal.class,
                        number -> number.compareTo(BigDecimal.valueOf(min)) >= 0
                                ? null
                                : "Input should be greater than or equal to " + min)
                .and(
                        BigDecimal.class,
                        number -> number.compareTo(BigDecimal.valueOf(max)) <= 0
                                ? null
                                : "Input should be less than or equal to " + max);
    }

    private static @Nullable BigDecimal asDecimal(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue();
        }
        String text = value.asText().strip();
        return value.isTextual() && DECIMAL.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    /** An integer, also when written as text. */
    public static Type integer() {
        return (value, path, reading) -> {
            boolean cut = value.isNumber()
                    && value.decimalValue().stripTrailingZeros().scale() > 0;
            boolean whole =
                    value.isTextual() && WHOLE.matcher(value.asText().strip()).matches();
            Long number = whole
                    ? Long.valueOf(new BigDecimal(value.asText().strip()).longValue())
                    : cut || value.isTextual() ? null : Types.asLong(value);
            if (number == null) {
                reading.problem(path, "Input should be a valid integer" + notAnInteger(value, cut));
            }
            return number;
        };
    }

    private static String notAnInteger(JsonNode value, boolean cut) {
        if (cut) {
            return ", got a number with a fractional part";
        }
        return value.isTextual() ? ", unable to parse string as an integer" : "";
    }

    public static Type atLeast(long min, Type type) {
        return type.and(Long.class, number -> number >= min ? null : "Input should be greater than or equal to " + min);
    }

    public static Type above(long bound, Type type) {
        return type.and(Long.class, number -> number > bound ? null : "Input should be greater than " + bound);
    }

    public static Type atMost(long max, Type type) {
        return type.and(Long.class, number -> number <= max ? null : "Input should be less than or equal to " + max);
    }

    /** A boolean, or one of the many ways to write one. */
    public static Type flag() {
        return (value, path, reading) -> {
            Reading attempt = reading.attempt();
            Object read = value.isValueNode() && !value.isNull() ? Types.flag().read(value, path, attempt) : null;
            if (read == null) {
                reading.problem(path, "Input should be a valid boolean");
            } else if (!attempt.isClean()) {
                reading.problem(path, "Input should be a valid boolean, unable to interpret input");
            }
            return read;
        };
    }

    /** A list of {@code min} to {@code max} items. */
    public static Type list(int min, int max, Type item) {
        return (value, path, reading) -> {
            if (!value.isArray()) {
                reading.problem(path, "Input should be a valid list");
                return null;
            }
            if (value.size() < min || value.size() > max) {
                String bound = value.size() < min ? "at least " + items(min) : "at most " + items(max);
                reading.problem(path, "List should have " + bound + " after validation, not " + value.size());
                return null;
            }
            List<@Nullable Object> read = new ArrayList<>();
            for (int i = 0; i < value.size(); i++) {
                read.add(item.read(value.get(i), path + "." + i, reading));
            }
            return read;
        };
    }

    private static String items(int n) {
        return n + (n == 1 ? " item" : " items");
    }

    /** A datetime with an offset, in the future: an {@link Instant}. */
    public static Type future() {
        return (value, path, reading) -> {
            Temporal read = Moments.parse(value);
            if (read == null && value.isTextual() && isDay(value.asText().strip())) {
                read = LocalDate.parse(value.asText().strip()).atStartOfDay();
            }
            if (read == null) {
                reading.problem(
                        path,
                        "Input should be a valid datetime"
                                + (value.isTextual()
                                        ? " or date, " + problem(value.asText().strip())
                                        : ""));
                return null;
            }
            if (!(read instanceof OffsetDateTime aware)) {
                reading.problem(path, "Input should have timezone info");
                return null;
            }
            Instant instant = aware.toInstant();
            if (!instant.isAfter(reading.now())) {
                reading.problem(path, "Input should be in the future");
            }
            return instant;
        };
    }

    private static boolean isDay(String text) {
        try {
            return DAY.matcher(text).matches() && LocalDate.parse(text) != null;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    /** What is wrong with the day that a datetime begins with, or with what follows it. */
    private static String problem(String text) {
        Matcher day = DAY.matcher(text.substring(0, Math.min(text.length(), DAY_LENGTH)));
        if (text.length() < DAY_LENGTH) {
            return "input is too short";
        }
        if (!day.matches()) {
            return "invalid character in year";
        }
        int month = Integer.parseInt(day.group(1));
        if (month < 1 || month > 12) {
            return "month value is outside expected range of 1-12";
        }
        return isDay(day.group())
                ? "unexpected extra characters at the end of the input"
                : "day value is outside expected range";
    }

    /** One of the members of an enumeration. */
    public static Type member(Collection<String> words) {
        List<String> quoted = words.stream().map(word -> "'" + word + "'").toList();
        String last = quoted.get(quoted.size() - 1);
        String allowed = String.join(", ", quoted.subList(0, quoted.size() - 1)) + " or " + last;
        return (value, path, reading) -> {
            if (!value.isTextual() || !words.contains(value.asText())) {
                reading.problem(path, "Input should be " + allowed);
                return null;
            }
            return value.asText();
        };
    }

    /** A datetime, or a day, which is its midnight; without an offset it is in UTC. */
    public static Type moment() {
        return (value, path, reading) -> {
            Reading attempt = reading.attempt();
            Object read = Moments.utc().read(value, path, attempt);
            if (!attempt.isClean()) {
                attempt = reading.attempt();
                read = Moments.utc().read(midnight(value.asText()), path, attempt);
            }
            if (!attempt.isClean()) {
                reading.problem(path, "Input should be a valid datetime or date, invalid character in year");
            }
            return read;
        };
    }

    private static TextNode midnight(String day) {
        return TextNode.valueOf(day + "T00:00");
    }
}
