package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.WireStyle;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What there is to sell of a new product (reference 6.1). */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutableProductStockDraft.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public abstract class ProductStockDraft {

    /** The price of one piece; 0 to 300 €. */
    public abstract Price price();

    /** All pieces; at least 1, or unlimited. */
    @JsonProperty("quantity")
    public abstract Capacity capacity();

    /** Until when it can be booked; in the future. Null if there is no end. */
    @JsonProperty("bookingLimitDatetime")
    public abstract @Nullable Instant bookingLimit();

    /**
     * A stock that can be booked without end.
     *
     * @throws RuleViolationException with every violation
     */
    public static ProductStockDraft of(Price price, Capacity capacity) {
        return builder().price(price).capacity(capacity).build();
    }

    ProductStockDraft() {} // only the generated class extends it

    /** Starts a stock. */
    public static Builder builder() {
        return new Builder();
    }

    @Value.Check
    protected void check() {
        new RuleCheck()
                .required("price", price())
                .range("price", OfferRules.cents(price()), 0, PriceCategoryDraft.MAX_PRICE.cents())
                .required("quantity", capacity())
                .range("quantity", OfferRules.places(capacity()), 1, DatePatch.MAX_REMAINING)
                .raise();
    }

    /** Builds a stock; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutableProductStockDraft.Builder {
        Builder() {}
    }
}
