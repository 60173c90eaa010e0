package fr.passerelle.model.value;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What to do with one field of an existing resource. On the wire these are three different things: a field that is
 * absent stays as it is, a null empties it, a value replaces it (reference section 2).
 *
 * @param <T> the type of the field
 */
@JsonSerialize(using = Patch.Writer.class)
public final class Patch<T> {

    private enum Kind {
        KEEP,
        CLEAR,
        TO
    }

    private static final Patch<?> KEEP = new Patch<>(Kind.KEEP, null);
    private static final Patch<?> CLEAR = new Patch<>(Kind.CLEAR, null);

    private final Kind kind;
    private final @Nullable T value;

    private Patch(Kind kind, @Nullable T value) {
        this.kind = kind;
        this.value = value;
    }

    /** Leave the field as it is. */
    @SuppressWarnings("unchecked") // holds no T
    public static <T> Patch<T> keep() {
        return (Patch<T>) KEEP;
    }

    /** Empty the field. */
    @SuppressWarnings("unchecked") // holds no T
    public static <T> Patch<T> clear() {
        return (Patch<T>) CLEAR;
    }

    /** Replace the field. */
    public static <T> Patch<T> to(T value) {
        return new Patch<>(Kind.TO, Objects.requireNonNull(value, "value"));
    }

    /** Whether the field stays as it is. */
    public boolean isKeep() {
        return kind == Kind.KEEP;
    }

    /** Whether the field is emptied. */
    public boolean isClear() {
        return kind == Kind.CLEAR;
    }

    /** The new value; null when the field is kept or emptied. */
    public @Nullable T value() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Patch<?> patch && patch.kind == kind && Objects.equals(patch.value, value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, value);
    }

    /** Tells which of the three, without the value, which may be somebody's. */
    @Override
    public String toString() {
        return isKeep() ? "keep" : isClear() ? "clear" : "to(…)";
    }

    /** A kept field counts as empty, so that {@code JsonInclude.NON_EMPTY} leaves it out. */
    static final class Writer extends JsonSerializer<Patch<?>> {

        @Override
        public boolean isEmpty(SerializerProvider provider, Patch<?> patch) {
            return patch.isKeep();
        }

        @Override
        public void serialize(Patch<?> patch, JsonGenerator json, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(patch.value, json);
        }
    }
}
