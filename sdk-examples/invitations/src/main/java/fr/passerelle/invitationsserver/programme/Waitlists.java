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
import fr.passerelle.model.invitation.Refusal;
import fr.passerelle.model.invitation.WaitlistDraft;
import fr.passerelle.model.invitation.WaitlistEntry;
import fr.passerelle.model.invitation.feed.ChangeKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Structures that wait for places. What they are offered is an allocation with the same id. */
final class Waitlists {

    private static final String BY_ID = "SELECT * FROM waitlist WHERE id = ?";

    private record Owned(UUID allotmentId, UUID structureId, String status) {}

    private final Programme programme;

    Waitlists(Programme programme) {
        this.programme = programme;
    }

    Reply put(ApiCall call) {
        WaitlistDraft draft = call.draft(WaitlistDraft.class);
        String hash = Wire.hash(draft);
        UUID structure = call.owner();
        return programme.write(call, tx -> {
            Optional<String> before = Requests.before(tx, "waitlist", "structure_id", draft.id(), structure);
            if (before.isPresent()) {
                Requests.requireSame(before.get(), hash);
                return Reply.stored(find(tx, draft.id()), false);
            }
            Organisations.asking(tx, structure);
            LockedAllotment allotment = LockedAllotment.lock(tx, programme, draft.allotmentId());
            if (allotment.mode().equals(AllotmentMode.CALL) && !Calls.isDrawn(tx, draft.allotmentId())) {
                throw ProblemException.refused(Refusal.BY_CALL_ONLY);
            }
            Allocations.requireUnused(tx, draft.id());
            WaitlistEntry entry = new WaitlistEntry(
                    draft.id(), draft.allotmentId(), structure, draft.minimum(), draft.wanted(), allotment.now());
            tx.change(
                    "INSERT INTO waitlist (id, request_hash, allotment_id, structure_id, minimum, wanted, since, status)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, 'WAITING')",
                    draft.id(),
                    hash,
                    draft.allotmentId(),
                    structure,
                    draft.minimum(),
                    draft.wanted(),
                    entry.since());
            tx.tell(ChangeKind.WAITLIST, draft.id(), Feed.CREATED, Audience.both(allotment.donorId(), structure));
            allotment.apply((ledger, now) -> ledger.await(entry, now));
            allotment.save();
            return Reply.stored(entry, true);
        });
    }

    /** Those that still wait. */
    Reply list(ApiCall call) {
        return programme.read(tx -> Reply.ok(Pages.of(
                tx,
                call,
                "SELECT * FROM waitlist WHERE structure_id = ? AND status = 'WAITING' AND ord > ? ORDER BY ord LIMIT ?",
                Waitlists::entry,
                call.owner())));
    }

    /** Waits no more. What it was offered meanwhile stays offered. */
    Reply leave(ApiCall call) {
        return programme.write(call, tx -> {
            LockedAllotment allotment =
                    LockedAllotment.lock(tx, programme, owned(tx, call).allotmentId());
            if (owned(tx, call).status().equals("WAITING")) {
                allotment.apply((ledger, now) -> ledger.leave(call.id(), now));
                end(tx, call.id(), call.owner(), "LEFT");
            }
            allotment.save();
            return Reply.nothing();
        });
    }

    static void end(Transaction tx, UUID id, UUID structureId, String status) throws SQLException {
        tx.change("UPDATE waitlist SET status = ? WHERE id = ?", status, id);
        tx.tell(ChangeKind.WAITLIST, id, status, Audience.structure(structureId));
    }

    private static Owned owned(Transaction tx, ApiCall call) throws SQLException {
        return tx.first(
                        BY_ID,
                        row -> new Owned(id(row, "allotment_id"), id(row, "structure_id"), row.getString("status")),
                        call.id())
                .filter(owned -> owned.structureId().equals(call.owner()))
                .orElseThrow(ProblemException::notFound);
    }

    private static WaitlistEntry find(Transaction tx, UUID id) throws SQLException {
        return tx.first(BY_ID, Waitlists::entry, id).orElseThrow(ProblemException::notFound);
    }

    static WaitlistEntry entry(ResultSet row) throws SQLException {
        return new WaitlistEntry(
                id(row, "id"),
                id(row, "allotment_id"),
                id(row, "structure_id"),
                row.getInt("minimum"),
                row.getInt("wanted"),
                instant(row, "since"));
    }
}
