package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Patch;
import fr.passerelle.model.value.WireStyle;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Changes a product (reference operation 26). What is not named stays as it is; only the fields that the server lets
 * become empty have a {@code clear…()}. The category itself and its EAN cannot change. Paper books, CDs and vinyl are
 * refused here: send them again by their EAN ({@link EanUpsert}).
 */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutableProductPatch.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public abstract class ProductPatch extends OfferPatch {

    /** The fields of its category; the category must be the one it has. Null leaves them. */
    @JsonProperty("categoryRelatedFields")
    public abstract @Nullable ProductCategory category();

    @Override
    @JsonProperty("enableDoubleBookings")
    public abstract @Nullable Boolean duo();

    @Override
    @JsonProperty("publicationDatetime")
    @JsonInclude(JsonInclude.Include.NON_NULL) // "never" is written as null, which is not nothing
    public abstract @Nullable Publication publication();

    /** What there is to sell: kept, changed, or deleted, which cancels every booking that is not used. */
    @Value.Default
    public Patch<ProductStockPatch> stock() {
        return Patch.keep();
    }

    ProductPatch() {} // only the generated class extends it

    /** Starts a change. */
    public static Builder builder() {
        return new Builder();
    }

    @Value.Check
    protected void check() {
        RuleCheck check = checkOffer(category());
        OfferRules.limitAfterOpening(
                check, bookingLimit(), publication(), bookingAllowedDatetime().value());
        check.raise();
    }

    private @Nullable Instant bookingLimit() {
        ProductStockPatch stock = stock().value();
        return stock == null ? null : stock.bookingLimit().value();
    }

    /**
     * Checks what depends on the moment of the call: instants must lie in the future.
     *
     * @throws RuleViolationException with every violation
     */
    public void checkAt(Instant now) {
        checkOfferAt(now).future(OfferRules.STOCK_LIMIT, bookingLimit(), now).raise();
    }

    /** Builds a change; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutableProductPatch.Builder implements Shortcuts<Builder> {

        Builder() {}

        /** Changes what there is to sell. */
        public Builder stock(ProductStockPatch stock) {
            return stock(Patch.to(stock));
        }

        /** Deletes the stock: bookings that are not used are cancelled, used ones stay. */
        public Builder deleteStock() {
            return stock(Patch.clear());
        }
    }
}
