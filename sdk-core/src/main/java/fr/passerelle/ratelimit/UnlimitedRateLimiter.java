package fr.passerelle.ratelimit;

import java.time.Duration;
import java.util.Optional;

/** No limit at all. */
enum UnlimitedRateLimiter implements RateLimiter {
    INSTANCE;

    private static final Optional<Permit> NOW = Optional.of(Permit.in(Duration.ZERO));

    @Override
    public Optional<Permit> reserve(Duration atMost) {
        return NOW;
    }
}
