package fr.passerelle.internal.call;

import fr.passerelle.ratelimit.Quota;
import fr.passerelle.ratelimit.bucket4j.Bucket4jRateLimiter;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

/** Buckets in virtual time. */
public final class Buckets {

    private Buckets() {}

    /** As one that was just made in a store. */
    public static Bucket fresh(Quota quota, VirtualTime time) {
        Bandwidth limit = Bucket4jRateLimiter.configuration(quota).getBandwidths()[0];
        return Bucket.builder()
                .addLimit(limit)
                .withCustomTimePrecision(new TimeMeter() {
                    @Override
                    public long currentTimeNanos() {
                        return time.nanos();
                    }

                    @Override
                    public boolean isWallClockBased() {
                        return false;
                    }
                })
                .build();
    }
}
