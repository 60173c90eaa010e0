package fr.passerelle.internal.call;

import fr.passerelle.client.Pacing;
import fr.passerelle.client.Quota;
import fr.passerelle.client.Turn;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A pace that several processes share while they can reach the store that holds it. A process that cannot keeps to its
 * fair share for a window. Then it asks the store again, but stays within its share for two windows more: by then every
 * other process has found the store too, and all that any window holds is counted there.
 *
 * <p>Nobody tells a process that the store is gone but the store. So no turn of the store is taken long ahead, and the
 * share begins late enough for the others to notice; a change makes every turn void that was taken before and has not
 * come. A process that had no call to make during an outage cannot know of it: while the others find the store again, a
 * window may then hold more than the quota, with up to seven processes a quarter, and a 429 slows everybody down.
 */
public final class SharedPacing implements Pacing {

    /** A window holds so many looks ahead: of 60 s, each is 5 s. */
    private static final int LOOKS_PER_WINDOW = 12;

    private static final int CAREFUL_WINDOWS = 2;

    private enum Phase {
        SHARED,
        ALONE,
        CAREFUL
    }

    private final Pacing store;
    private final LocalPacing share;
    private final LongSupplier nanos;
    private final Duration window;
    private final Duration lookAhead;
    private volatile int changes;
    private Phase phase = Phase.SHARED;
    private long phaseEnd;

    /**
     * A shared pace.
     *
     * @throws IllegalArgumentException if {@code processes} is below 1, or so large that a share is below 3 calls
     */
    public SharedPacing(Pacing store, Quota quota, int processes, LongSupplier nanos) {
        this.store = store;
        this.nanos = nanos;
        share = new LocalPacing(new Quota(quota.calls() - quota.burst(), quota.window()).share(processes), nanos);
        window = quota.window();
        lookAhead = window.dividedBy(LOOKS_PER_WINDOW);
    }

    @Override
    public Optional<Turn> reserve(Duration atMost) {
        Phase now = phase();
        int before = changes;
        if (now == Phase.ALONE) {
            return share.reserve(atMost).map(own -> valid(own, own, before));
        }
        Optional<Turn> stored;
        try {
            stored = fromStore(atMost);
        } catch (RuntimeException unreachable) {
            // Of no interest to a call that can leave all the same.
            lose(before);
            return reserve(atMost);
        }
        if (now == Phase.SHARED || stored.isEmpty()) {
            return stored.map(turn -> valid(turn, turn, before));
        }
        return share.reserve(atMost).map(own -> valid(stored.get(), own, before));
    }

    /** A turn that is too far ahead is asked for again later. */
    private Optional<Turn> fromStore(Duration atMost) {
        boolean patient = atMost.compareTo(lookAhead) > 0;
        Optional<Turn> turn = store.reserve(patient ? lookAhead : atMost);
        return turn.isEmpty() && patient ? Optional.of(new AskAgain(lookAhead)) : turn;
    }

    private record AskAgain(Duration delay) implements Turn {
        @Override
        public boolean holds() {
            return false;
        }
    }

    private Turn valid(Turn one, Turn other, int before) {
        Duration delay = one.delay().compareTo(other.delay()) > 0 ? one.delay() : other.delay();
        return new Turn() {
            @Override
            public Duration delay() {
                return delay;
            }

            @Override
            public boolean holds() {
                return before == changes && one.holds() && other.holds();
            }
        };
    }

    private synchronized Phase phase() {
        if (phase != Phase.SHARED && nanos.getAsLong() - phaseEnd >= 0) {
            if (phase == Phase.ALONE) {
                begin(Phase.CAREFUL, window.multipliedBy(CAREFUL_WINDOWS));
            } else {
                phase = Phase.SHARED;
            }
            changes++;
        }
        return phase;
    }

    private synchronized void lose(int before) {
        if (before == changes) {
            begin(Phase.ALONE, window);
            changes++;
            share.startAfter(lookAhead);
        }
    }

    private void begin(Phase next, Duration length) {
        phase = next;
        phaseEnd = nanos.getAsLong() + length.toNanos();
    }

    @Override
    public void throttled(Duration hold) {
        store.throttled(hold);
        share.throttled(hold);
    }

    @Override
    public void admitted() {
        store.admitted();
        share.admitted();
    }
}
