package fr.passerelle.door;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What a door says of a code. It holds neither the code nor a name, so that it may be logged.
 *
 * @param result what it comes to
 * @param nonce of this scan: with it an admission is taken back, or repeated without counting twice
 * @param headsIn how many people are in with this ticket now
 * @param places how many it is for; 0 if that is not known
 * @param when of an earlier admission, of the date that it is for, or until when to wait: see {@link ScanResult}
 * @param door of an earlier admission
 * @param listAge how old the list is that decided; empty if there is none, or if no list decided
 * @param basis on what somebody was admitted
 */
public record Scan(
        ScanResult result,
        UUID nonce,
        int headsIn,
        int places,
        Optional<Instant> when,
        Optional<String> door,
        Optional<Duration> listAge,
        Optional<DoorJournal.Basis> basis) {

    /** Whether to let them in. */
    public boolean admitted() {
        return result == ScanResult.ADMITTED;
    }

    /** How many more may come in with this ticket; 0 if that is not known. */
    public int placesLeft() {
        return Math.max(0, places - headsIn);
    }

    /** A sentence that says what to do, in French or English. */
    public String sentence(Locale locale) {
        return result.sentence(locale);
    }
}
