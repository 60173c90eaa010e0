package fr.passerelle.door;

import java.util.Optional;

/**
 * Somebody on the list, for a search by name. Its name does not show in {@code toString}.
 *
 * @param name as the programme has it
 * @param places how many people the booking is for
 * @param refusal why the list would not let them in; empty if it would
 * @param reference the programme's number of the booking
 */
public record Guest(String name, int places, Optional<ScanResult> refusal, long reference) {

    /** Without the name. */
    @Override
    public String toString() {
        return "Guest[booking " + reference + ", " + refusal + "]";
    }
}
