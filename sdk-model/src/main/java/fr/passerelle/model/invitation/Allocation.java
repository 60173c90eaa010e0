package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Places promised to a structure by a draw or from a waiting list (invitations 2).
 *
 * @param id the programme's number for it
 * @param allotmentId of which allotment
 * @param structureId to whom
 * @param places how many
 * @param callId by which call; null from a waiting list
 * @param status its state
 * @param confirmBefore until when (exclusive) the structure may confirm it
 */
public record Allocation(
        UUID id,
        UUID allotmentId,
        UUID structureId,
        int places,
        @Nullable UUID callId,
        AllocationStatus status,
        Instant confirmBefore) {

    @JsonCreator
    static Allocation read(
            @JsonProperty(value = "id", required = true) UUID id,
            @JsonProperty(value = "allotmentId", required = true) UUID allotmentId,
            @JsonProperty(value = "structureId", required = true) UUID structureId,
            @JsonProperty(value = "places", required = true) int places,
            @JsonProperty("callId") @Nullable UUID callId,
            @JsonProperty(value = "status", required = true) AllocationStatus status,
            @JsonProperty(value = "confirmBefore", required = true) Instant confirmBefore) {
        return new Allocation(id, allotmentId, structureId, places, callId, status, confirmBefore);
    }

    /** Whether the structure may still confirm it at this moment. */
    public boolean canBeConfirmed(Instant at) {
        return status.equals(AllocationStatus.OFFERED) && at.isBefore(confirmBefore);
    }
}
