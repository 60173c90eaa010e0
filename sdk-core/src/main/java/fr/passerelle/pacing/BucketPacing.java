package fr.passerelle.pacing;

import fr.passerelle.client.Pacing;
import fr.passerelle.client.Quota;
import fr.passerelle.client.Turn;
import io.github.bucket4j.BlockingBucket;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A pace whose turns are the tokens of a Bucket4j bucket. If the bucket lies in a store that several processes reach,
 * they share the quota of their key; wrap it with {@link Pacing#shared} so that a process goes on when the store does
 * not answer:
 *
 * <pre>{@code
 * Bucket bucket = proxyManager.builder().build(key, () -> BucketPacing.configuration(Quota.PARTNER_API));
 * Pacing pacing = Pacing.shared(new BucketPacing(bucket), Quota.PARTNER_API, 2);
 * }</pre>
 *
 * <p>Each turn asks the store once. Give the store's client a short timeout, a second or less: a call waits that long
 * for its turn before the process falls back.
 */
public final class BucketPacing implements Pacing {

    private final BlockingBucket bucket;

    /** Turns from this bucket; set it up with {@link #configuration}. */
    public BucketPacing(Bucket bucket) {
        this.bucket = bucket.asBlocking();
    }

    /** A bucket that holds a quota's burst and fills evenly: no window ever sees more than the quota. */
    public static BucketConfiguration configuration(Quota quota) {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(quota.burst()).refillGreedy(quota.spread(), quota.window()))
                .build();
    }

    /** Whatever the store's client throws when it cannot be reached is thrown on. */
    @Override
    public Optional<Turn> reserve(Duration atMost) {
        AtomicLong delay = new AtomicLong();
        // The bucket would wait by itself; the client's own wait knows deadlines, interrupts and its closing.
        boolean taken = bucket.tryConsumeUninterruptibly(1, Math.max(1, atMost.toNanos()), delay::set);
        return taken ? Optional.of(Turn.in(Duration.ofNanos(delay.get()))) : Optional.empty();
    }
}
