package fr.passerelle.model.value;

import com.fasterxml.jackson.annotation.JsonValue;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.rule.Violation;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Capacity} and {@link Remaining} share: a number of places, or no limit. They are never interchangeable.
 */
abstract class Places {

    static final String UNLIMITED_ON_THE_WIRE = "unlimited";
    private static final long NO_LIMIT = -1;

    private final long count;

    Places(long count) {
        this.count = count;
    }

    static long checked(long count) {
        if (count < 0) {
            throw new RuleViolationException(new Violation("quantity", RuleCode.TOO_SMALL, "0"));
        }
        return count;
    }

    /** The wire's number, or its word for no limit; a negative number, which only a broken stock has, reads as 0. */
    static long readCount(Object wire) {
        if (wire instanceof Number number) {
            return Math.max(0, number.longValue());
        }
        if (UNLIMITED_ON_THE_WIRE.equals(wire)) {
            return NO_LIMIT;
        }
        throw new IllegalArgumentException("a quantity is a number or \"" + UNLIMITED_ON_THE_WIRE + "\"");
    }

    static long noLimit() {
        return NO_LIMIT;
    }

    /** Whether there is no limit. */
    public final boolean isUnlimited() {
        return count == NO_LIMIT;
    }

    /** The number of places; empty when there is no limit. */
    public final OptionalLong count() {
        return isUnlimited() ? OptionalLong.empty() : OptionalLong.of(count);
    }

    @JsonValue
    final Object onTheWire() {
        return isUnlimited() ? (Object) UNLIMITED_ON_THE_WIRE : (Object) count;
    }

    @Override
    @SuppressWarnings("EqualsGetClass") // a total and a remainder of the same number are not equal
    public final boolean equals(@Nullable Object other) {
        return other != null && other.getClass() == getClass() && ((Places) other).count == count;
    }

    @Override
    public final int hashCode() {
        return Long.hashCode(count);
    }

    @Override
    public final String toString() {
        return isUnlimited() ? UNLIMITED_ON_THE_WIRE : Long.toString(count);
    }
}
