package fr.passerelle.model.collective;

import fr.passerelle.model.value.ResponseStyle;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Which collective offers to list; what is not set does not filter (reference operation 38). */
@Value.Immutable
@ResponseStyle
public interface CollectiveOfferFilter {

    /** Only those in this state. */
    @Nullable
    CollectiveOfferStatus status();

    /** Only those of this venue. */
    @Nullable
    Long venueId();

    /** Only those that start then or later. */
    @Nullable
    Instant periodBeginning();

    /** Only those that start then or earlier. */
    @Nullable
    Instant periodEnding();

    /** Every collective offer that the vendor made by API, up to 500. */
    static CollectiveOfferFilter all() {
        return builder().build();
    }

    /** Every collective offer of one venue, up to 500. */
    static CollectiveOfferFilter ofVenue(long venueId) {
        return builder().venueId(venueId).build();
    }

    /** Starts a filter. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a filter. */
    final class Builder extends ImmutableCollectiveOfferFilter.Builder {
        Builder() {}
    }
}
