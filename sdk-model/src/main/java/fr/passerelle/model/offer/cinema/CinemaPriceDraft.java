package fr.passerelle.model.offer.cinema;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.offer.PriceCategoryDraft;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.WireStyle;
import org.immutables.value.Value;

/** A price of a film's sessions. The programme keeps the prices that are no longer sent. */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutableCinemaPriceDraft.class)
public abstract class CinemaPriceDraft {

    /** The vendor's own name for it; 1 to 70 characters, unique within the film. Blanks around it are dropped. */
    public abstract String idAtProvider();

    /** What beneficiaries read; at most 50 characters, may be empty. */
    public abstract String label();

    /** The price of one place; 0 to 300 €. */
    public abstract Price price();

    CinemaPriceDraft() {} // only the generated class extends it

    /**
     * A price.
     *
     * @throws RuleViolationException with every violation
     */
    public static CinemaPriceDraft of(String idAtProvider, String label, Price price) {
        return builder().idAtProvider(idAtProvider).label(label).price(price).build();
    }

    /** Starts a price. */
    public static Builder builder() {
        return new Builder();
    }

    @Value.Check
    protected CinemaPriceDraft check() {
        RuleCheck check = new RuleCheck();
        CinemaRules.id(check, "idAtProvider", idAtProvider());
        check.required("label", label()).text("label", CinemaRules.strip(label()), 0, PriceCategoryDraft.MAX_LABEL);
        check.required("price", price());
        if (price() != null) {
            check.range("price", price().cents(), 0, PriceCategoryDraft.MAX_PRICE.cents());
        }
        check.raise();
        String id = idAtProvider().strip();
        return id.equals(idAtProvider()) ? this : of(id, label(), price());
    }

    /** Builds a price; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutableCinemaPriceDraft.Builder {
        Builder() {}
    }
}
