package fr.passerelle.invitationsserver.programme;

import static fr.passerelle.invitationsserver.store.Transaction.id;
import static fr.passerelle.invitationsserver.store.Transaction.idOrNull;
import static fr.passerelle.invitationsserver.store.Transaction.instant;

import fr.passerelle.invitationsserver.store.Audience;
import fr.passerelle.invitationsserver.store.Transaction;
import fr.passerelle.invitationsserver.web.ApiCall;
import fr.passerelle.invitationsserver.web.ProblemException;
import fr.passerelle.invitationsserver.web.Reply;
import fr.passerelle.model.invitation.Allocation;
import fr.passerelle.model.invitation.AllocationAction;
import fr.passerelle.model.invitation.AllocationStatus;
import fr.passerelle.model.invitation.InvitationStates;
import fr.passerelle.model.invitation.Refusal;
import fr.passerelle.model.invitation.StateTable;
import fr.passerelle.model.invitation.feed.ChangeKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Places that were promised by a draw or from a waiting list. */
final class Allocations {

    private static final String BY_ID = "SELECT * FROM allocations WHERE id = ?";

    private final Programme programme;

    Allocations(Programme programme) {
        this.programme = programme;
    }

    Reply list(ApiCall call) {
        return programme.read(tx -> Reply.ok(Pages.of(
                tx,
                call,
                "SELECT * FROM allocations WHERE structure_id = ? AND ord > ? ORDER BY ord LIMIT ?",
                Allocations::allocation,
                call.owner())));
    }

    /** Confirmed already, nothing happens. */
    Reply confirm(ApiCall call) {
        return programme.write(call, tx -> {
            LockedAllotment allotment =
                    LockedAllotment.lock(tx, programme, own(tx, call).allotmentId());
            Allocation allocation = own(tx, call);
            if (!allocation.status().equals(AllocationStatus.CONFIRMED)) {
                Organisations.asking(tx, call.owner());
                judge(allocation, AllocationAction.CONFIRM);
                allotment.apply((ledger, now) -> ledger.confirm(allocation.id(), now));
                become(tx, allotment, allocation, AllocationStatus.CONFIRMED);
            }
            allotment.save();
            return Reply.stored(find(tx, allocation.id()), false);
        });
    }

    /** Declined already, nothing happens. */
    Reply decline(ApiCall call) {
        return programme.write(call, tx -> {
            LockedAllotment allotment =
                    LockedAllotment.lock(tx, programme, own(tx, call).allotmentId());
            Allocation allocation = own(tx, call);
            if (!allocation.status().equals(AllocationStatus.DECLINED)) {
                judge(allocation, AllocationAction.DECLINE);
                int all = allotment.ledger().allocated(allocation.id());
                allotment.apply((ledger, now) -> ledger.giveBackAllocated(allocation.id(), all, now));
                allotment.endAllocation(allocation.id(), allocation.structureId(), AllocationStatus.DECLINED);
            }
            allotment.save();
            return Reply.stored(find(tx, allocation.id()), false);
        });
    }

    /** Books places of an allocation: what it has left waits for more bookings. */
    static void spend(
            Transaction tx, LockedAllotment allotment, UUID structureId, UUID allocationId, UUID bookingId, int places)
            throws SQLException {
        Allocation allocation = find(tx, allocationId);
        if (!allocation.structureId().equals(structureId)
                || !allocation.allotmentId().equals(allotment.id())) {
            throw ProblemException.notFound();
        }
        if (!allocation.status().equals(AllocationStatus.OFFERED)) {
            judge(allocation, AllocationAction.SPEND);
        }
        allotment.apply((ledger, now) -> ledger.spend(bookingId, allocationId, places, now));
        int left = allotment.ledger().allocated(allocationId);
        tx.change("UPDATE allocations SET unbooked = ? WHERE id = ?", left, allocationId);
        if (left == 0) {
            allotment.endAllocation(allocationId, structureId, AllocationStatus.SPENT);
        }
    }

    /**
     * Gives places back.
     *
     * @param places how many; null for all that are not booked
     * @return how many went back
     */
    static int giveBack(Transaction tx, LockedAllotment allotment, Allocation allocation, @Nullable Integer places)
            throws SQLException {
        int unbooked = allotment.ledger().allocated(allocation.id());
        if (unbooked == 0) {
            judge(allocation, AllocationAction.DECLINE);
        }
        int back = places == null ? unbooked : places;
        allotment.apply((ledger, now) -> ledger.giveBackAllocated(allocation.id(), back, now));
        tx.change(
                "UPDATE allocations SET places = places - ?, unbooked = unbooked - ? WHERE id = ?",
                back,
                back,
                allocation.id());
        if (allotment.ledger().allocated(allocation.id()) == 0) {
            boolean booked = allocation.places() > back;
            allotment.endAllocation(
                    allocation.id(),
                    allocation.structureId(),
                    booked ? AllocationStatus.SPENT : AllocationStatus.DECLINED);
        } else {
            tx.tell(
                    ChangeKind.ALLOCATION,
                    allocation.id(),
                    Feed.UPDATED,
                    Audience.both(allotment.donorId(), allocation.structureId()));
        }
        return back;
    }

    private static void judge(Allocation allocation, AllocationAction action) {
        StateTable.Row<AllocationStatus, AllocationAction> row =
                InvitationStates.ALLOCATION.judge(allocation.status(), action);
        if (!row.allowed()) {
            throw ProblemException.refused(row.refusal() == null ? Refusal.UNKNOWN_STATE : row.refusal());
        }
    }

    private static void become(
            Transaction tx, LockedAllotment allotment, Allocation allocation, AllocationStatus status)
            throws SQLException {
        tx.change("UPDATE allocations SET status = ? WHERE id = ?", status.value(), allocation.id());
        tx.tell(
                ChangeKind.ALLOCATION,
                allocation.id(),
                status.value(),
                Audience.both(allotment.donorId(), allocation.structureId()));
    }

    /** Who waits is offered an allocation with the same id: it must not be another one's already. */
    static void requireUnused(Transaction tx, UUID id) throws SQLException {
        if (tx.first(BY_ID, Allocations::allocation, id).isPresent()) {
            throw ProblemException.refused(Refusal.ALREADY_DIFFERENT);
        }
    }

    private static Allocation own(Transaction tx, ApiCall call) throws SQLException {
        return own(tx, call, call.id());
    }

    static Allocation own(Transaction tx, ApiCall call, UUID id) throws SQLException {
        Allocation allocation = find(tx, id);
        if (!allocation.structureId().equals(call.owner())) {
            throw ProblemException.notFound();
        }
        return allocation;
    }

    static Allocation find(Transaction tx, UUID id) throws SQLException {
        return tx.first(BY_ID, Allocations::allocation, id).orElseThrow(ProblemException::notFound);
    }

    private static Allocation allocation(ResultSet row) throws SQLException {
        return new Allocation(
                id(row, "id"),
                id(row, "allotment_id"),
                id(row, "structure_id"),
                row.getInt("places"),
                idOrNull(row, "call_id"),
                AllocationStatus.of(row.getString("status")),
                instant(row, "confirm_before"));
    }
}
