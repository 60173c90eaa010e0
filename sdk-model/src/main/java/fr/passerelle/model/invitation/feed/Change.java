package fr.passerelle.model.invitation.feed;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;

/**
 * One line of the change feed: that something changed, and no data of it. Read the thing for what it is now.
 *
 * @param sequence its place in the feed. Numbers grow in the order in which changes become visible: who has read up to
 *     one has missed none before it. They may have gaps
 * @param kind what changed
 * @param id of what changed
 * @param change {@code created}, {@code updated}, or the new state
 * @param at when
 */
public record Change(long sequence, ChangeKind kind, UUID id, String change, Instant at) {

    @JsonCreator
    static Change read(
            @JsonProperty(value = "sequence", required = true) long sequence,
            @JsonProperty(value = "kind", required = true) ChangeKind kind,
            @JsonProperty(value = "id", required = true) UUID id,
            @JsonProperty(value = "change", required = true) String change,
            @JsonProperty(value = "at", required = true) Instant at) {
        return new Change(sequence, kind, id, change, at);
    }
}
