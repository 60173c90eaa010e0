package fr.passerelle.model.collective;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/** What list items and full answers have in common: enough to know what the offer allows. */
public interface CollectiveOfferState {

    /** The programme's number for it. */
    long id();

    /** Its state. */
    @JsonProperty("offerStatus")
    CollectiveOfferStatus status();

    /** When it starts. */
    @JsonProperty("startDatetime")
    Instant start();

    /** When it ends. */
    @JsonProperty("endDatetime")
    Instant end();

    /** Which venue offers it. */
    long venueId();

    /** Its bookings, cancelled ones included; at most one of them is alive. */
    List<CollectiveBooking> bookings();

    /** Whether the vendor may do this with it at that moment. */
    default boolean allows(CollectiveAction action, Instant at) {
        return action.allowed(status(), end(), at);
    }
}
