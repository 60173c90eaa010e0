package fr.passerelle.model.app;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.ResponseStyle;
import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A date of an event in one price, or goods, as the app shows them. A flag that the app leaves out reads as false, so
 * that what is not said to be bookable is not.
 */
@Value.Immutable
@ResponseStyle
@JsonSerialize(as = ImmutableAppStock.class)
@JsonDeserialize(builder = AppStock.Builder.class)
public interface AppStock {

    /** What a booking names. */
    long id();

    /** When the event begins; null for goods. */
    @JsonProperty("beginningDatetime")
    @Nullable
    Instant beginning();

    /** From when it cannot be booked any more. */
    @JsonProperty("bookingLimitDatetime")
    @Nullable
    Instant bookingLimit();

    /** From when a booking made now could not be cancelled any more; null for goods. */
    @JsonProperty("cancellationLimitDatetime")
    @Nullable
    Instant cancellationLimit();

    /** The price of one place. */
    Price price();

    /** What the price is called. */
    @Nullable
    String priceCategoryLabel();

    /** Places left, as the server counts them: below zero if more were sold than there are; null if unlimited. */
    @Nullable
    Long remainingQuantity();

    /** Whether it can be booked now, by somebody who can pay and may. */
    @JsonProperty("isBookable")
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default boolean bookable() {
        return false;
    }

    /** Whether nothing is left. */
    @JsonProperty("isSoldOut")
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default boolean soldOut() {
        return false;
    }

    /** Whether the time to book is over. */
    @JsonProperty("isExpired")
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default boolean expired() {
        return false;
    }

    /** Whether only the adult role may book it. */
    @JsonProperty("isForbiddenToUnderage")
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default boolean forbiddenToMinors() {
        return false;
    }

    /** What distinguishes it, such as the version of a film. */
    List<String> features();

    /** Starts a stock, for tests of your own. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a stock. */
    final class Builder extends ImmutableAppStock.Builder {
        Builder() {}
    }
}
