package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;

/**
 * Several sessions for the same group, as the server sends it (invitations 2).
 *
 * @param id minted by the structure
 * @param structureId whose group
 * @param title what the structure calls it
 * @param party who goes
 * @param bookingIds its steps in order
 */
public record Pathway(UUID id, UUID structureId, String title, Party party, List<UUID> bookingIds) {

    /** Keeps the order of the steps. */
    public Pathway {
        bookingIds = List.copyOf(bookingIds);
    }

    @JsonCreator
    static Pathway read(
            @JsonProperty(value = "id", required = true) UUID id,
            @JsonProperty(value = "structureId", required = true) UUID structureId,
            @JsonProperty(value = "title", required = true) String title,
            @JsonProperty(value = "party", required = true) Party party,
            @JsonProperty(value = "bookingIds", required = true) List<UUID> bookingIds) {
        return new Pathway(id, structureId, title, party, bookingIds);
    }
}
