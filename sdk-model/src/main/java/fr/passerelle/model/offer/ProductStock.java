package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What there is of a product, as the server sends it (reference operation 25).
 *
 * @param price of one piece
 * @param capacity all pieces, booked ones included
 * @param bookedQuantity pieces booked so far
 * @param bookingLimit until when it can be booked; null if there is no end
 */
public record ProductStock(
        Price price,
        @JsonProperty("quantity") Capacity capacity,
        long bookedQuantity,
        @JsonProperty("bookingLimitDatetime") @Nullable Instant bookingLimit) {

    /** The pieces still to be sold: capacity less booked. */
    public Remaining remaining() {
        return capacity.less(bookedQuantity);
    }

    @JsonCreator
    static ProductStock read(
            @JsonProperty(value = "price", required = true) Price price,
            @JsonProperty(value = "quantity", required = true) Capacity capacity,
            @JsonProperty(value = "bookedQuantity", required = true) long bookedQuantity,
            @JsonProperty("bookingLimitDatetime") @Nullable Instant bookingLimit) {
        return new ProductStock(price, capacity, bookedQuantity, bookingLimit);
    }
}
