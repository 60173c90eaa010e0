package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;

/**
 * Places that are kept for some minutes, as the server sends them (invitations 2).
 *
 * @param id minted by the structure
 * @param allotmentId of which allotment
 * @param structureId for whom
 * @param places how many
 * @param status its state when it was sent; {@link #keepsPlaces} knows better after that
 * @param expiresAt from when on it counts for nothing
 */
public record Hold(UUID id, UUID allotmentId, UUID structureId, int places, HoldStatus status, Instant expiresAt) {

    @JsonCreator
    static Hold read(
            @JsonProperty(value = "id", required = true) UUID id,
            @JsonProperty(value = "allotmentId", required = true) UUID allotmentId,
            @JsonProperty(value = "structureId", required = true) UUID structureId,
            @JsonProperty(value = "places", required = true) int places,
            @JsonProperty(value = "status", required = true) HoldStatus status,
            @JsonProperty(value = "expiresAt", required = true) Instant expiresAt) {
        return new Hold(id, allotmentId, structureId, places, status, expiresAt);
    }

    /** Whether it still keeps its places at this moment (invitations 4). */
    public boolean keepsPlaces(Instant at) {
        return status.equals(HoldStatus.ACTIVE) && at.isBefore(expiresAt);
    }
}
