package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Patch;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.WireStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Changes a price of an event; a new amount holds for every date that is not over (reference operation 20). */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutablePriceCategoryPatch.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public abstract class PriceCategoryPatch {

    /** What beneficiaries read; 1 to 50 characters. Null leaves it. */
    public abstract @Nullable String label();

    /** The price of one place; 0 to 300 €. Null leaves it. */
    public abstract @Nullable Price price();

    /** The vendor's own name for it; with a comma in it, filters by {@code idsAtProvider} cannot look it up. */
    @Value.Default
    public Patch<String> idAtProvider() {
        return Patch.keep();
    }

    PriceCategoryPatch() {} // only the generated class extends it

    /** Starts a change; what is not named stays as it is. */
    public static Builder builder() {
        return new Builder();
    }

    @Value.Check
    protected void check() {
        new RuleCheck()
                .text("label", label(), 1, PriceCategoryDraft.MAX_LABEL)
                .range("price", OfferRules.cents(price()), 0, PriceCategoryDraft.MAX_PRICE.cents())
                .text("idAtProvider", idAtProvider().value(), 0, OfferRules.MAX_ID_AT_PROVIDER)
                .raise();
    }

    /** Builds a change; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutablePriceCategoryPatch.Builder {

        Builder() {}

        /** Sets the vendor's own name for it. */
        public Builder idAtProvider(String id) {
            return idAtProvider(Patch.to(id));
        }

        /** Removes the vendor's own name for it. */
        public Builder clearIdAtProvider() {
            return idAtProvider(Patch.clear());
        }
    }
}
