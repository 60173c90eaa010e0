package fr.passerelle.sandbox.schema;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collection;
import java.util.List;

/** The types of the bookings list, in the words of the second version of the validation library. */
public final class TypesV2 {

    private TypesV2() {}

    /** An integer, also when written as text. */
    public static Type integer() {
        return (value, path, reading) -> {
            boolean cut = value.isNumber()
                    && value.decimalValue().stripTrailingZeros().scale() > 0;
            Long number = cut ? null : Types.asLong(value);
            if (number == null) {
                reading.problem(
                        path,
                        cut
                                ? "Input should be a valid integer, got a number with a fractional part"
                                : "Input should be a valid integer, unable to parse string as an integer");
            }
            return number;
        };
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
