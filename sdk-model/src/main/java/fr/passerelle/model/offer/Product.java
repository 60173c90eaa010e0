package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.value.ResponseStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A product as the server sends it (reference operation 25). */
@Value.Immutable
@ResponseStyle
@JsonSerialize(as = ImmutableProduct.class)
@JsonDeserialize(builder = Product.Builder.class)
public interface Product extends Offer {

    /** What kind of product; any of its fields may be null. */
    @JsonProperty("categoryRelatedFields")
    ProductCategory category();

    @Override
    @JsonProperty("enableDoubleBookings")
    @Nullable
    Boolean duo();

    /** What there is to sell; null if nothing, which makes the offer {@link OfferStatus#SOLD_OUT}. */
    @Nullable
    ProductStock stock();

    /** Starts a product, for tests of your own. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a product. */
    final class Builder extends ImmutableProduct.Builder {
        Builder() {}
    }
}
