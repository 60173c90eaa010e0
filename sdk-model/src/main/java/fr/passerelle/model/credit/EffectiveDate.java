package fr.passerelle.model.credit;

import java.time.Instant;

/**
 * From when a rule applies.
 *
 * @param server the server's instant
 * @param law the law's instant
 */
public record EffectiveDate(Instant server, Instant law) {

    /** The same instant in both readings, in ISO form. */
    public static EffectiveDate of(String instant) {
        return of(instant, instant);
    }

    /** One instant for each reading, in ISO form. */
    public static EffectiveDate of(String server, String law) {
        return new EffectiveDate(Instant.parse(server), Instant.parse(law));
    }

    /** The instant of this reading. */
    public Instant by(Interpretation reading) {
        return reading == Interpretation.LAW ? law : server;
    }

    /** Whether the rule applies at this instant. */
    public boolean reached(Instant at, Interpretation reading) {
        return !at.isBefore(by(reading));
    }
}
