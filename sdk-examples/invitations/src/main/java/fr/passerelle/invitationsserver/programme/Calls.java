package fr.passerelle.invitationsserver.programme;

import static fr.passerelle.invitationsserver.store.Transaction.instant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.invitationsserver.store.Audience;
import fr.passerelle.invitationsserver.store.Transaction;
import fr.passerelle.invitationsserver.web.ApiCall;
import fr.passerelle.invitationsserver.web.ProblemException;
import fr.passerelle.invitationsserver.web.Reply;
import fr.passerelle.invitationsserver.web.Wire;
import fr.passerelle.model.invitation.AllotmentMode;
import fr.passerelle.model.invitation.Call;
import fr.passerelle.model.invitation.CallDraft;
import fr.passerelle.model.invitation.CallStatus;
import fr.passerelle.model.invitation.Refusal;
import fr.passerelle.model.invitation.Wish;
import fr.passerelle.model.invitation.Wishes;
import fr.passerelle.model.invitation.WishesDraft;
import fr.passerelle.model.invitation.feed.ChangeKind;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Calls over several allotments, and what structures wish of them. {@link CallDraws} draws them. */
final class Calls {

    private static final String BY_ID = "SELECT * FROM calls WHERE id = ?";

    private final Programme programme;

    Calls(Programme programme) {
        this.programme = programme;
    }

    Reply put(ApiCall call) {
        CallDraft draft = call.draft(CallDraft.class);
        String hash = Wire.hash(draft);
        return programme.write(call, tx -> {
            Optional<String> before =
                    tx.first("SELECT request_hash FROM calls WHERE id = ?", row -> row.getString(1), draft.id());
            if (before.isPresent()) {
                Requests.requireSame(before.get(), hash);
                return Reply.stored(find(tx, draft.id()), false);
            }
            draft.checkAt(tx.now());
            requireFreeForACall(tx, draft);
            tx.change(
                    "INSERT INTO calls (id, request_hash, closes_at, status, draft) VALUES (?, ?, ?, ?, ?)",
                    draft.id(),
                    hash,
                    draft.closesAt(),
                    CallStatus.OPEN.value(),
                    Wire.text(draft));
            for (UUID allotment : draft.allotmentIds()) {
                tx.change("INSERT INTO call_allotments VALUES (?, ?)", draft.id(), allotment);
            }
            tx.tell(ChangeKind.CALL, draft.id(), Feed.CREATED, Audience.EVERYBODY);
            return Reply.stored(find(tx, draft.id()), true);
        });
    }

    /** Each must be there for a call, and in no other one. */
    private static void requireFreeForACall(Transaction tx, CallDraft draft) throws SQLException {
        RuleCheck check = new RuleCheck();
        for (int i = 0; i < draft.allotmentIds().size(); i++) {
            boolean free = tx.first(
                            "SELECT id FROM allotments WHERE id = ? AND mode = ? AND NOT EXISTS"
                                    + " (SELECT 1 FROM call_allotments WHERE allotment_id = allotments.id)",
                            row -> row.getObject(1),
                            draft.allotmentIds().get(i),
                            AllotmentMode.CALL.value())
                    .isPresent();
            check.require(free, "allotmentIds." + i, RuleCode.UNKNOWN_REFERENCE, "allotments");
        }
        check.raise();
    }

    Reply list(ApiCall call) {
        return programme.read(tx -> {
            Instant now = tx.now();
            return Reply.ok(Pages.of(
                    tx, call, "SELECT * FROM calls WHERE ord > ? ORDER BY ord LIMIT ?", row -> call(row, now)));
        });
    }

    Reply get(ApiCall call) {
        return programme.read(tx -> Reply.one(find(tx, call.id())));
    }

