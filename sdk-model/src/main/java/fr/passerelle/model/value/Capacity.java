package fr.passerelle.model.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.rule.RuleViolationException;

/**
 * The total number of places of a date or stock, booked ones included: what is sent when creating and what every
 * response says (reference section 2). Unlimited is a case of its own, never null and never -1.
 */
public final class Capacity extends Places {

    private static final Capacity UNLIMITED = new Capacity(noLimit());

    private Capacity(long count) {
        super(count);
    }

    /**
     * A number of places.
     *
     * @param places 0 or more
     * @throws RuleViolationException if negative
     */
    public static Capacity of(long places) {
        return new Capacity(checked(places));
    }

    /** No limit. */
    public static Capacity unlimited() {
        return UNLIMITED;
    }

    /** The places still to be sold when this many are booked; none if more are booked than there are. */
    public Remaining less(long booked) {
        if (isUnlimited()) {
            return Remaining.unlimited();
        }
        long places = count().getAsLong();
        if (places <= booked) {
            return Remaining.of(0);
        }
        long left = places - booked;
        // More than a long holds is left only if far less than nothing is booked.
        return Remaining.of(left < 0 ? Long.MAX_VALUE : left);
    }

    @JsonCreator
    static Capacity read(Object wire) {
        return new Capacity(readCount(wire));
    }
}
