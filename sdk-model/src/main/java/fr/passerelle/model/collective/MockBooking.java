package fr.passerelle.model.collective;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The booking that the integration environment makes in the place of a teacher (reference operation 49).
 *
 * @param id the programme's number for it
 * @param status its state, which is pending
 */
public record MockBooking(
        @JsonProperty("bookingId") long id,
        @JsonProperty("bookingStatus") CollectiveBookingStatus status) {

    @JsonCreator
    static MockBooking read(
            @JsonProperty(value = "bookingId", required = true) long id,
            @JsonProperty(value = "bookingStatus", required = true) CollectiveBookingStatus status) {
        return new MockBooking(id, status);
    }
}
