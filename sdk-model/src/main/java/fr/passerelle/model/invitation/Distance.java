package fr.passerelle.model.invitation;

import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;

/**
 * How far from a place something may be.
 *
 * @param kilometres 1 to 300
 */
public record Distance(int kilometres) {

    /** The farthest. */
    public static final int MAX_KILOMETRES = 300;

    /**
     * Checks the distance.
     *
     * @throws RuleViolationException if it is not between 1 and 300 km
     */
    public Distance {
        new RuleCheck().range("radiusKm", (long) kilometres, 1, MAX_KILOMETRES).raise();
    }

    /** So many kilometres. */
    public static Distance km(int kilometres) {
        return new Distance(kilometres);
    }
}
