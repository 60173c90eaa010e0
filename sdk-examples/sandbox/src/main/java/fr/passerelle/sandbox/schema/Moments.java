package fr.passerelle.sandbox.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Datetimes as the server's validation library reads them: lenient in form, strict about offsets where it must be. */
public final class Moments {

    private static final Pattern ISO =
            Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})[T ]([0-9]{1,2}):([0-9]{1,2})"
                    + "(?::([0-9]{1,2})(?:\\.([0-9]{1,6})[0-9]{0,6})?)?(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,18}(\\.[0-9]+)?");

    /** Epoch numbers above this are taken as milliseconds, and so on by thousands. */
    private static final BigDecimal WATERSHED = BigDecimal.valueOf(20_000_000_000L);

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private Moments() {}

    /** A datetime with an offset, in the future: an {@link Instant}. */
    public static Type future() {
        return rules(temporal());
    }

    /** The rules of {@link #future} on top of a type that may also let other values through. */
    public static Type rules(Type type) {
        return (value, path, reading) -> {
            Object read = type.read(value, path, reading);
            if (read instanceof LocalDateTime) {
                reading.problem(path, "The datetime must be timezone-aware.");
                return null;
            }
            if (read instanceof OffsetDateTime aware) {
                if (!aware.toInstant().isAfter(reading.now())) {
                    reading.problem(path, "The datetime must be in the future.");
                }
                return aware.toInstant();
            }
            return read;
        };
    }

    /** Any datetime: an {@link OffsetDateTime}, or a {@link LocalDateTime} when it has no offset. */
    public static Type temporal() {
        return (value, path, reading) -> {
            Temporal read = parse(value);
            if (read == null) {
                reading.problem(path, "invalid datetime format");
            }
            return read;
        };
    }

    /** A datetime of the control plane: an {@link Instant}; without an offset it is in UTC. */
    public static Type utc() {
        return (value, path, reading) -> {
            Object read = temporal().read(value, path, reading);
            return read instanceof Temporal moment ? instant(moment, ZoneOffset.UTC) : null;
        };
    }

    /** The instant of a moment; one without an offset is taken at {@code offset}. */
    public static Instant instant(Temporal moment, ZoneOffset offset) {
        return moment instanceof OffsetDateTime aware
                ? aware.toInstant()
                : LocalDateTime.from(moment).toInstant(offset);
    }

    static @Nullable Temporal parse(JsonNode value) {
        String text = value.asText().strip();
        if (value.isNumber() || (value.isTextual() && NUMBER.matcher(text).matches())) {
            return epoch(value.isNumber() ? value.decimalValue() : new BigDecimal(text));
        }
        Matcher iso = ISO.matcher(text);
        if (!value.isTextual() || !iso.matches()) {
            return null;
        }
        try {
            LocalDateTime local = LocalDateTime.of(
                    number(iso.group(1)),
                    number(iso.group(2)),
                    number(iso.group(3)),
                    number(iso.group(4)),
                    number(iso.group(5)),
                    number(iso.group(6)),
                    micros(iso.group(7)) * 1000);
            String offset = iso.group(8);
            return offset == null ? local : local.atOffset(ZoneOffset.of(offset));
        } catch (DateTimeException noSuchMoment) {
            return null;
        }
    }

    private static @Nullable Temporal epoch(BigDecimal number) {
        BigDecimal seconds = number;
        while (seconds.abs().compareTo(WATERSHED) > 0) {
            seconds = seconds.divide(THOUSAND, 9, RoundingMode.DOWN);
        }
        long micros = seconds.movePointRight(6).longValue();
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int micros(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt((digits + "00000").substring(0, 6));
    }
}
