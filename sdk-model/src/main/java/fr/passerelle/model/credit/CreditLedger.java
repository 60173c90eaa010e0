package fr.passerelle.model.credit;

import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.ResponseStyle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A credit and the bookings that it pays for (rule book 3.2). */
@Value.Immutable
@ResponseStyle
public abstract class CreditLedger {

    /** Far more than any credit; keeps sums away from overflow. */
    private static final long MAX_CENTS = 100_000_000;

    /** Which kind of credit. */
    public abstract Scheme scheme();

    /** All money ever put on it, recredits included. */
    public abstract Price amount();

    /** The first instant at which it cannot be spent any more. */
    public abstract Instant expiresAt();

    /** What the profile says now; null if not known. */
    public abstract @Nullable Department department();

    /** Its bookings, cancelled ones included. */
    public abstract List<Spending> spendings();

    CreditLedger() {} // only the generated class extends it

    /** Starts a ledger. */
    public static Builder builder() {
        return new Builder();
    }

    /** The ledger of a grant, without its bookings. */
    public static Builder of(Grant grant) {
        return builder().scheme(grant.scheme()).amount(grant.amount()).expiresAt(grant.expiresAt());
    }

    @Value.Check
    protected void check() {
        new RuleCheck()
                .range("deposit.amountCents", amount().cents(), 0, MAX_CENTS)
                .raise();
    }

    /** Whether it can be spent at this instant. */
    public boolean activeAt(Instant at) {
        return at.isBefore(expiresAt());
    }

    /** What is left at this instant, by the server's reading. */
    public Balance balance(Instant at) {
        return balance(at, Interpretation.SERVER);
    }

    /** What is left at this instant; nothing once it has expired. */
    public Balance balance(Instant at, Interpretation reading) {
        Ceilings ceilings = Ceilings.of(scheme(), amount(), department(), at, reading);
        return Balance.within(
                ceilings,
                activeAt(at) ? amount().minus(sum(spending -> true)) : Price.FREE,
                sum(spending -> spending.digital(reading)),
                sum(Spending::physical));
    }

    private Price sum(Predicate<Spending> counts) {
        return spendings().stream().filter(counts).map(Spending::counted).reduce(Price.FREE, Price::plus);
    }

    /** Why this credit cannot pay for something at this instant; null if it can. Equality is fine. */
    public @Nullable Refusal refusal(Spending asked, Instant at, Interpretation reading) {
        Balance left = balance(at, reading);
        Price cost = asked.cost();
        if (cost.compareTo(left.all()) > 0) {
            return Refusal.INSUFFICIENT_FUNDS;
        }
        if (asked.digital(reading) && exceeds(cost, left.digital())) {
            return Refusal.DIGITAL_LIMIT;
        }
        return asked.physical() && exceeds(cost, left.physical()) ? Refusal.PHYSICAL_LIMIT : null;
    }

    private static boolean exceeds(Price cost, @Nullable Price left) {
        return left != null && cost.compareTo(left) > 0;
    }

    /** Whether this credit can pay for something at this instant, by the server's reading. */
    public boolean canAfford(Spending asked, Instant at) {
        return refusal(asked, at, Interpretation.SERVER) == null;
    }

    /** The ledger after a booking. */
    public CreditLedger with(Spending booked) {
        List<Spending> all = new ArrayList<>(spendings());
        all.add(booked);
        return new Builder().from(this).spendings(all).build();
    }

    /** The ledger after more money was added. */
    public CreditLedger recredited(Price more) {
        return new Builder().from(this).amount(amount().plus(more)).build();
    }

    /**
     * The ledger after one of its bookings was cancelled.
     *
     * @throws IndexOutOfBoundsException if it has no booking of this index
     */
    public CreditLedger cancelled(int index) {
        List<Spending> all = new ArrayList<>(spendings());
        all.set(index, all.get(index).cancelled());
        return new Builder().from(this).spendings(all).build();
    }

    /**
     * What can be spent again if one of its bookings is cancelled: nothing if the credit has expired meanwhile.
     *
     * @throws IndexOutOfBoundsException if it has no booking of this index
     */
    public Price refund(int index, Instant at) {
        return cancelled(index).balance(at).all().minus(balance(at).all());
    }

    /** Builds a ledger; {@code build()} throws {@link RuleViolationException} for a negative amount. */
    public static final class Builder extends ImmutableCreditLedger.Builder {
        Builder() {}
    }
}
