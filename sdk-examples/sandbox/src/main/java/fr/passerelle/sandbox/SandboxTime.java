package fr.passerelle.sandbox;

import fr.passerelle.sandbox.state.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;

/** The sandbox's clock, in the hand of a test or a demonstration. Moving it runs no job. */
public final class SandboxTime {

    private final SandboxClock clock;

    SandboxTime(SandboxClock clock) {
        this.clock = clock;
    }

    /** The sandbox's now. */
    public Instant now() {
        return clock.instant();
    }

    /** Sets the clock and freezes it. */
    public void set(Instant now) {
        clock.freezeAt(now);
    }

    /** Freezes the clock if needed, then moves it forward. */
    public void advance(Duration by) {
        clock.advance(Period.ZERO, by);
    }

    /** Follows the machine's clock again. */
    public void follow() {
        clock.follow();
    }
}
