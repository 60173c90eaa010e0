package fr.passerelle.model.invitation.feed;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Changes in order.
 *
 * @param changes what came after the sequence that was asked for; empty if nothing did yet
 * @param next where to go on; the sequence that was asked for if there is nothing after it
 */
public record ChangePage(List<Change> changes, long next) {

    /** Keeps the order. */
    public ChangePage {
        changes = List.copyOf(changes);
    }

    @JsonCreator
    static ChangePage read(
            @JsonProperty(value = "changes", required = true) List<Change> changes,
            @JsonProperty(value = "next", required = true) long next) {
        return new ChangePage(changes, next);
    }
}
