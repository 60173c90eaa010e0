package fr.passerelle.sandbox.message;

/** What a vendor's response to a cancellation message means (reference 9.5). */
public sealed interface CancellationReply {

    /**
     * The tickets are cancelled.
     *
     * @param remaining what the vendor says is left
     * @param alreadyBefore the vendor had cancelled them before this message
     */
    record Cancelled(RemainingSeats remaining, boolean alreadyBefore) implements CancellationReply {}

    /** The vendor did not cancel: the booking stays. */
    record Failed() implements CancellationReply {}

    /** A response the programme does not handle: a 500. */
    record Unhandled() implements CancellationReply {}
}
