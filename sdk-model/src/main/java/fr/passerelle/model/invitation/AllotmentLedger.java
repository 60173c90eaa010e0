package fr.passerelle.model.invitation;

import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of one allotment as a value that never changes (invitations 4): each operation gives another ledger,
 * or a refusal. It always holds that {@code held + booked + allocated + free = quantity − withdrawn}, with no term
 * below zero.
 *
 * <p>Each operation first does what time alone brings up to its moment: holds and allocations run out, what is left
 * goes back to the donor at {@code releaseAt}. Places that come back go to those who wait, in order, if at least their
 * minimum is there; then they are free, or the donor's after the release. Moments given to one ledger do not go
 * backwards.
 *
 * <p>An id is used once. Whoever keeps ledgers recognises a call that was sent again before it gets here.
 */
public final class AllotmentLedger {

    /**
     * What an operation gave.
     *
     * @param ledger the ledger after it; a refused operation changes nothing but what time alone brings
     * @param refusal why it was refused; null if it was done
     * @param minutes after which to try again, for {@link Refusal#CAPACITY_HELD}; 0 otherwise
     * @param offers the entries of the waiting list that became allocations, whose structures must be told
     */
    public record Outcome(AllotmentLedger ledger, @Nullable Refusal refusal, long minutes, List<UUID> offers) {

        /** Whether it was done. */
        public boolean done() {
            return refusal == null;
        }
    }

    private interface Operation {
        @Nullable
        Refusal on(LedgerOperations ledger);
    }

    private final LedgerState state;

    private AllotmentLedger(LedgerState state) {
        this.state = state;
    }

    /**
     * An allotment of which nothing is promised.
     *
     * @param quantity how many places
     * @param startsAt when the session begins: nothing moves after that
     * @param releaseAt when what is left goes back to the donor; not after the start
     * @param confirmWithin how long a structure that waited has to confirm what it is offered
     * @throws RuleViolationException with every violation
     */
    public static AllotmentLedger of(int quantity, Instant startsAt, Instant releaseAt, Duration confirmWithin) {
        new RuleCheck()
                .range("quantity", (long) quantity, 1, AllotmentDraft.MAX_QUANTITY)
                .notAfter("releaseAt", releaseAt, "startsAt", startsAt)
                .range("confirmWithin", confirmWithin.toSeconds(), 1, Long.MAX_VALUE)
                .raise();
        return new AllotmentLedger(new LedgerState(quantity, startsAt, releaseAt, confirmWithin));
    }

    /**
     * The ledger of which this is the snapshot.
     *
     * @throws IllegalArgumentException if more places are promised than there are
     */
    public static AllotmentLedger restore(LedgerSnapshot snapshot) {
        LedgerState state = new LedgerState(snapshot);
        if (state.free() < 0) {
            throw new IllegalArgumentException("more places are promised than there are");
        }
        return new AllotmentLedger(state);
    }

    /** All that it knows, to be kept somewhere. */
    public LedgerSnapshot snapshot() {
        return state.snapshot();
    }

    /** When time alone brings the next change: something runs out, or goes back to the donor; null if nothing does. */
    public @Nullable Instant nextDue() {
        return state.nextDue();
    }

    /** Keeps free places until a moment, at the latest the start of the session. */
    public Outcome hold(UUID id, UUID structureId, int places, Instant expiresAt, Instant at) {
        return change(at, places, ledger -> ledger.hold(id, structureId, places, expiresAt));
    }

    /** Gives a hold back early. */
    public Outcome releaseHold(UUID id, Instant at) {
        return change(at, 0, ledger -> ledger.releaseHold(id));
    }

    /** Books free places. */
    public Outcome book(UUID id, UUID structureId, int places, Instant at) {
        return convert(id, structureId, places, null, at);
    }

    /**
     * Books with a hold. More places than it keeps are taken from what is free; fewer give the rest back. A hold that
     * ran out counts for nothing: the booking succeeds only if there is room.
     */
    public Outcome convert(UUID id, UUID structureId, int places, @Nullable UUID holdId, Instant at) {
        return change(at, places, ledger -> ledger.convert(id, structureId, places, holdId));
    }

    /**
     * Promises free places to a structure, as a draw does. It has until a moment, at the latest the start, to confirm.
     */
    public Outcome allocate(UUID id, UUID structureId, int places, Instant confirmBefore, Instant at) {
        return change(at, places, ledger -> ledger.allocate(id, structureId, places, confirmBefore));
    }

