package fr.passerelle.model.invitation.feed;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;

/**
 * What a webhook carries. It comes at least once, perhaps late, perhaps not in order: the feed is the truth, and a
 * message is the hint to read it.
 *
 * @param id of this message; the same each time it is delivered
 * @param changes what changed
 */
public record ChangeMessage(UUID id, List<Change> changes) {

    /** Keeps the order. */
    public ChangeMessage {
        changes = List.copyOf(changes);
    }

    @JsonCreator
    static ChangeMessage read(
            @JsonProperty(value = "id", required = true) UUID id,
            @JsonProperty(value = "changes", required = true) List<Change> changes) {
        return new ChangeMessage(id, changes);
    }
}
