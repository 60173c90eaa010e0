package fr.passerelle.door;

/**
 * What a list is like now, and what has changed since it was read before.
 *
 * @param listed tickets on it
 * @param added that were not on it before
 * @param cancelled that were not cancelled before
 * @param usedElsewhere that the programme has as used since, by this door or another
 * @param moved that were for tonight before
 */
public record RefreshReport(int listed, int added, int cancelled, int usedElsewhere, int moved) {

    /** Both together. */
    public RefreshReport plus(RefreshReport other) {
        return new RefreshReport(
                listed + other.listed,
                added + other.added,
                cancelled + other.cancelled,
                usedElsewhere + other.usedElsewhere,
                moved + other.moved);
    }
}
