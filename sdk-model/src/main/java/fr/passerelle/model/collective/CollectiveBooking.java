package fr.passerelle.model.collective;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The booking of a collective offer by a school, as the server sends it (reference 8.3).
 *
 * @param id the programme's number for it
 * @param status its state
 * @param created when the teacher booked
 * @param confirmed when the head of the school confirmed
 * @param cancellationLimit until when the school may cancel: 30 days before the start, but not before the booking
 * @param reimbursed when it was paid
 * @param used when it was counted as held
 */
public record CollectiveBooking(
        long id,
        CollectiveBookingStatus status,
        @JsonProperty("dateCreated") Instant created,
        @JsonProperty("confirmationDate") @Nullable Instant confirmed,
        @JsonProperty("cancellationLimitDate") @Nullable Instant cancellationLimit,
        @JsonProperty("reimbursementDate") @Nullable Instant reimbursed,
        @JsonProperty("dateUsed") @Nullable Instant used) {

    @JsonCreator
    static CollectiveBooking read(
            @JsonProperty(value = "id", required = true) long id,
            @JsonProperty(value = "status", required = true) CollectiveBookingStatus status,
            @JsonProperty(value = "dateCreated", required = true) Instant created,
            @JsonProperty("confirmationDate") @Nullable Instant confirmed,
            @JsonProperty("cancellationLimitDate") @Nullable Instant cancellationLimit,
            @JsonProperty("reimbursementDate") @Nullable Instant reimbursed,
            @JsonProperty("dateUsed") @Nullable Instant used) {
        return new CollectiveBooking(id, status, created, confirmed, cancellationLimit, reimbursed, used);
    }
}
