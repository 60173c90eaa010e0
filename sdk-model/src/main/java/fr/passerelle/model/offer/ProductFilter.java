package fr.passerelle.model.offer;

import fr.passerelle.model.value.ResponseStyle;
import org.immutables.value.Value;

/** Which products to list; what is not set does not filter (reference operation 27). */
@Value.Immutable
@ResponseStyle
public interface ProductFilter extends OfferFilter {

    /** Every product that the vendor reaches. */
    static ProductFilter all() {
        return builder().build();
    }

    /** Every product of one venue. */
    static ProductFilter ofVenue(long venueId) {
        return builder().venueId(venueId).build();
    }

    /** Starts a filter. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a filter. */
    final class Builder extends ImmutableProductFilter.Builder {
        Builder() {}
    }
}
