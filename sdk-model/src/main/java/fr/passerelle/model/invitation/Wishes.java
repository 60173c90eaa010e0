package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;

/**
 * A structure's wishes in a call, as the server keeps them (invitations 5).
 *
 * @param callId in which call
 * @param structureId whose
 * @param wishes the dearest first; empty if there are none
 */
public record Wishes(UUID callId, UUID structureId, List<Wish> wishes) {

    /** Keeps their order, which is their rank. */
    public Wishes {
        wishes = List.copyOf(wishes);
    }

    @JsonCreator
    static Wishes read(
            @JsonProperty(value = "callId", required = true) UUID callId,
            @JsonProperty(value = "structureId", required = true) UUID structureId,
            @JsonProperty(value = "wishes", required = true) List<Wish> wishes) {
        return new Wishes(callId, structureId, wishes);
    }
}
