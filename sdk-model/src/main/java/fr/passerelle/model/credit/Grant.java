package fr.passerelle.model.credit;

import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.WireStyle;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A credit that somebody holds or held: the server's deposit with its recredits (rule book 1.8). */
@Value.Immutable
@WireStyle
public abstract class Grant {

    /** Far more than any credit; keeps sums away from overflow. */
    private static final long MAX_CENTS = 100_000_000;

    /** The rule for grants without a stored end does not look at the birthday. */
    private static final LocalDate NO_BIRTHDAY = LocalDate.EPOCH;

    /** Which kind. */
    public abstract Scheme scheme();

    /** All money ever put on it, recredits included. */
    public abstract Price amount();

    /** What bookings that stay with it have taken. */
    @Value.Default
    public Price spent() {
        return Price.FREE;
    }

    /** What bookings have taken that would move to the next credit: confirmed or used, not paid to the venue yet. */
    @Value.Default
    public Price pending() {
        return Price.FREE;
    }

    /** When it was opened. */
    public abstract Instant grantedAt();

    /** When it ends; two years after the grant if the server stored nothing (grants before 2021-02-10). */
    @Value.Default
    public Instant expiresAt() {
        return ExpiryRule.of(Scheme.GRANT_18_V1, Instant.EPOCH).expiry(NO_BIRTHDAY, grantedAt(), Interpretation.SERVER);
    }

    /** What was added after it was opened. */
    public abstract List<RecreditType> recredits();

    Grant() {} // only the generated class extends it

    /** Starts a grant. */
    public static Builder builder() {
        return new Builder();
    }

    @Value.Check
    protected void check() {
        new RuleCheck()
                .required("scheme", scheme())
                .required("amountCents", amount())
                .required("grantedAt", grantedAt())
                .range("amountCents", cents(amount()), 0, MAX_CENTS)
                .range("spentCents", cents(spent()), 0, MAX_CENTS)
                .range("pendingBookingsCents", cents(pending()), 0, MAX_CENTS)
                .raise();
    }

    private static @Nullable Long cents(@Nullable Price price) {
        return price == null ? null : price.cents();
    }

    /** Whether it can be spent at this instant. */
    public boolean activeAt(Instant at) {
        return at.isBefore(expiresAt());
    }

    /** Whether it has this recredit. */
    public boolean has(RecreditType type) {
        return recredits().contains(type);
    }

    /** What a new credit takes over: all but what stays spent; the bookings that move keep their price. */
    public Price carriedOver() {
        return atLeastNothing(amount().minus(spent()));
    }

    /** What is left at this instant; nothing once it has expired. */
    public Price remaining(Instant at) {
        return activeAt(at) ? atLeastNothing(amount().minus(spent()).minus(pending())) : Price.FREE;
    }

    private static Price atLeastNothing(Price price) {
        return price.compareTo(Price.FREE) < 0 ? Price.FREE : price;
    }

    /** Builds a grant; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutableGrant.Builder {
        Builder() {}
    }
}
