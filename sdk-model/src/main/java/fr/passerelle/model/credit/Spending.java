package fr.passerelle.model.credit;

import fr.passerelle.model.booking.BookingStatus;
import fr.passerelle.model.offer.CategoryId;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.ResponseStyle;
import java.util.Set;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What a booking takes, or would take, from a credit. */
@Value.Immutable
@ResponseStyle
public abstract class Spending {

    /** Far more than any credit; keeps products away from overflow. */
    private static final long MAX_CENTS = 100_000_000;

    /** E-books, which the law does not limit. */
    private static final Set<CategoryId> BOOKS = Set.of(CategoryId.LIVRE_NUMERIQUE, CategoryId.ABO_LIVRE_NUMERIQUE);

    /** What is booked. */
    public abstract CategoryId category();

    /** Whether the offer is reached by a URL. */
    @Value.Default
    public boolean hasUrl() {
        return false;
    }

    /** The price of one place. */
    public abstract Price unitPrice();

    /** Places: 1, or 2 for a duo. Both are paid by the one who books. */
    @Value.Default
    public int quantity() {
        return 1;
    }

    /** The state of the booking. */
    @Value.Default
    public BookingStatus status() {
        return BookingStatus.CONFIRMED;
    }

    /** The total after a partial finance incident, which counts instead; null if there was none. */
    public abstract @Nullable Price correctedTotal();

    Spending() {} // only the generated class extends it

    /** Starts one place of an offer at this price. */
    public static Builder of(CategoryId category, Price unitPrice) {
        return new Builder().category(category).unitPrice(unitPrice);
    }

    @Value.Check
    protected void check() {
        Price corrected = correctedTotal();
        new RuleCheck()
                .range("unitPriceCents", unitPrice().cents(), 0, MAX_CENTS)
                .range("quantity", (long) quantity(), 0, MAX_CENTS)
                .range("partialIncidentNewTotalCents", corrected == null ? null : corrected.cents(), 0, MAX_CENTS)
                .raise();
    }

    /** The price of all places. */
    public Price cost() {
        return unitPrice().times(quantity());
    }

    /** What it takes from the credit now: nothing once it is cancelled. */
    public Price counted() {
        if (status().equals(BookingStatus.CANCELLED)) {
            return Price.FREE;
        }
        Price corrected = correctedTotal();
        return corrected == null ? cost() : corrected;
    }

    /** Whether it counts against the digital ceiling. The law leaves books out (rule book 6, row 16). */
    public boolean digital(Interpretation reading) {
        return hasUrl() && category().digital() && !(reading == Interpretation.LAW && BOOKS.contains(category()));
    }

    /** Whether it counts against the ceiling for goods. */
    public boolean physical() {
        return !hasUrl() && category().physical();
    }

    /** The same booking, cancelled. */
    public Spending cancelled() {
        return new Builder().from(this).status(BookingStatus.CANCELLED).build();
    }

    /** Builds a spending; {@code build()} throws {@link RuleViolationException} for a negative amount. */
    public static final class Builder extends ImmutableSpending.Builder {
        Builder() {}
    }
}
