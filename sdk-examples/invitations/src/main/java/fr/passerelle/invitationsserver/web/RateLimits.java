package fr.passerelle.invitationsserver.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A token bucket for each key, in the memory of this server: of two servers, each gives as much. The buckets of the
 * keys that were used last are kept.
 */
public final class RateLimits {

    private static final int MAX_BUCKETS = 10_000;
    private static final double MILLIS = 1_000.0;

    private record Bucket(double tokens, Instant at) {}

    private final int perSecond;
    private final int burst;
    private final Clock clock;
    private final Map<UUID, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Bucket> eldest) {
            return size() > MAX_BUCKETS;
        }
    };

    /**
     * Limits.
     *
     * @param perSecond calls that a key may make in the long run
     * @param burst calls that it may make at once
     */
    public RateLimits(int perSecond, int burst, Clock clock) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.clock = clock;
    }

    /**
     * Takes one call.
     *
     * @throws ProblemException 429 if the key made too many
     */
    public synchronized void take(UUID keyId) {
        Instant now = clock.instant();
        Bucket before = buckets.getOrDefault(keyId, new Bucket(burst, now));
        double grown = Math.max(0, Duration.between(before.at(), now).toMillis()) / MILLIS * perSecond;
        double tokens = Math.min(burst, before.tokens() + grown);
        if (tokens < 1) {
            buckets.put(keyId, new Bucket(tokens, now));
            throw ProblemException.throttled(Math.max(1, (int) Math.ceil((1 - tokens) / perSecond)));
        }
        buckets.put(keyId, new Bucket(tokens - 1, now));
    }
}
