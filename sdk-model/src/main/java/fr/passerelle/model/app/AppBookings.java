package fr.passerelle.model.app;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.value.ResponseStyle;
import java.util.List;
import java.util.stream.Stream;
import org.immutables.value.Value;

/** All bookings of a person. */
@Value.Immutable
@ResponseStyle
@JsonSerialize(as = ImmutableAppBookings.class)
@JsonDeserialize(builder = AppBookings.Builder.class)
public interface AppBookings {

    /** Those that are still ahead, or still to be collected. */
    @JsonProperty("ongoingBookings")
    List<AppBooking> ongoing();

    /** Those that are over. */
    @JsonProperty("endedBookings")
    List<AppBooking> ended();

    /** Whether one of them was made from the 18th birthday on; false if the app does not say. */
    @JsonProperty("hasBookingsAfter18")
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default boolean bookingsAfter18() {
        return false;
    }

    /** Both. */
    default Stream<AppBooking> all() {
        return Stream.concat(ongoing().stream(), ended().stream());
    }

    /** Starts bookings, for tests of your own. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds bookings. */
    final class Builder extends ImmutableAppBookings.Builder {
        Builder() {}
    }
}
