package fr.passerelle.client;

import java.time.Duration;

/** A call's place in the line of a {@link Pacing}. */
@FunctionalInterface
public interface Turn {

    /** How long to wait before the call leaves, counted from when the turn was taken; never negative. */
    Duration delay();

    /**
     * Asked once the delay is over, right before the call leaves: whether it may. If not, something happened meanwhile
     * that the pacing had not foreseen; the turn is void, and the caller takes another.
     */
    default boolean holds() {
        return true;
    }

    /** A turn that comes after a delay and holds. */
    static Turn in(Duration delay) {
        return () -> delay;
    }
}
