package fr.passerelle.model.invitation;

import fr.passerelle.model.invitation.LedgerSnapshot.AllocatedPlaces;
import fr.passerelle.model.invitation.LedgerSnapshot.BookedPlaces;
import fr.passerelle.model.invitation.LedgerSnapshot.HeldPlaces;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What can be done to a working copy at a moment up to which it is settled. Each operation gives the reason why it is
 * refused, and then has changed nothing, or null.
 */
final class LedgerOperations {

    private final LedgerState state;
    private final Instant at;

    LedgerOperations(LedgerState state, Instant at) {
        this.state = state;
        this.at = at;
    }

    @Nullable
    Refusal hold(UUID id, UUID structureId, int places, Instant expiresAt) {
        Refusal refusal = refusal(id, places, 0);
        if (refusal == null) {
            state.holds.put(id, new HeldPlaces(structureId, places, LedgerState.earlier(expiresAt, state.startsAt)));
        }
        return refusal;
    }

    @Nullable
    Refusal releaseHold(UUID id) {
        Refusal begun = state.begun(at);
        if (begun != null) {
            return begun;
        }
        if (state.holds.remove(id) == null) {
            return Refusal.HOLD_EXPIRED;
        }
        state.freed(at);
        return null;
    }

    @Nullable
    Refusal convert(UUID id, UUID structureId, int places, @Nullable UUID holdId) {
        HeldPlaces hold = holdId == null ? null : state.holds.get(holdId);
        if (hold != null && !hold.structureId().equals(structureId)) {
            return Refusal.NOT_FOUND;
        }
        Refusal refusal = refusal(id, places, hold == null ? 0 : hold.places());
        if (refusal == null) {
            if (holdId != null) {
                state.holds.remove(holdId);
            }
            state.bookings.put(id, new BookedPlaces(structureId, places));
            state.freed(at);
        }
        return refusal;
    }

    @Nullable
    Refusal allocate(UUID id, UUID structureId, int places, Instant confirmBefore) {
        Refusal refusal = refusal(id, places, 0);
        if (refusal == null) {
            Instant limit = LedgerState.earlier(confirmBefore, state.startsAt);
            state.allocations.put(id, new AllocatedPlaces(structureId, places, limit, false));
        }
        return refusal;
    }

    @Nullable
    Refusal confirm(UUID allocationId) {
        AllocatedPlaces promised = state.allocations.get(allocationId);
        Refusal begun = state.begun(at);
        if (begun != null || promised == null) {
            return begun != null ? begun : Refusal.CONFIRMED_TOO_LATE;
        }
        if (promised.confirmed()) {
            return Refusal.ALREADY_CONFIRMED;
        }
        state.allocations.put(
                allocationId,
                new AllocatedPlaces(promised.structureId(), promised.places(), promised.confirmBefore(), true));
        return null;
    }

    @Nullable
    Refusal spend(UUID id, UUID allocationId, int places) {
        AllocatedPlaces promised = state.allocations.get(allocationId);
        Refusal refusal = promisedRefusal(promised, places);
        if (refusal != null || promised == null) {
            return refusal;
        }
        if (!promised.confirmed()) {
            return Refusal.NOT_CONFIRMED;
        }
        if (state.isTaken(id)) {
            return Refusal.ALREADY_DIFFERENT;
        }
        reduce(allocationId, promised, places);
        state.bookings.put(id, new BookedPlaces(promised.structureId(), places));
        return null;
    }

    @Nullable
    Refusal giveBackAllocated(UUID allocationId, int places) {
        AllocatedPlaces promised = state.allocations.get(allocationId);
        Refusal refusal = promisedRefusal(promised, places);
        if (refusal == null && promised != null) {
            reduce(allocationId, promised, places);
            state.freed(at);
        }
        return refusal;
    }

    @Nullable
    Refusal giveBack(UUID bookingId, int places) {
        BookedPlaces booked = state.bookings.get(bookingId);
        Refusal begun = state.begun(at);
        if (begun != null || booked == null) {
            return begun != null ? begun : Refusal.NOT_FOUND;
        }
        if (places < 1 || places > booked.places()) {
            return booked.places() == 0 ? Refusal.ALREADY_RELEASED : Refusal.MORE_THAN_THERE_IS;
        }
        state.bookings.put(bookingId, new BookedPlaces(booked.structureId(), booked.places() - places));
        state.freed(at);
        return null;
    }

    @Nullable
    Refusal await(WaitlistEntry entry) {
        Refusal begun = state.begun(at);
        if (begun == null && state.isTaken(entry.id())) {
            return Refusal.ALREADY_DIFFERENT;
        }
        if (begun == null) {
            state.waitlist.add(entry);
            state.freed(at);
        }
        return begun;
    }

    @Nullable
    Refusal leave(UUID entryId) {
        return state.waitlist.removeIf(entry -> entry.id().equals(entryId)) ? null : Refusal.NOT_FOUND;
    }

    @Nullable
    Refusal withdraw(int places) {
        Refusal closed = state.closed(at);
        if (closed != null) {
            return closed;
        }
        if (places < 1 || places > state.free()) {
            return Refusal.MORE_THAN_THERE_IS;
        }
        state.withdrawn += places;
        return null;
    }

    @Nullable
    Refusal act(AllotmentAction action) {
        StateTable.Row<AllotmentStatus, AllotmentAction> row = InvitationStates.ALLOTMENT.judge(state.status, action);
        AllotmentStatus to = row.to();
        if (to == null) {
            return row.refusal();
        }
        if (action == AllotmentAction.END && at.isBefore(state.startsAt)) {
            return Refusal.SESSION_NOT_BEGUN;
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
    }

    /** Why so many places cannot be taken, of which some are kept for this one alone. */
    private @Nullable Refusal refusal(UUID id, int places, int own) {
        Refusal closed = state.closed(at);
        // A hold that was made in time keeps its places over the release.
        boolean kept = own >= places && state.begun(at) == null;
        if (closed != null && !kept) {
            return closed;
        }
        if (state.isTaken(id)) {
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

    private @Nullable Refusal promisedRefusal(@Nullable AllocatedPlaces promised, int places) {
        Refusal begun = state.begun(at);
        if (begun != null || promised == null) {
            return begun != null ? begun : Refusal.NOT_FOUND;
        }
        return places < 1 || places > promised.places() ? Refusal.MORE_THAN_THERE_IS : null;
    }

    private void reduce(UUID id, AllocatedPlaces promised, int places) {
        int rest = promised.places() - places;
        if (rest == 0) {
            state.allocations.remove(id);
        } else {
            state.allocations.put(
                    id,
                    new AllocatedPlaces(promised.structureId(), rest, promised.confirmBefore(), promised.confirmed()));
        }
    }
}
