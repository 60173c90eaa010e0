package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;

/**
 * Who came, as the server sends it (invitations 2).
 *
 * @param bookingId of which booking
 * @param places how many could come
 * @param people how many came
 */
public record Attendance(UUID bookingId, int places, int people) {

    @JsonCreator
    static Attendance read(
            @JsonProperty(value = "bookingId", required = true) UUID bookingId,
            @JsonProperty(value = "places", required = true) int places,
            @JsonProperty(value = "people", required = true) int people) {
        return new Attendance(bookingId, places, people);
    }

    /** The state that it brings the booking to. */
    public InvitationBookingStatus status() {
        if (people <= 0) {
            return InvitationBookingStatus.MISSED;
        }
        return people < places ? InvitationBookingStatus.PARTLY_ATTENDED : InvitationBookingStatus.ATTENDED;
    }
}
