package fr.passerelle.counsellor.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When a question is asked for: a day, which is another instant in Paris than in Nouméa, or just now.
 *
 * @param day the day asked for; null for now
 * @param now the present instant
 */
public record Moment(@Nullable LocalDate day, Instant now) {

    /** The instant on this clock. */
    public Instant in(ZoneId zone) {
        return day == null ? now : noon(day, zone);
    }

    /** Noon is inside the day on every clock that a rule may look at: the person's own, Paris, UTC. */
    static Instant noon(LocalDate day, ZoneId zone) {
        return day.atTime(LocalTime.NOON).atZone(zone).toInstant();
    }
}
