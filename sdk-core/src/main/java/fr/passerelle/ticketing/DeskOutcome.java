package fr.passerelle.ticketing;

import org.jspecify.annotations.Nullable;

/**
 * What became of a message, for the vendor's monitoring. The programme only sees the status: every refusal is one that
 * it takes as "nothing was booked" or "nothing was cancelled" (reference 9.4 and 9.5).
 */
public enum DeskOutcome {
    /** The booking handler sold tickets, and the programme got them. */
    SOLD,
    /** The message came again, and the programme got the tickets that the ledger has of the first time. */
    REDELIVERED,
    /** The booking handler has nothing left: {@link BookingResponse#soldOut}. */
    SOLD_OUT,
    /** The booking handler has fewer places than were asked for: {@link BookingResponse#notEnoughSeats}. */
    NOT_ENOUGH_SEATS,
    /** The booking handler said no: {@link BookingResponse#refused}. */
    BOOKING_REFUSED,
    /** The tickets are void: {@link CancellationResponse#cancelled}. */
    CANCELLED,
    /** The cancellation handler said no: {@link CancellationResponse#refused}. */
    CANCELLATION_REFUSED,
    /** The notification handler has taken note. */
    NOTED,

    /** The signature header is absent or blank. */
    SIGNATURE_MISSING(401, "unauthorized"),
    /** The signature header is not 64 hexadecimal digits. */
    SIGNATURE_MALFORMED(401, "unauthorized"),
    /** No key of the desk made this signature for this message. */
    SIGNATURE_WRONG(401, "unauthorized"),
    /**
     * No key that the desk has from before made the signature, or they are too old to be trusted, and the supplier of
     * HMAC keys does not respond, or cannot be asked soon enough. It may be the programme's message all the same.
     */
    KEYS_UNAVAILABLE(503, "unavailable"),
    /** There is no body. Frequent cause: something in front of the desk has already read it. */
    BODY_EMPTY(400, "bad_request"),
    /** The body is longer than the desk reads. It was not hashed. */
    BODY_TOO_LARGE(413, "too_large"),
    /** The body is neither exactly one JSON string in the server's own spelling nor a JSON object, in UTF-8. */
    BODY_UNREADABLE(400, "bad_request"),

    /**
     * The signature is right, but what it signs is not one JSON object: broken, nested too deep or with a key twice.
     */
    DOCUMENT_UNREADABLE(400, "bad_request"),
    /**
     * The signature is right, but a field that every message of this kind has is absent, of another type, or a text
     * that no database could hold.
     */
    MESSAGE_INVALID(400, "bad_request"),
    /** The desk has no handler for this kind of message. */
    NO_HANDLER(501, "not_implemented"),

    /** The handler or the ledger threw, or returned null; or the ledger failed at this booking before. */
    HANDLER_FAILED(500, null),
    /** The handler returned more or fewer tickets than places booked. They were undone. */
    TICKETS_NOT_PLACES(500, null),
    /**
     * The ledger says that this booking is over: cancelled, undone, or overtaken by a later one of the same
     * beneficiary. The handler was not called, or what it sold was undone.
     */
    BOOKING_OVER(422, "refused"),
    /** The handler did not finish in time. Tickets it still returns are undone. */
    DEADLINE_PASSED(503, "timeout"),
    /** No thread was free to run the handler, or the executor threw. The handler was not called. */
    SATURATED(503, "busy"),
    /** The receiving thread was interrupted while it waited. Tickets the handler still returns are undone. */
    INTERRUPTED(503, "interrupted"),
    /** The desk is closed; no handler was called. */
    CLOSED(503, "closed"),

    /** Only told to the listener: undoing tickets threw, so they are still held for nobody. */
    UNDO_FAILED(500, null);

    private final boolean refused;

    @SuppressWarnings("ImmutableEnumChecker") // a record of a number, a text and this constant cannot change
    private final DeskResponse response;

    /** What a handler responded. */
    DeskOutcome() {
        this.refused = false;
        this.response = new DeskResponse(200, "{}", this);
    }

    /** What the desk responds instead. */
    DeskOutcome(int status, @Nullable String error) {
        this.refused = true;
        this.response = new DeskResponse(status, error == null ? "{}" : "{\"error\":\"" + error + "\"}", this);
    }

    /**
     * Whether the desk refused the message, so that the programme is told that nothing was done. What a handler
     * responds is no refusal of the desk, "sold out" included.
     */
    public boolean refused() {
        return refused;
    }

    /** The response that says no more than this. It is made beforehand: a machine without memory can still give it. */
    DeskResponse response() {
        return response;
    }
}
