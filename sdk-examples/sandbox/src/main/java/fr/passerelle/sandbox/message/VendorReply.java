package fr.passerelle.sandbox.message;

/** What came back, at the level of HTTP, from a message sent to a vendor. */
public sealed interface VendorReply {

    /**
     * The vendor answered.
     *
     * @param status HTTP status, redirects already followed
     * @param body the text of the body, maybe empty
     */
    record Answered(int status, String body) implements VendorReply {}

    /** Nothing, or not all of an answer, came within the time allowed: the vendor may have done its part. */
    record TimedOut() implements VendorReply {}

    /** No connection could be made, retries included: the vendor never saw the message. */
    record Unreachable() implements VendorReply {}

    /** The connection broke before the answer was complete: the vendor may have done its part. */
    record Broken() implements VendorReply {}
}
