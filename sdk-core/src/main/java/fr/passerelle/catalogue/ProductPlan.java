package fr.passerelle.catalogue;

import fr.passerelle.model.offer.EanUpsert;
import fr.passerelle.ratelimit.Quota;
import java.time.Duration;
import java.util.Map;

/**
 * What a synchroniser of products would do, counted: the products themselves are not held.
 *
 * @param changes how many of each kind; a kind that none has is left out
 * @param unchanged how many products are as wanted, or to be left as they are
 * @param reads how many calls making the plan took, for a full check; applying looks again
 */
public record ProductPlan(Map<Change.Kind, Long> changes, long unchanged, int reads) {

    /** The counts are copied. */
    public ProductPlan {
        changes = Map.copyOf(changes);
    }

    /** How many changes are of this kind. */
    public long count(Change.Kind kind) {
        return changes.getOrDefault(kind, 0L);
    }

    /** How many products would be sent. */
    public long sent() {
        return changes.values().stream().mapToLong(Long::longValue).sum() - count(Change.Kind.KEPT);
    }

    /** Whether nothing would be sent. */
    public boolean isNothing() {
        return sent() == 0;
    }

    /** How many calls applying it takes, if the programme shows every product at the first look at it. */
    public long calls() {
        return reads + batches(EanUpsert.MAX_PRODUCTS) + batches(EanUpsert.MAX_EANS_READ);
    }

    /** How long these calls take under a quota, if nothing else is called meanwhile, and the programme is fast. */
    public Duration duration(Quota quota) {
        return SyncPlan.duration(calls(), quota);
    }

    private long batches(int size) {
        return (sent() + size - 1) / size;
    }
}
