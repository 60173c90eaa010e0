package fr.passerelle.client;

import fr.passerelle.internal.call.LocalPacing;
import fr.passerelle.internal.call.SharedPacing;
import java.time.Duration;
import java.util.Optional;

/**
 * Spreads calls over time so that a key stays under its quota (200 calls a minute, reference 1.3). Must be safe for use
 * by several threads.
 *
 * <p>Every attempt of every call takes a turn, as the server counts every one of them. The wait counts against the
 * call's deadline: a call that gets no turn before it fails at once with a
 * {@link fr.passerelle.client.error.DeadlineException}, and is not sent.
 *
 * <p>When the server answers 429 all the same, every call of the client waits as long as it asks ({@code Retry-After},
 * at most 60 s; 1 s if it does not say), whatever the pacing. A turn that came up meanwhile is lost.
 */
@FunctionalInterface
public interface Pacing {

    /**
     * Takes the next free turn.
     *
     * @param atMost how long the caller can wait; never negative
     * @return the turn; empty, with none taken, if it would come later than {@code atMost}
     */
    Optional<Turn> reserve(Duration atMost);

    /**
     * Told when the server answered 429, that is, when the pace was too fast; not again for other calls that left
     * before. Does nothing by default.
     *
     * @param hold how long the client sends nothing now; positive
     */
    default void throttled(Duration hold) {}

    /** Told when the server took a call: it answered, neither 429 nor a failure of its own. Does nothing by default. */
    default void admitted() {}

    /**
     * Turns for this process alone, the default of a client with {@link Quota#PARTNER_API}. Each 429 halves the pace,
     * down to an eighth; each twenty calls that the server then takes double it, up to the full pace.
     */
    static Pacing of(Quota quota) {
        return new LocalPacing(quota, System::nanoTime);
    }

    /**
     * A pace that several processes share, such as {@code fr.passerelle.pacing.BucketPacing} in Redis. When it throws,
     * this process goes on with its fair share, {@code 1 / processes} of the quota, for a window at least; once the
     * store answers again, it keeps to that share for two windows more. While the store is there, no window holds more
     * than the quota; while it is gone, no process exceeds its share. In between, when processes notice one after
     * another, it may be more, with up to seven processes a quarter; and one that loses the store alone adds its share
     * to what the others use. What the server answers then, 429, slows all of them down.
     *
     * @param store the shared pace; it must not block for long
     * @param quota of the key
     * @param processes how many share it at most
     * @throws IllegalArgumentException if {@code processes} is below 1, or so large that a share is below 3 calls
     */
    static Pacing shared(Pacing store, Quota quota, int processes) {
        return new SharedPacing(store, quota, processes, System::nanoTime);
    }

    /** No pacing at all: for a server without quota, such as a sandbox told so. */
    static Pacing unlimited() {
        return atMost -> Optional.of(Turn.in(Duration.ZERO));
    }
}
