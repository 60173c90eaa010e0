package fr.passerelle.model.invitation;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * All that an {@link AllotmentLedger} knows, for whoever keeps ledgers: {@link AllotmentLedger#snapshot()} tells it and
 * {@link AllotmentLedger#restore} takes it back.
 *
 * @param quantity all places given, those withdrawn included
 * @param startsAt when the session begins
 * @param releaseAt when what is left goes back to the donor
 * @param confirmWithin how long a structure that waited has to confirm what it is offered
 * @param withdrawn places that went back to the donor
 * @param status the state of the allotment
 * @param holds those that keep places, by id
 * @param bookings those that have places, by id; one that gave all back may be missing
 * @param allocations those with places that are not booked yet, by id
 * @param waitlist who waits
 */
public record LedgerSnapshot(
        int quantity,
        Instant startsAt,
        Instant releaseAt,
        Duration confirmWithin,
        int withdrawn,
        AllotmentStatus status,
        Map<UUID, HeldPlaces> holds,
        Map<UUID, BookedPlaces> bookings,
        Map<UUID, AllocatedPlaces> allocations,
        List<WaitlistEntry> waitlist) {

    /**
     * Places that a hold keeps.
     *
     * @param structureId for whom
     * @param places how many
     * @param expiresAt from when on it counts for nothing
     */
    public record HeldPlaces(UUID structureId, int places, Instant expiresAt) {}

    /**
     * Places of a booking.
     *
     * @param structureId who booked
     * @param places how many
     */
    public record BookedPlaces(UUID structureId, int places) {}

    /**
     * Places of an allocation that are not booked yet.
     *
     * @param structureId to whom
     * @param places how many
     * @param confirmBefore until when (exclusive) it may be confirmed
     * @param confirmed whether it is
     */
    public record AllocatedPlaces(UUID structureId, int places, Instant confirmBefore, boolean confirmed) {}

    /** Keeps what is given. */
    public LedgerSnapshot {
        holds = Collections.unmodifiableMap(new TreeMap<>(holds));
        bookings = Collections.unmodifiableMap(new TreeMap<>(bookings));
        allocations = Collections.unmodifiableMap(new TreeMap<>(allocations));
        waitlist = List.copyOf(waitlist);
    }
}
