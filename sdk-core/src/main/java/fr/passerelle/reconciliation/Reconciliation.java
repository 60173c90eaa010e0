package fr.passerelle.reconciliation;

import java.util.Map;

/**
 * What a run has found.
 *
 * @param read how many bookings of the programme were compared
 * @param differences how many of each kind; kinds without any are absent
 * @param watermark the id up to which no new booking needs to be looked for again
 */
public record Reconciliation(long read, Map<Difference.Kind, Long> differences, long watermark) {

    /** The counts are copied. */
    public Reconciliation {
        differences = Map.copyOf(differences);
    }

    /** How many differences of a kind. */
    public long count(Difference.Kind kind) {
        return differences.getOrDefault(kind, 0L);
    }

    /** Whether the vendor knew everything. */
    public boolean clean() {
        return differences.isEmpty();
    }
}
