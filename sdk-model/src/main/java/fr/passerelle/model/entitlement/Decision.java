package fr.passerelle.model.entitlement;

import fr.passerelle.model.credit.Balance;
import fr.passerelle.model.credit.Ceilings;
import fr.passerelle.model.credit.ExpiryRule;
import fr.passerelle.model.credit.Grant;
import fr.passerelle.model.credit.Interpretation;
import fr.passerelle.model.credit.Regime;
import fr.passerelle.model.credit.Scheme;
import fr.passerelle.model.value.Price;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The bare outcome of the rules at one instant; {@link Entitlement} says the same with everything around it. */
record Decision(
        boolean eligible,
        Reason reason,
        int age,
        @Nullable Scheme scheme,
        Price amount,
        Price newMoney,
        Price carriedOver,
        @Nullable Ceilings ceilings,
        @Nullable Instant expiresAt,
        @Nullable ExpiryRule expiryRule,
        @Nullable Balance remaining,
        @Nullable Regime regime) {

    static Decision no(Reason reason, int age, @Nullable Regime regime) {
        return new Decision(
                false, reason, age, null, Price.FREE, Price.FREE, Price.FREE, null, null, null, null, regime);
    }

    /** A new credit, opened at this instant. */
    static Decision open(
            Person person,
            Scheme scheme,
            Right right,
            Reason reason,
            Price money,
            Price carried,
            Instant at,
            Interpretation reading) {
        ExpiryRule rule = ExpiryRule.of(scheme, at);
        Instant expiry = rule.expiry(person.birthDate(), at, reading);
        // West of Greenwich the day of the birthday began in UTC while the person still counts as younger: what would
        // be opened then has ended already and is worth nothing.
        boolean over = !at.isBefore(expiry);
        Price fresh = over ? Price.FREE : money;
        Price kept = over ? Price.FREE : carried;
        Price amount = fresh.plus(kept);
        return new Decision(
                true,
                reason,
                right.age(),
                scheme,
                amount,
                fresh,
                kept,
                Ceilings.of(scheme, amount, person.department(), at, reading),
                expiry,
                rule,
                null,
                right.regime());
    }

    /** A credit that is there, with this much more on it. */
    static Decision add(
            boolean eligible,
            Reason reason,
            Person person,
            Grant grant,
            Right right,
            Price money,
            Instant at,
            Interpretation reading) {
        Price amount = grant.amount().plus(money);
        Ceilings ceilings = Ceilings.of(grant.scheme(), amount, person.department(), at, reading);
        Balance balance = Balance.within(ceilings, grant.remaining(at).plus(money), Price.FREE, Price.FREE);
        return new Decision(
                eligible,
                reason,
                right.age(),
                grant.scheme(),
                amount,
                money,
                Price.FREE,
                ceilings,
                grant.expiresAt(),
                null,
                balance,
                right.regime());
    }

    /** Whether both say the same, apart from an end that only moves along with the instant asked for. */
    boolean sameResponse(Decision other) {
        return eligible == other.eligible
                && reason == other.reason
                && scheme == other.scheme
                && amount.equals(other.amount)
                && newMoney.equals(other.newMoney)
                && carriedOver.equals(other.carriedOver)
                && Objects.equals(ceilings, other.ceilings)
                && Objects.equals(remaining, other.remaining)
                && Objects.equals(regimeName(), other.regimeName())
                && Objects.equals(formula(), other.formula());
    }

    @Nullable
    String regimeName() {
        return regime == null ? null : regime.name();
    }

    private ExpiryRule.@Nullable Formula formula() {
        return expiryRule == null ? null : expiryRule.formula();
    }
}
