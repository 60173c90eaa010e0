package fr.passerelle.model.value;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A list of words that the server may lengthen at any time. The words known today are constants; any other is kept as
 * it came, compares equal to itself and can be sent back.
 */
public abstract class OpenEnum {

    private final String value;
    private final boolean known;

    /** For the lists themselves: their constructors are private. */
    protected OpenEnum(String value, boolean known) {
        this.value = Objects.requireNonNull(value, "value");
        this.known = known;
    }

    /** The word as the wire has it. */
    @JsonValue
    public final String value() {
        return value;
    }

    /** Whether this version of the library knows the word. */
    public final boolean known() {
        return known;
    }

    @Override
    @SuppressWarnings("EqualsGetClass") // the same word in two lists is two things
    public final boolean equals(@Nullable Object other) {
        return other != null && other.getClass() == getClass() && ((OpenEnum) other).value.equals(value);
    }

    @Override
    public final int hashCode() {
        return value.hashCode();
    }

    @Override
    public final String toString() {
        return value;
    }

    /** The constants of one list, filled while its class is initialised and never after. */
    protected static final class Constants<T extends OpenEnum> {

        private final Map<String, T> constants = new LinkedHashMap<>();
        private final BiFunction<String, Boolean, T> make;

        /** Starts a list; {@code make} gets a word and whether it is known. */
        public Constants(BiFunction<String, Boolean, T> make) {
            this.make = make;
        }

        /** A constant. */
        public T known(String value) {
            return known(make.apply(value, true));
        }

        /** A constant that carries facts of its own. */
        public T known(T constant) {
            constants.put(constant.value(), constant);
            return constant;
        }

        /** The constant of this word, or the word kept as unknown. */
        public T of(String value) {
            T constant = constants.get(Objects.requireNonNull(value, "value"));
            return constant != null ? constant : make.apply(value, false);
        }

        /** Every constant, in order of declaration. */
        public List<T> all() {
            return List.copyOf(constants.values());
        }
    }
}