    /** Replaces what the structure wished before. */
    Reply putWishes(ApiCall call) {
        WishesDraft draft =
                Wire.request(call.body(), WishesDraft.class, "callId", call.id().toString());
        UUID structure = call.owner();
        return programme.write(call, tx -> {
            Organisations.asking(tx, structure);
            // So that no wish is taken that a draw does not see.
            Call open = lock(tx, call.id());
            Wishes after = new Wishes(open.id(), structure, draft.wishes());
            Optional<Wishes> before = wishes(tx, open.id(), structure);
            if (before.equals(Optional.of(after))) {
                return Reply.stored(after, false);
            }
            if (!open.status().equals(CallStatus.OPEN)) {
                throw ProblemException.refused(Refusal.CALL_CLOSED);
            }
            requireOfCall(open, draft);
            String text = Wire.text(draft.wishes());
            if (before.isEmpty()) {
                tx.change("INSERT INTO wishes VALUES (?, ?, ?)", open.id(), structure, text);
            } else {
                tx.change(
                        "UPDATE wishes SET wishes = ? WHERE call_id = ? AND structure_id = ?",
                        text,
                        open.id(),
                        structure);
            }
            tx.tell(ChangeKind.CALL, open.id(), Feed.UPDATED, Audience.structure(structure));
            return Reply.stored(after, before.isEmpty());
        });
    }

    private static void requireOfCall(Call call, WishesDraft draft) {
        Set<UUID> given = new HashSet<>(call.allotmentIds());
        RuleCheck check = new RuleCheck();
        for (int i = 0; i < draft.wishes().size(); i++) {
            check.require(
                    given.contains(draft.wishes().get(i).allotmentId()),
                    "wishes." + i + ".allotmentId",
                    RuleCode.UNKNOWN_REFERENCE,
                    "allotmentIds");
        }
        check.raise();
    }

    Reply getWishes(ApiCall call) {
        return programme.read(tx -> {
            Call found = find(tx, call.id());
            return Reply.one(wishes(tx, found.id(), call.owner())
                    .orElseGet(() -> new Wishes(found.id(), call.owner(), List.of())));
        });
    }

    private static Optional<Wishes> wishes(Transaction tx, UUID callId, UUID structureId) throws SQLException {
        return tx.first(
                "SELECT wishes FROM wishes WHERE call_id = ? AND structure_id = ?",
                row -> new Wishes(callId, structureId, wishes(row)),
                callId,
                structureId);
    }

    /** The wishes in a row, in the order of their rank. */
    static List<Wish> wishes(ResultSet row) throws SQLException {
        return List.of(Wire.stored(row.getString("wishes"), Wish[].class));
    }

    /** Whether the call of this allotment is drawn: what is left of it can be waited for. */
    static boolean isDrawn(Transaction tx, UUID allotmentId) throws SQLException {
        return tx.first(
                        "SELECT c.status FROM call_allotments a JOIN calls c ON c.id = a.call_id"
                                + " WHERE a.allotment_id = ? AND c.status = 'DRAWN'",
                        row -> row.getString(1),
                        allotmentId)
                .isPresent();
    }

    static Call find(Transaction tx, UUID id) throws SQLException {
        Instant now = tx.now();
        return tx.first(BY_ID, row -> call(row, now), id).orElseThrow(ProblemException::notFound);
    }

    static Call lock(Transaction tx, UUID id) throws SQLException {
        if (tx.locked(BY_ID, row -> row.getString("status"), id).isEmpty()) {
            throw ProblemException.notFound();
        }
        return find(tx, id);
    }

    /** A call closes by time alone. */
    private static Call call(ResultSet row, Instant now) throws SQLException {
        CallStatus status = CallStatus.of(row.getString("status"));
        boolean over = status.equals(CallStatus.OPEN) && !now.isBefore(instant(row, "closes_at"));
        ObjectNode more = Wire.object().put("status", over ? CallStatus.CLOSED.value() : status.value());
        if (status.equals(CallStatus.DRAWN)) {
            more.put("secret", row.getString("secret")).put("publicValue", row.getString("public_value"));
        }
        return Wire.stored(row.getString("draft"), Call.class, more);
    }
}
