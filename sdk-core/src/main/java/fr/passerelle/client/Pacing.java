package fr.passerelle.client;

import fr.passerelle.internal.call.LocalPacing;
import java.time.Duration;
import java.util.Optional;

/**
 * Spreads calls over time so that a key stays under its quota (200 calls a minute, reference 1.3). Replace it when
 * several processes share a key. Must be safe for use by several threads.
 */
@FunctionalInterface
public interface Pacing {

    /**
     * Takes the next free turn.
     *
     * @param atMost how long the caller can wait; never negative
     * @return how long the caller must wait before it sends; empty, with no turn taken, if that is more than
     *     {@code atMost}
     */
    Optional<Duration> reserve(Duration atMost);

    /**
     * The default: turns for one client, {@code calls} in every {@code period}, counted by this process alone. The
     * client's own default is 18 calls in 6 s, hence at most 198 in any 60 s.
     *
     * @throws IllegalArgumentException if {@code calls} is below 1, or {@code period} is not positive
     */
    static Pacing of(int calls, Duration period) {
        return new LocalPacing(calls, period, System::nanoTime);
    }

    /** No pacing at all: for a server without quota, such as a sandbox told so. */
    static Pacing unlimited() {
        return atMost -> Optional.of(Duration.ZERO);
    }
}
