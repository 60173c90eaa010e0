package fr.passerelle.door;

/** What a door says of a code that has the right form, is on no list, and cannot be asked about now. */
public enum DoorPolicy {
    /** {@link ScanResult#ASK_STAFF}: a person decides, and says so with {@link Door#admitByStaff}. The default. */
    ASK_STAFF,
    /**
     * {@link ScanResult#CHECK_ID}: a person compares a name with the list ({@link Door#search}), and decides with
     * {@link Door#admitByStaff}.
     */
    CHECK_ID,
    /**
     * Lets them in, as long as the list has people who have not come yet, and settles it with the programme after: a
     * code that was none is told as a {@link Conflict} then. Otherwise as {@link #ASK_STAFF}.
     */
    ADMIT,
    /** {@link ScanResult#UNKNOWN}: nobody comes in. */
    REFUSE
}
