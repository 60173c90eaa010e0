package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Patch;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.model.value.WireStyle;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Changes what there is to sell of a product (reference 6.1). A product without a stock gets one by it; the price is
 * then required.
 */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutableProductStockPatch.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public abstract class ProductStockPatch {

    /** The price of one piece; 0 to 300 €. Null leaves it. */
    public abstract @Nullable Price price();

    /** The pieces still to be sold after the call; those already booked come on top. Null leaves them. */
    @JsonProperty("quantity")
    public abstract @Nullable Remaining remaining();

    /** Until when it can be booked; in the future. */
    @Value.Default
    @JsonProperty("bookingLimitDatetime")
    public Patch<Instant> bookingLimit() {
        return Patch.keep();
    }

    /** Only the pieces still to be sold. */
    public static ProductStockPatch remaining(Remaining remaining) {
        return builder().remaining(remaining).build();
    }

    ProductStockPatch() {} // only the generated class extends it

    /** Starts a change; what is not named stays as it is. */
    public static Builder builder() {
        return new Builder();
    }

    @Value.Check
    protected void check() {
        new RuleCheck()
                .range("price", OfferRules.cents(price()), 0, PriceCategoryDraft.MAX_PRICE.cents())
                .range("quantity", OfferRules.places(remaining()), 0, DatePatch.MAX_REMAINING)
                .raise();
    }

    /** Builds a change; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutableProductStockPatch.Builder {

        Builder() {}

        /** Sets until when it can be booked. */
        public Builder bookingLimit(Instant instant) {
            return bookingLimit(Patch.to(instant));
        }

        /** It can be booked without end. */
        public Builder clearBookingLimit() {
            return bookingLimit(Patch.clear());
        }
    }
}
