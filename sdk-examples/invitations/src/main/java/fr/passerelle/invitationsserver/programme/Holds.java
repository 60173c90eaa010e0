package fr.passerelle.invitationsserver.programme;

import static fr.passerelle.invitationsserver.store.Transaction.id;
import static fr.passerelle.invitationsserver.store.Transaction.instant;

import fr.passerelle.invitationsserver.store.Audience;
import fr.passerelle.invitationsserver.store.Transaction;
import fr.passerelle.invitationsserver.web.ApiCall;
import fr.passerelle.invitationsserver.web.ProblemException;
import fr.passerelle.invitationsserver.web.Reply;
import fr.passerelle.invitationsserver.web.Wire;
import fr.passerelle.model.invitation.AllotmentMode;
import fr.passerelle.model.invitation.Hold;
import fr.passerelle.model.invitation.HoldAction;
import fr.passerelle.model.invitation.HoldDraft;
import fr.passerelle.model.invitation.HoldStatus;
import fr.passerelle.model.invitation.InvitationStates;
import fr.passerelle.model.invitation.Refusal;
import fr.passerelle.model.invitation.StateTable;
import fr.passerelle.model.invitation.feed.ChangeKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Places that structures keep for some minutes. */
final class Holds {

    /** Most holds of one structure at once: a hold is for making up one's mind, not for keeping a season. */
    static final int MOST = 20;

    private static final String BY_ID = "SELECT * FROM holds WHERE id = ?";

    private final Programme programme;

    Holds(Programme programme) {
        this.programme = programme;
    }

    Reply put(ApiCall call) {
        HoldDraft draft = call.draft(HoldDraft.class);
        String hash = Wire.hash(draft);
        UUID structure = call.owner();
        return programme.write(call, tx -> {
            Optional<String> before = Requests.before(tx, "holds", "structure_id", draft.id(), structure);
            if (before.isPresent()) {
                Requests.requireSame(before.get(), hash);
                return Reply.stored(current(tx, draft.id()), false);
            }
            Organisations.asking(tx, structure);
            requireFewerThanMost(tx, structure);
            LockedAllotment allotment = LockedAllotment.lock(tx, programme, draft.allotmentId());
            if (allotment.mode().equals(AllotmentMode.CALL)) {
                throw ProblemException.refused(Refusal.BY_CALL_ONLY);
            }
            Instant expires = allotment.now().plus(Duration.ofMinutes(draft.minutes()));
            allotment.apply((ledger, now) -> ledger.hold(draft.id(), structure, draft.places(), expires, now));
            tx.change(
                    "INSERT INTO holds (id, request_hash, allotment_id, structure_id, places, status, expires_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    draft.id(),
                    hash,
                    draft.allotmentId(),
                    structure,
                    draft.places(),
                    HoldStatus.ACTIVE.value(),
                    allotment.expiresAt(draft.id()));
            tx.tell(ChangeKind.HOLD, draft.id(), HoldStatus.ACTIVE.value(), Audience.structure(structure));
            allotment.save();
            return Reply.stored(current(tx, draft.id()), true);
        });
    }

    /** Locks the structure, so that two holds at once do not both see room for one. */
    private static void requireFewerThanMost(Transaction tx, UUID structure) throws SQLException {
        Organisations.lockStructure(tx, structure);
        int others = tx.first(
                        "SELECT COUNT(*) FROM holds WHERE structure_id = ? AND status = 'ACTIVE' AND expires_at > ?",
                        row -> row.getInt(1),
                        structure,
                        tx.now())
                .orElse(0);
        if (others >= MOST) {
            throw ProblemException.refused(Refusal.TOO_MANY_AT_ONCE);
        }
    }

    Reply get(ApiCall call) {
        return programme.read(tx -> {
            Hold hold = own(tx, call);
            return Reply.one(hold);
        });
    }

    /** The second time it is the same. */
    Reply release(ApiCall call) {
        return programme.write(call, tx -> {
            LockedAllotment allotment =
                    LockedAllotment.lock(tx, programme, own(tx, call).allotmentId());
            Hold hold = own(tx, call);
            if (!hold.status().equals(HoldStatus.RELEASED)) {
                StateTable.Row<HoldStatus, HoldAction> row =
                        InvitationStates.HOLD.judge(hold.status(), HoldAction.RELEASE);
                if (row.refusal() != null) {
                    throw ProblemException.refused(row.refusal());
                }
                allotment.apply((ledger, now) -> ledger.releaseHold(hold.id(), now));
                end(tx, hold.id(), hold.structureId(), HoldStatus.RELEASED);
            }
            allotment.save();
            return Reply.stored(current(tx, hold.id()), false);
        });
    }

    /** A hold keeps no places any more. */
    static void end(Transaction tx, UUID holdId, UUID structureId, HoldStatus status) throws SQLException {
        tx.change("UPDATE holds SET status = ? WHERE id = ?", status.value(), holdId);
        tx.tell(ChangeKind.HOLD, holdId, status.value(), Audience.structure(structureId));
    }

    private static Hold own(Transaction tx, ApiCall call) throws SQLException {
        Hold hold = current(tx, call.id());
        if (!hold.structureId().equals(call.owner())) {
            throw ProblemException.notFound();
        }
        return hold;
    }

    /** As it is now: one that ran out is told as such, though nobody wrote it down yet. */
    static Hold current(Transaction tx, UUID id) throws SQLException {
        Hold hold = tx.first(BY_ID, Holds::hold, id).orElseThrow(ProblemException::notFound);
        boolean over = hold.status().equals(HoldStatus.ACTIVE) && !hold.keepsPlaces(tx.now());
        return over
                ? new Hold(
                        hold.id(),
                        hold.allotmentId(),
                        hold.structureId(),
                        hold.places(),
                        HoldStatus.EXPIRED,
                        hold.expiresAt())
                : hold;
    }

    private static Hold hold(ResultSet row) throws SQLException {
        return new Hold(
                id(row, "id"),
                id(row, "allotment_id"),
                id(row, "structure_id"),
                row.getInt("places"),
                HoldStatus.of(row.getString("status")),
                instant(row, "expires_at"));
    }
}
