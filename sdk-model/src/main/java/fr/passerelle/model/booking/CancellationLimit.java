package fr.passerelle.model.booking;

import java.time.Duration;
import java.time.Instant;

/**
 * Until when a beneficiary may cancel the booking of an event (reference 7.1; rule book 3.4). Goods have no such limit.
 */
public final class CancellationLimit {

    /**
     * A booking becomes final this long before the event starts, or this long after it was made: the earlier of both.
     */
    public static final Duration NOTICE = Duration.ofHours(48);

    private CancellationLimit() {}

    /**
     * The first instant at which the beneficiary can no longer cancel; never before the booking itself.
     *
     * @param bookedAt when the booking was made
     * @param start when the event begins
     */
    public static Instant of(Instant bookedAt, Instant start) {
        Instant limit = earlier(start.minus(NOTICE), bookedAt.plus(NOTICE));
        return limit.isBefore(bookedAt) ? bookedAt : limit;
    }

    /**
     * The limit of an existing booking once the organiser has moved its event.
     *
     * @param movedAt when the organiser moved it
     * @param newStart when it begins now
     */
    public static Instant afterMove(Instant movedAt, Instant newStart) {
        return earlier(newStart, movedAt.plus(NOTICE));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
