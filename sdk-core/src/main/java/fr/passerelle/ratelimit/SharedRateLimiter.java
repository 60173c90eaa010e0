package fr.passerelle.ratelimit;

import fr.passerelle.internal.base.Warnings;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A rate that several processes share while they can reach the store that holds it; a process that cannot keeps to its
 * fair share. Nobody tells a process that the store is gone, or back, but the store. Two rules keep a window within the
 * quota while processes notice one after another:
 *
 * <ul>
 *   <li>A permit of the store is good for {@link #lease} after the store was asked, and a share begins that long after
 *       the store was lost, with its burst used up. So all permits of the store are over when the first share begins.
 *   <li>A call leaves on a share only if the store was asked, in vain, less than a lease before. So all shares are over
 *       a lease after the store is back, whether or not a process was idle meanwhile.
 * </ul>
 *
 * What a window may hold beside the store's own permits is then, after the second change, an unused burst of each share
 * and the calls of one lease.
 */
final class SharedRateLimiter implements RateLimiter {

    private static final Logger LOG = LoggerFactory.getLogger(RateLimiter.class);

    private static final int LEASES_PER_WINDOW = 120;
    private static final Duration LONGEST_LEASE = Duration.ofMillis(500);

    /** While the store does not respond. One for all calls of this process, so that one of them asks for all. */
    private static final class Outage {

        private final AtomicLong asked;

        private Outage(long asked) {
            this.asked = new AtomicLong(asked);
        }

        /** Whether the caller is to ask the store: nobody did within a lease, and nobody else does now. */
        private boolean claims(long now, Duration lease) {
            long before = asked.get();
            return now - before >= lease.toNanos() && asked.compareAndSet(before, now);
        }
    }

    private final Slowdown slowdown = new Slowdown();
    private final RateLimiter store;
    private final Quota quota;
    private final LocalRateLimiter share;
    private final LongSupplier nanos;
    private final Warnings warnings;
    private final Duration lease;
    private final Duration ahead;
    private final Permit askAgain;
    private volatile @Nullable Outage outage;

    /**
     * A shared rate.
     *
     * @param store throws when it cannot be reached, and does not take longer than {@link #patience} to do so
     * @param nanos a clock that never goes back
     * @throws IllegalArgumentException if {@code processes} is below 1, or so large that a share is below 3 calls
     */
    SharedRateLimiter(RateLimiter store, Quota quota, int processes, LongSupplier nanos) {
        this.store = store;
        this.quota = quota;
        this.nanos = nanos;
        warnings = new Warnings(Warnings.CALLS, nanos);
        share = new LocalRateLimiter(new Quota(quota.calls() - quota.burst(), quota.window()).share(processes), nanos);
        lease = lease(quota);
        ahead = patience(quota);
        askAgain = new Checked(ahead, () -> false);
    }

    /** How long the store may take to respond: half a lease, so that there is time left to wait for the permit. */
    public static Duration patience(Quota quota) {
        return lease(quota).dividedBy(2);
    }

    private static Duration lease(Quota quota) {
        Duration part = quota.window().dividedBy(LEASES_PER_WINDOW);
        return part.compareTo(LONGEST_LEASE) < 0 ? part : LONGEST_LEASE;
    }

    /** A permit that is far ahead is not taken but asked for again: much may happen to the store until then. */
    @Override
    public Optional<Permit> reserve(Duration atMost) {
        boolean patient = atMost.compareTo(ahead) > 0;
        Optional<Permit> permit = soon(patient ? ahead : atMost);
        return permit.isEmpty() && patient ? Optional.of(askAgain) : permit;
    }

    private Optional<Permit> soon(Duration atMost) {
        Outage known = outage;
        long now = nanos.getAsLong();
        if (known == null || known.claims(now, lease)) {
            try {
                Optional<Permit> permit = fromStore(atMost);
                found();
                return permit.map(stored -> new Checked(stored.delay(), () -> stored.holds() && inLease(now)));
            } catch (RuntimeException unreachable) {
                known = lost(now, unreachable);
            }
        }
        Outage mine = known;
        return share.reserve(atMost).map(own -> new Checked(own.delay(), () -> own.holds() && lasts(mine)));
    }

    /** After a 429, a call takes more permits than the one in which it leaves. */
    private Optional<Permit> fromStore(Duration atMost) {
        Optional<Permit> permit = store.reserve(atMost);
        for (int more = permit.isPresent() ? slowdown.permitsPerCall() - 1 : 0; more > 0; more--) {
            store.reserve(quota.window());
        }
        return permit;
    }

    private record Checked(Duration delay, BooleanSupplier check) implements Permit {
        @Override
        public boolean holds() {
            return check.getAsBoolean();
        }
    }

    private boolean inLease(long asked) {
        return nanos.getAsLong() - asked <= lease.toNanos();
    }

    /** Whether the store is still gone: asks it, unless somebody did within a lease. */
    private boolean lasts(Outage mine) {
        long now = nanos.getAsLong();
        if (mine == outage && mine.claims(now, lease)) {
            try {
                store.reserve(Duration.ZERO);
                found();
            } catch (RuntimeException unreachable) {
                lost(now, unreachable);
            }
        }
        return mine == outage;
    }

    private synchronized Outage lost(long asked, RuntimeException why) {
        Outage known = outage;
        if (known == null) {
            // Not its message, which may name hosts and users.
            warnings.warn(
                    "lost",
                    "The store of a shared rate limiter does not respond ("
                            + why.getClass().getSimpleName() + "): this process keeps to its share until it does");
            known = new Outage(asked);
            outage = known;
            share.startAfter(lease);
        }
        return known;
    }

    private synchronized void found() {
        if (outage != null) {
            outage = null;
            LOG.debug("The store of a shared rate limiter responds again");
        }
    }

    @Override
    public void throttled(Duration hold) {
        slowdown.throttled();
        store.throttled(hold);
        share.throttled(hold);
    }

    @Override
    public void admitted() {
        slowdown.admitted();
        store.admitted();
        share.admitted();
    }
}
