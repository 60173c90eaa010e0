package fr.passerelle.drift;

/**
 * One difference.
 *
 * @param verdict what it means
 * @param kind what it is
 * @param operation where; of the two, the newer one
 * @param place which parameter or field of the operation; empty for the operation itself
 * @param before what it was; empty if there is nothing to tell
 * @param after what it is
 */
record Change(Verdict verdict, Kind kind, Operation operation, String place, String before, String after) {}
