package fr.passerelle.model.offer;

import fr.passerelle.model.value.ResponseStyle;
import org.immutables.value.Value;

/** Which events to list; what is not set does not filter (reference operation 15). */
@Value.Immutable
@ResponseStyle
public interface EventFilter extends OfferFilter {

    /** Every event that the vendor reaches. */
    static EventFilter all() {
        return builder().build();
    }

    /** Every event of one venue. */
    static EventFilter ofVenue(long venueId) {
        return builder().venueId(venueId).build();
    }

    /** Starts a filter. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a filter. */
    final class Builder extends ImmutableEventFilter.Builder {
        Builder() {}
    }
}
