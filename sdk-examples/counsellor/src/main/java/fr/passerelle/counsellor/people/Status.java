package fr.passerelle.counsellor.people;

/** Where somebody stands. */
public enum Status {
    /** Probably entitled now. */
    ENTITLED,
    /** Not yet, but within twelve months. */
    SOON,
    /** Not yet, and not within twelve months. */
    LATER,
    /** The answer hangs on something that is not said, or cannot be read. */
    UNDECIDED,
    /** The time has passed. */
    TOO_LATE,
    /** The territory or the residence stands in the way. */
    NOT_COVERED
}
