package fr.passerelle.door;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** What a {@link DoorSource} says of a code. */
public sealed interface Finding {

    /**
     * It lets in, tonight.
     *
     * @param identity what stands for the ticket, the same however its code is written or scanned
     * @param places how many people it is for
     * @param reference the programme's number of it, if there is one
     */
    record Good(String identity, int places, OptionalLong reference) implements Finding {}

    /**
     * It does not let in.
     *
     * @param identity as above
     * @param result why
     * @param when see {@link ScanResult}
     * @param reference the programme's number of it, if it is known
     */
    record Refused(String identity, ScanResult result, Optional<Instant> when, OptionalLong reference)
            implements Finding {}

    /**
     * It has the form of a code, and is on no list.
     *
     * @param identity as above
     */
    record Unlisted(String identity) implements Finding {}

    /** It is no code of this source. */
    record NotMine() implements Finding {}
}
