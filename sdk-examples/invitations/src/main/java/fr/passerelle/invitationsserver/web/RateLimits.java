package fr.passerelle.invitationsserver.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A token bucket for each key, or each address, in the memory of this server: of two servers, each gives as much. The
 * buckets that were used last are kept.
 */
public final class RateLimits {

    private static final int MAX_BUCKETS = 10_000;
    private static final double MILLIS = 1_000.0;

    private record Bucket(double tokens, Instant at) {}

    private final int perSecond;
    private final int burst;
    private final Clock clock;
    private final Map<Object, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Bucket> eldest) {
            return size() > MAX_BUCKETS;
        }
    };

    /**
     * Limits.
     *
     * @param perSecond calls that one may make in the long run
     * @param burst calls that one may make at once
     */
    public RateLimits(int perSecond, int burst, Clock clock) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.clock = clock;
    }

    /**
     * Takes one call.
     *
     * @param who a key's id, or an address
     * @throws ProblemException 429 if there were too many
     */
    public synchronized void take(Object who) {
        Bucket left = left(who);
        boolean enough = left.tokens() >= 1;
        buckets.put(who, enough ? new Bucket(left.tokens() - 1, left.at()) : left);
        if (!enough) {
            throw throttled(left);
        }
    }

    /**
     * Takes nothing.
     *
     * @throws ProblemException 429 if one more would be too many
     */
    public synchronized void require(Object who) {
        Bucket left = left(who);
        if (left.tokens() < 1) {
            throw throttled(left);
        }
    }

    private Bucket left(Object who) {
        Instant now = clock.instant();
        Bucket before = buckets.getOrDefault(who, new Bucket(burst, now));
        double grown = Math.max(0, Duration.between(before.at(), now).toMillis()) / MILLIS * perSecond;
        return new Bucket(Math.min(burst, before.tokens() + grown), now);
    }

    private ProblemException throttled(Bucket left) {
        return ProblemException.throttled(Math.max(1, (int) Math.ceil((1 - left.tokens()) / perSecond)));
    }
}
