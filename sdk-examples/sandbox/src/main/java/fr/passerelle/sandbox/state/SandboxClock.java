package fr.passerelle.sandbox.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;
import org.jspecify.annotations.Nullable;

/** The sandbox's "now": the machine's clock until it is set, then frozen until it is moved again. */
public final class SandboxClock extends Clock {

    private final Clock machine;
    private volatile @Nullable Instant frozen;

    public SandboxClock(Clock machine) {
        this.machine = machine;
    }

    @Override
    public Instant instant() {
        Instant set = frozen;
        return set == null ? machine.instant() : set;
    }

    public boolean isFrozen() {
        return frozen != null;
    }

    /** Sets the clock and freezes it. */
    public void freezeAt(Instant now) {
        frozen = now;
    }

    /** Freezes the clock if needed, then moves it; months and years follow the calendar in UTC. */
    public void advance(Period period, Duration duration) {
        frozen = plus(plus(instant(), period), duration);
    }

    /** Follows the machine again. */
    public void follow() {
        frozen = null;
    }

    private static Instant plus(Instant instant, TemporalAmount amount) {
        return instant.atOffset(ZoneOffset.UTC).plus(amount).toInstant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
