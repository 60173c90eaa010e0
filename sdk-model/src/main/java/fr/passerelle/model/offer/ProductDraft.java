package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.WireStyle;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A product to create (reference operation 25). Paper books, CDs and vinyl are not created so, but by their EAN
 * ({@link EanUpsert}).
 */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutableProductDraft.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public abstract class ProductDraft extends OfferDraft {

    /** What kind of product, with the fields of that kind. */
    @JsonProperty("categoryRelatedFields")
    public abstract ProductCategory category();

    /** Whether one booking may take two pieces; no, unless set. Only {@code CARTE_MUSEE} allows it. */
    @Override
    @Value.Default
    @JsonProperty("enableDoubleBookings")
    public boolean duo() {
        return false;
    }

    @Override
    @JsonProperty("publicationDatetime")
    public abstract @Nullable Publication publication();

    /** What there is to sell. Null if nothing yet: the product is created sold out. */
    public abstract @Nullable ProductStockDraft stock();

    ProductDraft() {} // only the generated class extends it

    /** Starts a product. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts from this one. */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    @Value.Check
    protected void check() {
        RuleCheck check = checkOffer(category());
        OfferRules.limitAfterOpening(check, bookingLimit(), publication(), bookingAllowedDatetime());
        check.raise();
    }

    private @Nullable Instant bookingLimit() {
        ProductStockDraft stock = stock();
        return stock == null ? null : stock.bookingLimit();
    }

    /**
     * Checks what depends on the moment of the call: instants must lie in the future, a publication at most two years
     * ahead.
     *
     * @throws RuleViolationException with every violation
     */
    public void checkAt(Instant now) {
        checkOfferAt(now).future(OfferRules.STOCK_LIMIT, bookingLimit(), now).raise();
    }

    /** Builds a product; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutableProductDraft.Builder {
        Builder() {}
    }
}
