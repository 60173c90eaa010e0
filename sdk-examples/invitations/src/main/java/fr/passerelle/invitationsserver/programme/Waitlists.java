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
import fr.passerelle.model.invitation.StructureStatus;
import fr.passerelle.model.invitation.WaitlistDraft;
import fr.passerelle.model.invitation.WaitlistEntry;
import fr.passerelle.model.invitation.feed.ChangeKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Structures that wait for places. What they are offered is an allocation with the same id. A structure that may not
 * ask keeps its place on the list and is passed over: no ledger knows of it until it may ask again.
 */
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
                    draft.id(), draft.allotmentId(), structure, draft.minimum(), draft.wanted(), since(tx, allotment));
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

    /**
     * Now, but after all that came before: two that came in the same millisecond, or to servers whose clocks differ,
     * are in the order in which they came, whatever ids they chose.
     */
    private static Instant since(Transaction tx, LockedAllotment allotment) throws SQLException {
        Instant now = allotment.now();
        return tx.first(
                        "SELECT since FROM waitlist WHERE allotment_id = ? ORDER BY since DESC LIMIT 1",
                        row -> instant(row, "since"),
                        allotment.id())
                .filter(last -> !last.isBefore(now))
                .map(last -> last.plusMillis(1))
                .orElse(now);
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
                if (allotment.ledger().waitlist().stream()
                        .anyMatch(entry -> entry.id().equals(call.id()))) {
                    allotment.apply((ledger, now) -> ledger.leave(call.id(), now));
                }
                end(tx, call.id(), call.owner(), "LEFT");
            }
            allotment.save();
            return Reply.nothing();
        });
    }

    /** Those who wait for an allotment and may be offered something. */
    static List<WaitlistEntry> toServe(Transaction tx, UUID allotment) throws SQLException {
        return tx.list(
                "SELECT w.* FROM waitlist w JOIN structures s ON s.id = w.structure_id"
                        + " WHERE w.allotment_id = ? AND w.status = 'WAITING' AND s.status = ?",
                Waitlists::entry,
                allotment,
                StructureStatus.ACTIVE.value());
    }

    /** A structure may ask again: it is offered what is free by now, in its old place on each list. */
    static void resume(Transaction tx, Programme programme, UUID structure) throws SQLException {
        for (UUID id : tx
                .list(
                        "SELECT w.allotment_id FROM waitlist w JOIN allotments a ON a.id = w.allotment_id"
                                + " JOIN sessions s ON s.id = a.session_id WHERE w.structure_id = ?"
                                + " AND w.status = 'WAITING' AND s.starts_at > ?",
                        row -> id(row, "allotment_id"),
                        structure,
                        tx.now())
                .stream()
                .distinct()
                .sorted(Comparator.comparing(UUID::toString))
                .toList()) {
            LockedAllotment allotment = LockedAllotment.lock(tx, programme, id);
            Optional<WaitlistEntry> any = allotment.ledger().waitlist().stream()
                    .filter(entry -> entry.structureId().equals(structure))
                    .findFirst();
            if (any.isPresent()) {
                // Whoever comes onto a list has the whole list served at once, in its order: also what else of theirs.
                allotment.apply((ledger, now) -> ledger.leave(any.get().id(), now));
                allotment.apply((ledger, now) -> ledger.await(any.get(), now));
            }
            allotment.save();
        }
    }

    /** Nobody waits for an allotment any more. */
    static void endAll(Transaction tx, UUID allotment) throws SQLException {
        for (WaitlistEntry entry : tx.list(
                "SELECT * FROM waitlist WHERE allotment_id = ? AND status = 'WAITING'", Waitlists::entry, allotment)) {
            end(tx, entry.id(), entry.structureId(), "LEFT");
        }
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
