package fr.passerelle.model.beneficiary;

import java.time.Instant;

/**
 * When an answer changes next.
 *
 * @param at the first instant of the new answer
 * @param why what happens then
 */
public record Change(Instant at, Why why) {

    /** What makes an answer change. */
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

        static Why turns(int age) {
            return valueOf("TURNS_" + age);
        }
    }
}
