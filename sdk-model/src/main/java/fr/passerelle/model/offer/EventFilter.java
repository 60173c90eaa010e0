package fr.passerelle.model.offer;

import fr.passerelle.model.value.AnswerStyle;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Which events to list; what is not set does not filter (reference operation 15). */
@Value.Immutable
@AnswerStyle
public interface EventFilter {

    /** Only those of this venue. */
    @Nullable
    Long venueId();

    /** Only those that the vendor calls so. */
    List<String> idsAtProvider();

    /** Only those at this address. */
    @Nullable
    Long addressId();

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