    /** The structure wants what it was promised. It can do so after the release too: promised is promised. */
    public Outcome confirm(UUID allocationId, Instant at) {
        return change(at, 0, ledger -> ledger.confirm(allocationId));
    }

    /** Books places of a confirmed allocation; what it has left waits for more bookings. */
    public Outcome spend(UUID id, UUID allocationId, int places, Instant at) {
        return change(at, 0, ledger -> ledger.spend(id, allocationId, places));
    }

    /** Gives places of an allocation back, confirmed or not. */
    public Outcome giveBackAllocated(UUID allocationId, int places, Instant at) {
        return change(at, 0, ledger -> ledger.giveBackAllocated(allocationId, places));
    }

    /** Gives places of a booking back. */
    public Outcome giveBack(UUID bookingId, int places, Instant at) {
        return change(at, 0, ledger -> ledger.giveBack(bookingId, places));
    }

    /** Puts a structure on the waiting list; it is served at once if enough is free. */
    public Outcome await(WaitlistEntry entry, Instant at) {
        return change(at, 0, ledger -> ledger.await(entry));
    }

    /** Takes a structure off the waiting list. */
    public Outcome leave(UUID entryId, Instant at) {
        return change(at, 0, ledger -> ledger.leave(entryId));
    }

    /** The donor takes back some of what is not promised. */
    public Outcome withdraw(int places, Instant at) {
        return change(at, 0, ledger -> ledger.withdraw(places));
    }

    /** The donor takes back all that is not promised, and what comes back later if nobody waits for it. */
    public Outcome withdrawAll(Instant at) {
        return change(at, 0, ledger -> ledger.act(AllotmentAction.WITHDRAW));
    }

    /** The session does not take place: everything falls with it. */
    public Outcome cancel(Instant at) {
        return change(at, 0, ledger -> ledger.act(AllotmentAction.CANCEL));
    }

    /** The session is over; it cannot be before it began. */
    public Outcome end(Instant at) {
        return change(at, 0, ledger -> ledger.act(AllotmentAction.END));
    }

    /** Does what time alone brings. However late and however often it is asked, the result is the same. */
    public Outcome settle(Instant at) {
        return change(at, 0, ledger -> null);
    }

    private Outcome change(Instant at, int wanted, Operation operation) {
        LedgerState next = state.copy();
        next.settle(at);
        Refusal refusal = operation.on(new LedgerOperations(next, at));
        long minutes = Refusal.CAPACITY_HELD.equals(refusal) ? next.minutesUntilFree(wanted, at) : 0;
        return new Outcome(new AllotmentLedger(next), refusal, minutes, List.copyOf(next.offers));
    }

    /** All places given, those withdrawn included. */
    public int quantity() {
        return state.quantity;
    }

    /** Places that went back to the donor. */
    public int withdrawn() {
        return state.withdrawn;
    }

    /** Places kept by holds. */
    public int held() {
        return state.held();
    }

    /** Places of bookings. */
    public int booked() {
        return state.booked();
    }

    /** Places of one booking; 0 if there is none. */
    public int booked(UUID bookingId) {
        LedgerSnapshot.BookedPlaces booked = state.bookings.get(bookingId);
        return booked == null ? 0 : booked.places();
    }

    /** Places promised and not booked yet. */
    public int allocated() {
        return state.allocated();
    }

    /** Places of one allocation that are not booked yet; 0 if there is none. */
    public int allocated(UUID allocationId) {
        LedgerSnapshot.AllocatedPlaces promised = state.allocations.get(allocationId);
        return promised == null ? 0 : promised.places();
    }

    /** Places that can be asked for. */
    public int free() {
        return state.free();
    }

    /** The state of the allotment. */
    public AllotmentStatus status() {
        return state.status;
    }

    /** Who waits, in order. */
    public List<WaitlistEntry> waitlist() {
        return List.copyOf(state.waitlist);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AllotmentLedger ledger && ledger.snapshot().equals(state.snapshot());
    }

    @Override
    public int hashCode() {
        return state.snapshot().hashCode();
    }

    @Override
    public String toString() {
        return "AllotmentLedger[" + status() + ", quantity=" + quantity() + ", withdrawn=" + withdrawn() + ", held="
                + held() + ", booked=" + booked() + ", allocated=" + allocated() + ", free=" + free() + "]";
    }
}
