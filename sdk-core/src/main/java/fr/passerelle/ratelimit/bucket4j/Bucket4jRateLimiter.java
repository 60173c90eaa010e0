package fr.passerelle.ratelimit.bucket4j;

import fr.passerelle.ratelimit.Permit;
import fr.passerelle.ratelimit.Quota;
import fr.passerelle.ratelimit.RateLimiter;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * A rate whose permits are the tokens of a Bucket4j bucket. If the bucket lies in a store that several processes reach,
 * they share the quota of their key; wrap it with {@link RateLimiter#shared} so that a process goes on when the store
 * does not respond:
 *
 * <pre>{@code
 * Bucket bucket = proxyManager.builder().build(key, () -> Bucket4jRateLimiter.configuration(Quota.PARTNER_API));
 * RateLimiter rateLimiter = RateLimiter.shared(new Bucket4jRateLimiter(bucket), Quota.PARTNER_API, 2);
 * }</pre>
 *
 * <p>Each turn asks the store once. The bucket must keep its state while nobody calls, for an hour say: a bucket that
 * is made anew starts without its burst. The clocks of the processes must agree to within a fraction of a second, as
 * each tells the bucket what time it is.
 */
@SuppressWarnings("exports") // whoever uses this brings the library, and requires its module
public final class Bucket4jRateLimiter implements RateLimiter {

    private final Supplier<? extends Bucket> buckets;

    /** Turns from this bucket; set it up with {@link #configuration}. */
    public Bucket4jRateLimiter(Bucket bucket) {
        this(() -> bucket);
    }

    /**
     * Turns from a bucket whose store may not be there yet.
     *
     * @param buckets asked for each permit, by several threads; connects the first time, and throws when it cannot
     */
    public Bucket4jRateLimiter(Supplier<? extends Bucket> buckets) {
        this.buckets = buckets;
    }

    /**
     * A bucket that holds a quota's burst, and fills evenly so that a window sees at most {@link Quota#spread()} calls:
     * 93 % of them all the time, the burst after a lull. Less than a process alone may make, because what is left over
     * must suffice when processes lose the store and find it again. It starts empty, as does one that was lost with its
     * store.
     */
    public static BucketConfiguration configuration(Quota quota) {
        int evenly = Math.max(1, quota.spread() - 2 * quota.burst());
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(quota.burst())
                        .refillGreedy(evenly, quota.window())
                        .initialTokens(0))
                .build();
    }

    /** Whatever the store's client throws when it cannot be reached is thrown on. */
    @Override
    public Optional<Permit> reserve(Duration atMost) {
        AtomicLong delay = new AtomicLong();
        // The bucket would wait by itself; the client's own wait knows deadlines, interrupts and its closing.
        boolean taken =
                buckets.get().asBlocking().tryConsumeUninterruptibly(1, Math.max(1, atMost.toNanos()), delay::set);
        return taken ? Optional.of(Permit.in(Duration.ofNanos(delay.get()))) : Optional.empty();
    }
}
