package fr.passerelle.internal;

/** What sending a call a second time may do, from harmless to harmful; the order matters. */
public enum Repeatability {
    /** A read. */
    SAFE,
    /** Same call, same result. */
    IDEMPOTENT,
    /** A repeat may act or answer differently, but a read tells whether the first one happened. */
    VERIFIABLE,
    /** A repeat acts twice, and nothing tells. */
    ONCE;

    /** Whether this is as harmless as {@code floor}, or more. */
    public boolean atLeast(Repeatability floor) {
        return compareTo(floor) <= 0;
    }
}
