package fr.passerelle.model.invitation.figures;

/**
 * What is counted (invitations 7). Each place ends in exactly one of them, so that no figure is the difference of two
 * others; sums such as all who came are made of published figures only.
 */
public enum Measure {
    /** Somebody came, whose structure says that it was their first outing. */
    FIRST_OUTING,
    /** Somebody came who had come before. */
    LATER_OUTING,
    /** Somebody was expected and did not come: the place was wasted. */
    MISSED,
    /** A place was given back in time and went to another structure. */
    REALLOCATED,
    /** A place was given back in time, and nobody waited for it: it went back to the donor. */
    RETURNED,
    /** A place was promised, and nobody confirmed it in time. */
    NOT_CONFIRMED,
    /** A place was offered and nobody asked for it. */
    NOT_ASKED,
    /** A structure had its first outing of the season. */
    STRUCTURE_SERVED
}
