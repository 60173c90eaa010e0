package fr.passerelle.sandbox.message;

/** What came back, at the level of HTTP, from a message sent to a vendor. */
public sealed interface VendorReply {

    /**
     * The vendor responded.
     *
     * @param status HTTP status, redirects already followed
     * @param body the text of the body, maybe empty
     */
    record Responded(int status, String body) implements VendorReply {}

    /** Nothing, or not all of a response, came within the time allowed: the vendor may have done its part. */
    record TimedOut() implements VendorReply {}

    /** No connection could be made, retries included: the vendor never saw the message. */
    record Unreachable() implements VendorReply {}

    /** The connection broke before the response was complete: the vendor may have done its part. */
    record Broken() implements VendorReply {}
}
