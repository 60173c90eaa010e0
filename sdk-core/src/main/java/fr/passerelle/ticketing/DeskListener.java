package fr.passerelle.ticketing;

import org.jspecify.annotations.Nullable;

/**
 * Is told what becomes of the messages to a desk, for metrics and alerts: {@code fr.passerelle.metrics.DeskMetrics} is
 * one that is ready. It learns kinds, outcomes, names of keys and times; never a key, a body, a barcode or anything of
 * a person.
 *
 * <p>Told on the threads that handle messages, while the programme waits: be brief. Must be safe for use by several
 * threads. What it throws is dropped.
 */
public interface DeskListener {

    /** A message has its response, of any outcome but {@link DeskOutcome#UNDO_FAILED}; told once for each message. */
    default void responded(Response response) {}

    /** A handler has returned or thrown, within the deadline or after it; told once for each call of a handler. */
    default void handlerEnded(HandlerEnd end) {}

    /** Tickets that the programme was not given were to be taken back. */
    default void takenBack(TakenBack takenBack) {}

    /** The kinds of messages (partner-api 9). */
    enum Kind {
        /** Somebody books. */
        BOOKING,
        /** A booking is cancelled, or the programme holds tickets without one. */
        CANCELLATION,
        /** An offer without real-time ticketing was booked or cancelled. */
        NOTIFICATION
    }

    /**
     * What became of a message.
     *
     * @param desk the desk's {@linkplain TicketingDesk.Builder#name name}
     * @param kind null if it was refused before that was known
     * @param key the {@linkplain HmacKey#name name} of the key that made its signature; null if none did
     * @param nanos how long the programme waited for the desk
     */
    record Response(
            String desk,
            @Nullable Kind kind,
            DeskOutcome outcome,
            @Nullable String key,
            long nanos) {}

    /**
     * How a handler ended.
     *
     * @param desk the desk's name
     * @param succeeded whether it returned a response; "sold out" is one
     * @param nanos how long it took, without its wait for a thread and without the ledger
     */
    record HandlerEnd(String desk, Kind kind, boolean succeeded, long nanos) {}

    /**
     * What became of tickets that the programme was not given.
     *
     * @param desk the desk's name
     * @param succeeded false if they are still out for nobody
     */
    record TakenBack(String desk, boolean succeeded) {}
}
