package fr.passerelle.model.invitation;

import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
        Refusal on(LedgerState state);
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

    /** Keeps free places until a moment, at the latest the start of the session. */
    public Outcome hold(UUID id, UUID structureId, int places, Instant expiresAt, Instant at) {
        return change(
                at,
                state -> {
                    Refusal refusal = refusal(state, id, places, 0, at);
                    if (refusal == null) {
                        state.holds.put(
                                id,
                                new LedgerState.HeldPlaces(
                                        structureId, places, LedgerState.earlier(expiresAt, state.startsAt)));
                    }
                    return refusal;
                },
                places);
    }

    /** Gives a hold back early. */
    public Outcome releaseHold(UUID id, Instant at) {
        return change(
                at,
                state -> {
                    if (state.begun(at) != null) {
                        return state.begun(at);
                    }
                    if (state.holds.remove(id) == null) {
                        return Refusal.HOLD_EXPIRED;
                    }
                    state.freed(at);
                    return null;
                },
                0);
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
        return change(
                at,
                state -> {
                    LedgerState.HeldPlaces hold = holdId == null ? null : state.holds.get(holdId);
                    if (hold != null && !hold.structureId().equals(structureId)) {
                        return Refusal.NOT_FOUND;
                    }
                    Refusal refusal = refusal(state, id, places, hold == null ? 0 : hold.places(), at);
                    if (refusal == null) {
                        if (holdId != null) {
                            state.holds.remove(holdId);
                        }
                        state.bookings.put(id, new LedgerState.BookedPlaces(structureId, places));
                        state.freed(at);
                    }
                    return refusal;
                },
                places);
    }

    /**
     * Promises free places to a structure, as a draw does. It has until a moment, at the latest the start, to confirm.
     */
    public Outcome allocate(UUID id, UUID structureId, int places, Instant confirmBefore, Instant at) {
        return change(
                at,
                state -> {
                    Refusal refusal = refusal(state, id, places, 0, at);
                    if (refusal == null) {
                        state.allocations.put(
                                id,
                                new LedgerState.AllocatedPlaces(
                                        structureId,
                                        places,
                                        LedgerState.earlier(confirmBefore, state.startsAt),
                                        false));
                    }
                    return refusal;
                },
                places);
    }

    /** The structure wants what it was promised. It can do so after the release too: promised is promised. */
    public Outcome confirm(UUID allocationId, Instant at) {
        return change(
                at,
                state -> {
                    LedgerState.AllocatedPlaces promised = state.allocations.get(allocationId);
                    if (state.begun(at) != null || promised == null) {
                        return Objects.requireNonNullElse(state.begun(at), Refusal.CONFIRMED_TOO_LATE);
                    }
                    if (promised.confirmed()) {
                        return Refusal.ALREADY_CONFIRMED;
                    }
                    state.allocations.put(
                            allocationId,
                            new LedgerState.AllocatedPlaces(
                                    promised.structureId(), promised.places(), promised.confirmBefore(), true));
                    return null;
                },
                0);
    }

    /** Books places of a confirmed allocation; what it has left waits for more bookings. */
    public Outcome spend(UUID id, UUID allocationId, int places, Instant at) {
        return change(
                at,
                state -> {
                    LedgerState.AllocatedPlaces promised = state.allocations.get(allocationId);
                    Refusal refusal = promisedRefusal(state, promised, places, at);
                    if (refusal != null || promised == null) {
                        return refusal;
                    }
                    if (!promised.confirmed()) {
                        return Refusal.NOT_CONFIRMED;
                    }
                    if (state.isTaken(id)) {
                        return Refusal.ALREADY_DIFFERENT;
                    }
                    reduce(state, allocationId, promised, places);
                    state.bookings.put(id, new LedgerState.BookedPlaces(promised.structureId(), places));
                    return null;
                },
                0);
    }

    /** Gives places of an allocation back, confirmed or not. */
    public Outcome giveBackAllocated(UUID allocationId, int places, Instant at) {
        return change(
                at,
                state -> {
                    LedgerState.AllocatedPlaces promised = state.allocations.get(allocationId);
                    Refusal refusal = promisedRefusal(state, promised, places, at);
                    if (refusal == null && promised != null) {
                        reduce(state, allocationId, promised, places);
                        state.freed(at);
                    }
                    return refusal;
                },
                0);
    }

    /** Gives places of a booking back. */
    public Outcome giveBack(UUID bookingId, int places, Instant at) {
        return change(
                at,
                state -> {
                    LedgerState.BookedPlaces booked = state.bookings.get(bookingId);
                    if (state.begun(at) != null || booked == null) {
                        return Objects.requireNonNullElse(state.begun(at), Refusal.NOT_FOUND);
                    }
                    if (places < 1 || places > booked.places()) {
                        return booked.places() == 0 ? Refusal.ALREADY_RELEASED : Refusal.MORE_THAN_THERE_IS;
                    }
                    state.bookings.put(
                            bookingId, new LedgerState.BookedPlaces(booked.structureId(), booked.places() - places));
                    state.freed(at);
                    return null;
                },
                0);
    }

    /** Puts a structure on the waiting list; it is served at once if enough is free. */
    public Outcome await(WaitlistEntry entry, Instant at) {
        return change(
                at,
                state -> {
                    Refusal begun = state.begun(at);
                    if (begun == null && (state.isTaken(entry.id()) || isWaiting(state, entry.id()))) {
                        return Refusal.ALREADY_DIFFERENT;
                    }
                    if (begun == null) {
                        state.waitlist.add(entry);
                        state.freed(at);
                    }
                    return begun;
                },
                0);
    }

    /** Takes a structure off the waiting list. */
    public Outcome leave(UUID entryId, Instant at) {
        return change(
                at,
                state -> state.waitlist.removeIf(entry -> entry.id().equals(entryId)) ? null : Refusal.NOT_FOUND,
                0);
    }

    /** The donor takes back some of what is not promised. */
    public Outcome withdraw(int places, Instant at) {
        return change(
                at,
                state -> {
                    Refusal closed = state.closed(at);
                    if (closed != null) {
                        return closed;
                    }
                    if (places < 1 || places > state.free()) {
                        return Refusal.MORE_THAN_THERE_IS;
                    }
                    state.withdrawn += places;
                    return null;
                },
                0);
    }

    /** The donor takes back all that is not promised, and what comes back later if nobody waits for it. */
    public Outcome withdrawAll(Instant at) {
        return act(AllotmentAction.WITHDRAW, at);
    }

    /** The session does not take place: everything falls with it. */
    public Outcome cancel(Instant at) {
        return act(AllotmentAction.CANCEL, at);
    }

    /** The session is over. */
    public Outcome end(Instant at) {
        return act(AllotmentAction.END, at);
    }

    /** Does what time alone brings. However late and however often it is asked, the result is the same. */
    public Outcome settle(Instant at) {
        return change(at, state -> null, 0);
    }

    private Outcome act(AllotmentAction action, Instant at) {
        return change(
                at,
                state -> {
                    StateTable.Row<AllotmentStatus, AllotmentAction> row =
                            InvitationStates.ALLOTMENT.judge(state.status, action);
                    AllotmentStatus to = row.to();
                    if (to == null) {
                        return row.refusal();
                    }
                    state.status = to;
                    if (action == AllotmentAction.CANCEL) {
                        state.holds.clear();
                        state.bookings.clear();
                        state.allocations.clear();
                        state.waitlist.clear();
                    }
                    state.returnToDonor();
                    return null;
                },
                0);
    }

    private Outcome change(Instant at, Operation operation, int wanted) {
        LedgerState next = state.copy();
        next.settle(at);
        Refusal refusal = operation.on(next);
        long minutes = Refusal.CAPACITY_HELD.equals(refusal) ? next.minutesUntilFree(wanted, at) : 0;
        return new Outcome(new AllotmentLedger(next), refusal, minutes, List.copyOf(next.offers));
    }

    /** Why so many places cannot be taken, of which some are there for this one alone. */
    private static @Nullable Refusal refusal(LedgerState state, UUID id, int places, int own, Instant at) {
        Refusal closed = state.closed(at);
        if (closed != null) {
            // A hold that was made in time keeps its places over the release.
            boolean kept = own >= places && state.begun(at) == null;
            if (!kept) {
                return closed;
            }
        }
        if (state.isTaken(id) || isWaiting(state, id)) {
            return Refusal.ALREADY_DIFFERENT;
        }
        if (places < 1) {
            return Refusal.MORE_THAN_THERE_IS;
        }
        if (places - own <= state.free()) {
            return null;
        }
        return state.minutesUntilFree(places, at) > 0 ? Refusal.CAPACITY_HELD : Refusal.FULL;
    }

    private static @Nullable Refusal promisedRefusal(
            LedgerState state, LedgerState.@Nullable AllocatedPlaces promised, int places, Instant at) {
        if (state.begun(at) != null || promised == null) {
            return Objects.requireNonNullElse(state.begun(at), Refusal.NOT_FOUND);
        }
        return places < 1 || places > promised.places() ? Refusal.MORE_THAN_THERE_IS : null;
    }

    private static void reduce(LedgerState state, UUID id, LedgerState.AllocatedPlaces promised, int places) {
        if (promised.places() == places) {
            state.allocations.remove(id);
        } else {
            state.allocations.put(
                    id,
                    new LedgerState.AllocatedPlaces(
                            promised.structureId(),
                            promised.places() - places,
                            promised.confirmBefore(),
                            promised.confirmed()));
        }
    }

    private static boolean isWaiting(LedgerState state, UUID id) {
        return state.waitlist.stream().anyMatch(entry -> entry.id().equals(id));
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
        LedgerState.BookedPlaces booked = state.bookings.get(bookingId);
        return booked == null ? 0 : booked.places();
    }

    /** Places promised and not booked yet. */
    public int allocated() {
        return state.allocated();
    }

    /** Places of one allocation that are not booked yet; 0 if there is none. */
    public int allocated(UUID allocationId) {
        LedgerState.AllocatedPlaces promised = state.allocations.get(allocationId);
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
        return other instanceof AllotmentLedger ledger && ledger.state.facts().equals(state.facts());
    }

    @Override
    public int hashCode() {
        return state.facts().hashCode();
    }

    @Override
    public String toString() {
        return "AllotmentLedger[" + status() + ", quantity=" + quantity() + ", withdrawn=" + withdrawn() + ", held="
                + held() + ", booked=" + booked() + ", allocated=" + allocated() + ", free=" + free() + "]";
    }
}
