package fr.passerelle.internal.endpoint;

/**
 * What sending a call a second time may do, from harmless to harmful; the order matters.
 *
 * <p>After a lost response the first request may still be under way. So a call is sent again only if a second one does
 * no harm or is refused by the server. What stays open, such as a refusal that may speak of the first one, is thrown as
 * undecided ({@code mayHaveBeenProcessed}), with what to do about it in the message ({@link Endpoint#recoveryHint});
 * unless the caller lets a read tell ({@code OutcomeCheck}): what could not have been there before the write, and shows
 * everything that was sent, is what the write made.
 */
public enum RetrySafety {
    /** A read. Sent again. */
    SAFE,
    /** Same call, same result. Sent again. */
    IDEMPOTENT,
    /** A second one is refused, or does nothing, once the first one is done. Sent again. */
    GUARDED,
    /** A second one would act again or undo what happened in between, but a read may tell. Never sent again. */
    VERIFIABLE,
    /** A second one would act again, and nothing tells. Undecided. */
    ONCE;

    /** Whether this is as harmless as {@code floor}, or more. */
    public boolean atLeast(RetrySafety floor) {
        return compareTo(floor) <= 0;
    }
}
