package fr.passerelle.internal.call;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** {@link Time} in the shape of a {@link Clock}: only differences between its instants mean something. */
final class TimeClock extends Clock {

    private final Time time;

    TimeClock(Time time) {
        this.time = time;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return Instant.EPOCH.plusNanos(time.nanos());
    }
}
