package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * A structure that waits for places (invitations 4). Who came first stands first; of two that came in the same instant,
 * the one with the smaller id.
 *
 * @param id minted by the structure
 * @param allotmentId for which allotment
 * @param structureId who waits
 * @param minimum fewer than this are of no use to it
 * @param wanted how many it wants
 * @param since since when it waits
 */
public record WaitlistEntry(UUID id, UUID allotmentId, UUID structureId, int minimum, int wanted, Instant since)
        implements Comparable<WaitlistEntry> {

    /** As texts: {@code UUID.compareTo} takes the halves for signed numbers, which no database does. */
    private static final Comparator<WaitlistEntry> ORDER = Comparator.comparing(WaitlistEntry::since)
            .thenComparing(entry -> entry.id().toString());

    @JsonCreator
    static WaitlistEntry read(
            @JsonProperty(value = "id", required = true) UUID id,
            @JsonProperty(value = "allotmentId", required = true) UUID allotmentId,
            @JsonProperty(value = "structureId", required = true) UUID structureId,
            @JsonProperty(value = "minimum", required = true) int minimum,
            @JsonProperty(value = "wanted", required = true) int wanted,
            @JsonProperty(value = "since", required = true) Instant since) {
        return new WaitlistEntry(id, allotmentId, structureId, minimum, wanted, since);
    }

    @Override
    public int compareTo(WaitlistEntry other) {
        return ORDER.compare(this, other);
    }
}
