package fr.passerelle.model.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.rule.RuleViolationException;

/**
 * The places still to be sold: what is sent when changing a date or stock, and what a vendor answers to a booking
 * (reference section 2). Unlimited is a case of its own, never null and never -1.
 */
public final class Remaining extends Places {

    private static final Remaining UNLIMITED = new Remaining(noLimit());

    private Remaining(long count) {
        super(count);
    }

    /**
     * A number of places.
     *
     * @param places 0 or more
     * @throws RuleViolationException if negative
     */
    public static Remaining of(long places) {
        return new Remaining(checked(places));
    }

    /** No limit. */
    public static Remaining unlimited() {
        return UNLIMITED;
    }

    @JsonCreator
    static Remaining read(Object wire) {
        return new Remaining(readCount(wire));
    }
}
