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

    /** No number of places that anything has: a broken stock may have one below zero. */
    private static final long NO_LIMIT = Long.MIN_VALUE;

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

    /** The wire's whole number as it is, or its word for no limit. What has a fraction or no end is neither. */
    static long readCount(Object wire) {
        if (wire instanceof Integer || wire instanceof Long) {
            long number = ((Number) wire).longValue();
            if (number != NO_LIMIT) {
                return number;
            }
        }
        if (UNLIMITED_ON_THE_WIRE.equals(wire)) {
            return NO_LIMIT;
        }
        throw new IllegalArgumentException("a quantity is a whole number or \"" + UNLIMITED_ON_THE_WIRE + "\"");
    }

    static long noLimit() {
        return NO_LIMIT;
    }

    /** Whether there is no limit. */
    public final boolean isUnlimited() {
        return count == NO_LIMIT;
    }

    /** The number of places; empty when there is no limit. Below zero only if the server says so of a broken stock. */
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
