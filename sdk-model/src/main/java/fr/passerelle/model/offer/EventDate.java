package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.model.value.ResponseStyle;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** One performance in one price category, as the server sends it; the server calls it a stock (reference 5.7). */
@Value.Immutable
@ResponseStyle
@JsonSerialize(as = ImmutableEventDate.class)
@JsonDeserialize(builder = EventDate.Builder.class)
public interface EventDate {

    /** The programme's number for it, which a booking calls {@code stockId}: to the server a date is a stock. */
    long id();

    /** When it begins. */
    @JsonProperty("beginningDatetime")
    Instant beginning();

    /** Until when it can be booked. */
    @JsonProperty("bookingLimitDatetime")
    Instant bookingLimit();

    /** Places booked so far. */
    long bookedQuantity();

    /** All places, booked ones included. */
    @JsonProperty("quantity")
    Capacity capacity();

    /** The price of a place. */
    PriceCategory priceCategory();

    /** The vendor's own name for it. */
    @Nullable
    String idAtProvider();

    /** The places still to be sold: capacity less booked. */
    default Remaining remaining() {
        return capacity().less(bookedQuantity());
    }

    /** Starts a date, for tests of your own. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a date. */
    final class Builder extends ImmutableEventDate.Builder {
        Builder() {}
    }
}
