package fr.passerelle.model.invitation;

import fr.passerelle.model.invitation.LedgerSnapshot.AllocatedPlaces;
import fr.passerelle.model.invitation.LedgerSnapshot.BookedPlaces;
import fr.passerelle.model.invitation.LedgerSnapshot.HeldPlaces;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The working copy behind {@link AllotmentLedger}: every method changes it, and checks before it does. */
final class LedgerState {

    final int quantity;
    final Instant startsAt;
    final Instant releaseAt;
    final Duration confirmWithin;
    final Map<UUID, HeldPlaces> holds = new TreeMap<>();
    final Map<UUID, BookedPlaces> bookings = new TreeMap<>();
    final Map<UUID, AllocatedPlaces> allocations = new TreeMap<>();
    final TreeSet<WaitlistEntry> waitlist = new TreeSet<>();
    int withdrawn;
    AllotmentStatus status = AllotmentStatus.OPEN;

    /** Offers that the working copy made to structures that waited; not a part of the ledger. */
    final List<UUID> offers = new ArrayList<>();

    LedgerState(int quantity, Instant startsAt, Instant releaseAt, Duration confirmWithin) {
        this.quantity = quantity;
        this.startsAt = startsAt;
        this.releaseAt = releaseAt;
        this.confirmWithin = confirmWithin;
    }

    LedgerState(LedgerSnapshot snapshot) {
        this(snapshot.quantity(), snapshot.startsAt(), snapshot.releaseAt(), snapshot.confirmWithin());
        withdrawn = snapshot.withdrawn();
        status = snapshot.status();
        holds.putAll(snapshot.holds());
        bookings.putAll(snapshot.bookings());
        allocations.putAll(snapshot.allocations());
        waitlist.addAll(snapshot.waitlist());
    }

    LedgerSnapshot snapshot() {
        return new LedgerSnapshot(
                quantity,
                startsAt,
                releaseAt,
                confirmWithin,
                withdrawn,
                status,
                holds,
                bookings,
                allocations,
                List.copyOf(waitlist));
    }

    LedgerState copy() {
        return new LedgerState(snapshot());
    }

    int held() {
        return holds.values().stream().mapToInt(HeldPlaces::places).sum();
    }

    int booked() {
        return bookings.values().stream().mapToInt(BookedPlaces::places).sum();
    }

    int allocated() {
        return allocations.values().stream().mapToInt(AllocatedPlaces::places).sum();
    }

    int free() {
        return quantity - withdrawn - held() - booked() - allocated();
    }

    boolean isOpen() {
        return status.equals(AllotmentStatus.OPEN);
    }

    boolean isOver() {
        return InvitationStates.ALLOTMENT.isFinal(status);
    }

    /**
     * Does what time alone brings, up to this moment, in the order in which it falls due. So it makes no difference how
     * often, or how late, it is asked.
     */
    void settle(Instant at) {
        for (Instant due = nextDue(); due != null && !due.isAfter(at); due = nextDue()) {
            Instant now = due;
            holds.values().removeIf(hold -> !hold.expiresAt().isAfter(now));
            allocations
                    .values()
                    .removeIf(each -> !each.confirmed() && !each.confirmBefore().isAfter(now));
            serveWaitlist(now);
            if (isOpen() && !releaseAt.isAfter(now)) {
                status = AllotmentStatus.CLOSED;
            }
            returnToDonor();
        }
    }

    /** When time alone brings the next change; null if it brings none. */
    @Nullable
    Instant nextDue() {
        return Stream.of(
                        holds.values().stream().map(HeldPlaces::expiresAt),
                        allocations.values().stream()
                                .filter(each -> !each.confirmed())
                                .map(AllocatedPlaces::confirmBefore),
                        Stream.of(releaseAt).filter(release -> isOpen()))
                .flatMap(due -> due)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /**
     * Offers free places to those who wait, in order: each for whom enough are left gets what it wants, as far as they
     * reach. Nothing moves after the session has begun.
     */
    void serveWaitlist(Instant at) {
        if (!at.isBefore(startsAt)) {
            return;
        }
        for (WaitlistEntry entry : List.copyOf(waitlist)) {
            int free = free();
            if (entry.minimum() <= free) {
                int places = Math.min(free, entry.wanted());
                allocations.put(entry.id(), new AllocatedPlaces(entry.structureId(), places, confirmBefore(at), false));
                waitlist.remove(entry);
                offers.add(entry.id());
            }
        }
    }

    /** Once an allotment is not open any more, what is free is the donor's. */
    void returnToDonor() {
        if (!isOpen()) {
            withdrawn += free();
        }
    }

    private Instant confirmBefore(Instant at) {
        return earlier(at.plus(confirmWithin), startsAt);
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** The places just freed: to those who wait, then free, or the donor's. */
    void freed(Instant at) {
        serveWaitlist(at);
        returnToDonor();
    }

    /** Why nothing can be asked for now; null if it can. */
    @Nullable
    Refusal closed(Instant at) {
        if (isOver()) {
            return status.equals(AllotmentStatus.CANCELLED) ? Refusal.SESSION_CANCELLED : Refusal.SESSION_OVER;
        }
        if (!at.isBefore(startsAt)) {
            return Refusal.SESSION_BEGUN;
        }
        if (isOpen()) {
            return null;
        }
        return status.equals(AllotmentStatus.WITHDRAWN) ? Refusal.ALLOTMENT_WITHDRAWN : Refusal.ALLOTMENT_CLOSED;
    }

    /** Why nothing can move now, not even backwards; null if it can. */
    @Nullable
    Refusal begun(Instant at) {
        Refusal closed = closed(at);
        return closed == null || closed.equals(Refusal.ALLOTMENT_CLOSED) || closed.equals(Refusal.ALLOTMENT_WITHDRAWN)
                ? null
                : closed;
    }

    /**
     * After how many minutes this many places may be free, if holds that are there now are all that is in the way; 0 if
     * they are not. Those who wait come first.
     */
    long minutesUntilFree(int places, Instant at) {
        int missing = places
                - free()
                + waitlist.stream().mapToInt(WaitlistEntry::wanted).sum();
        List<HeldPlaces> byExpiry = holds.values().stream()
                .sorted(Comparator.comparing(HeldPlaces::expiresAt))
                .toList();
        for (HeldPlaces hold : byExpiry) {
            missing -= hold.places();
            if (missing <= 0) {
                return Math.max(
                        1,
                        Duration.between(at, hold.expiresAt()).plusSeconds(59).toMinutes());
            }
        }
        return 0;
    }

    boolean isTaken(UUID id) {
        return holds.containsKey(id)
                || bookings.containsKey(id)
                || allocations.containsKey(id)
                || waitlist.stream().anyMatch(entry -> entry.id().equals(id));
    }
}
