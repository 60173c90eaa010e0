package fr.passerelle.model.collective;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.value.ResponseStyle;
import org.immutables.value.Value;

/**
 * A collective offer as the server lists it (reference operation 38). The list holds the first 500 offers by number
 * that this vendor made by API, and there is no next page: narrow it down by venue, state or period.
 */
@Value.Immutable
@ResponseStyle
@JsonSerialize(as = ImmutableCollectiveOfferSummary.class)
@JsonDeserialize(builder = CollectiveOfferSummary.Builder.class)
public interface CollectiveOfferSummary extends CollectiveOfferState {

    /** Starts a list item, for tests of your own. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a list item. */
    final class Builder extends ImmutableCollectiveOfferSummary.Builder {
        Builder() {}
    }
}
