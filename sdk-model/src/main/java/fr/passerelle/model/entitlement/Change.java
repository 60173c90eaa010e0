package fr.passerelle.model.entitlement;

import java.time.Instant;

/**
 * When a response changes next.
 *
 * @param at the first instant of the new response
 * @param why what happens then
 */
public record Change(Instant at, Why why) {

    /** What makes a response change. */
    public enum Why {
        /** A birthday on some clock. */
        TURNS_15,
        TURNS_16,
        TURNS_17,
        TURNS_18,
        /** The window closes. */
        TURNS_19,
        TURNS_20,
        TURNS_21,
        /** A credit ends. */
        CREDIT_ENDS,
        /** The condition of residence is met. */
        RESIDENT_FOR_MORE_THAN_A_YEAR,
        /** A registration or a grant that was given with a later date. */
        FACT_TAKES_EFFECT,
        /** The rules change. */
        RULES_CHANGE;

        static Why turning(int age) {
            return valueOf("TURNS_" + age);
        }
    }
}
