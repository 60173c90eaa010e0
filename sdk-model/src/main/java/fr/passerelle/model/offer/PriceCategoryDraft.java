package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.WireStyle;
import java.util.ArrayList;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A price to add to an event (reference 5.6). */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutablePriceCategoryDraft.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public abstract class PriceCategoryDraft {

    /** Longest label, in characters. */
    public static final int MAX_LABEL = 50;

    /** Highest price of one place: 300 €. */
    public static final Price MAX_PRICE = Price.cents(30_000);

    /** Most price categories in one call, and of one event. */
    public static final int MAX_PER_EVENT = 50;

    /** What beneficiaries read; 1 to 50 characters. */
    public abstract String label();

    /** The price of one place; 0 to 300 €. */
    public abstract Price price();

    /**
     * The vendor's own name for it, at most 70 characters, unique within the event. The server takes a comma in it, but
     * then cannot look it up: filters by {@code idsAtProvider} refuse such a name.
     */
    public abstract @Nullable String idAtProvider();

    /**
     * A price without a name of the vendor's.
     *
     * @throws RuleViolationException with every violation
     */
    public static PriceCategoryDraft of(String label, Price price) {
        return builder().label(label).price(price).build();
    }

    PriceCategoryDraft() {} // only the generated class extends it

    /** Starts a price. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts from this one. */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    @Value.Check
    protected void check() {
        new RuleCheck()
                .required("label", label())
                .text("label", label(), 1, MAX_LABEL)
                .required("price", price())
                .range("price", OfferRules.cents(price()), 0, MAX_PRICE.cents())
                .text("idAtProvider", idAtProvider(), 0, OfferRules.MAX_ID_AT_PROVIDER)
                .raise();
    }

    /**
     * Checks what concerns several price categories of one call: how many, and that neither ids nor (label, price)
     * pairs repeat.
     */
    public static void checkTogether(List<PriceCategoryDraft> drafts, RuleCheck check) {
        check.size("priceCategories", drafts, MAX_PER_EVENT)
                .unique(ids(drafts), i -> "priceCategories." + i + ".idAtProvider")
                .unique(labelsAndPrices(drafts), i -> "priceCategories." + i + ".label");
        for (int i = 0; i < drafts.size(); i++) {
            if (drafts.get(i) == null) {
                check.report("priceCategories." + i, RuleCode.REQUIRED);
            }
        }
    }

    private static List<@Nullable String> ids(List<PriceCategoryDraft> drafts) {
        List<@Nullable String> ids = new ArrayList<>(drafts.size());
        for (PriceCategoryDraft draft : drafts) {
            ids.add(draft == null ? null : draft.idAtProvider());
        }
        return ids;
    }

    private static List<@Nullable Object> labelsAndPrices(List<PriceCategoryDraft> drafts) {
        List<@Nullable Object> pairs = new ArrayList<>(drafts.size());
        for (PriceCategoryDraft draft : drafts) {
            pairs.add(draft == null ? null : List.of(draft.label(), draft.price()));
        }
        return pairs;
    }

    /** Builds a price; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutablePriceCategoryDraft.Builder {
        Builder() {}
    }
}
