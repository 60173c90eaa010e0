package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;

/**
 * Places that were given back, as the server sends it (invitations 2).
 *
 * @param id minted by the structure
 * @param allotmentId of which allotment
 * @param places how many
 * @param toWaitlist how many of them went to structures that waited; the others are free, or the donor's again
 * @param at when
 */
public record Release(UUID id, UUID allotmentId, int places, int toWaitlist, Instant at) {

    @JsonCreator
    static Release read(
            @JsonProperty(value = "id", required = true) UUID id,
            @JsonProperty(value = "allotmentId", required = true) UUID allotmentId,
            @JsonProperty(value = "places", required = true) int places,
            @JsonProperty(value = "toWaitlist", required = true) int toWaitlist,
            @JsonProperty(value = "at", required = true) Instant at) {
        return new Release(id, allotmentId, places, toWaitlist, at);
    }
}
