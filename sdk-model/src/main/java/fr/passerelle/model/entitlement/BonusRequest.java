package fr.passerelle.model.entitlement;

import fr.passerelle.model.rule.RuleCheck;
import org.jspecify.annotations.Nullable;

/**
 * What somebody brings to ask for the bonus (rule book 1.9). A disability comes first if both are given.
 *
 * @param lowestQuotient the lowest monthly family quotient of the twelve months from the 16th birthday in which the
 *     person was listed in the household; null if it is not asked for on this ground
 * @param disabled whether the person holds a disability allowance
 */
public record BonusRequest(@Nullable Long lowestQuotient, boolean disabled) {

    public BonusRequest {
        new RuleCheck()
                .range("lowestMonthlyQuotientFamilialWhile16", lowestQuotient, 0, Long.MAX_VALUE)
                .raise();
    }

    /** On the ground of a family quotient. */
    public static BonusRequest quotient(long lowest) {
        return new BonusRequest(lowest, false);
    }

    /** On the ground of a disability. */
    public static BonusRequest disability() {
        return new BonusRequest(null, true);
    }
}
