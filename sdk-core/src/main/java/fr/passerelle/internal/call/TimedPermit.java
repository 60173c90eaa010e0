package fr.passerelle.internal.call;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Leave to send one request now. It is good for a moment only: a request that leaves later, because its thread stood
 * still or its connection took long to open, would meet others that leave in its stead.
 */
public final class TimedPermit {

    /** For where there is no limit. */
    static final TimedPermit LASTING = new TimedPermit(null, null, 0);

    /** Shorter than the interval of permits, so that a window holds one request more at most. */
    private static final Duration VALID = Duration.ofMillis(250);

    private final @Nullable Time time;
    private final @Nullable PermitQueue queue;
    private final long given;

    /** From now on. */
    TimedPermit(Time time, PermitQueue queue) {
        this(time, queue, time.nanos());
    }

    private TimedPermit(@Nullable Time time, @Nullable PermitQueue queue, long given) {
        this.time = time;
        this.queue = queue;
        this.given = given;
    }

    /** Whether the moment is over. */
    public boolean stale() {
        return time != null && time.nanos() - given > VALID.toNanos();
    }

    /** Another one, before all others of the call's lane. The call holds its thread until it has it. */
    public CompletableFuture<TimedPermit> renew(Call<?> call) {
        return queue == null ? Stages.done(this) : queue.renew(call);
    }
}
