package fr.passerelle.sandbox.schema;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSON object that satisfied its schema. Knows which fields were sent, a null included. */
public final class Form {

    /** The server adds a day to moments, and the calendar of its language ends with this one. */
    private static final Instant LAST_DAY = Instant.parse("9999-12-31T00:00:00Z");

    private final Map<String, @Nullable Object> values = new HashMap<>();

    void put(String name, @Nullable Object value) {
        values.put(name, value);
    }

    /** Whether the field was sent, be it as null. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** The names of the fields that were sent. */
    public Set<String> names() {
        return values.keySet();
    }

    /** The value, or null when it was null or not sent. */
    public @Nullable Object get(String name) {
        return values.get(name);
    }

    public @Nullable String text(String name) {
        return (String) values.get(name);
    }

    public String text(String name, String fallback) {
        String value = text(name);
        return value == null ? fallback : value;
    }

    public String requiredText(String name) {
        return required(name, text(name));
    }

    public @Nullable Long number(String name) {
        return (Long) values.get(name);
    }

    public long number(String name, long fallback) {
        Long value = number(name);
        return value == null ? fallback : value;
    }

    public long requiredNumber(String name) {
        return required(name, number(name));
    }

    public @Nullable Boolean flag(String name) {
        return (Boolean) values.get(name);
    }

    public boolean flag(String name, boolean fallback) {
        Boolean value = flag(name);
        return value == null ? fallback : value;
    }

    public @Nullable Instant instant(String name) {
        return (Instant) values.get(name);
    }

    public Instant requiredInstant(String name) {
        return required(name, instant(name));
    }

    public @Nullable Form form(String name) {
        return (Form) values.get(name);
    }

    public Form requiredForm(String name) {
        return required(name, form(name));
    }

    /** The objects of a list; none when it was null or not sent. */
    public List<Form> forms(String name) {
        return items(name, Form.class);
    }

    /** The texts of a list; none when it was null or not sent. */
    public List<String> texts(String name) {
        return items(name, String.class);
    }

    /** The items of a list, which are all of one kind; none when it was null or not sent. */
    public <T> List<T> items(String name, Class<T> kind) {
        Object value = values.get(name);
        return value == null
                ? List.of()
                : ((List<?>) value).stream().map(kind::cast).toList();
    }

    /** Whether it holds what the server can read, and crashes on when it stores it. */
    boolean crashes() {
        return values.values().stream().anyMatch(Form::crashes);
    }

    private static boolean crashes(@Nullable Object value) {
        if (value instanceof Form form) {
            return form.crashes();
        }
        if (value instanceof List<?> items) {
            return items.stream().anyMatch(Form::crashes);
        }
        if (value instanceof String text) {
            return text.indexOf(0) >= 0;
        }
        return value instanceof Instant instant
                ? !instant.isBefore(LAST_DAY)
                : value instanceof Temporal moment
                        && !Moments.instant(moment, ZoneOffset.UTC).isBefore(LAST_DAY);
    }

    private static <T> T required(String name, @Nullable T value) {
        return Objects.requireNonNull(value, name);
    }
}
