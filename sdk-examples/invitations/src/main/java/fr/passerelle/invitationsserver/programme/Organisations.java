package fr.passerelle.invitationsserver.programme;

import static fr.passerelle.invitationsserver.store.Transaction.id;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.invitationsserver.store.Audience;
import fr.passerelle.invitationsserver.store.Transaction;
import fr.passerelle.invitationsserver.web.ApiCall;
import fr.passerelle.invitationsserver.web.ProblemException;
import fr.passerelle.invitationsserver.web.Reply;
import fr.passerelle.invitationsserver.web.Wire;
import fr.passerelle.model.invitation.Donor;
import fr.passerelle.model.invitation.DonorDraft;
import fr.passerelle.model.invitation.Refusal;
import fr.passerelle.model.invitation.Structure;
import fr.passerelle.model.invitation.StructureDraft;
import fr.passerelle.model.invitation.StructureStatus;
import fr.passerelle.model.invitation.StructureStatusDraft;
import fr.passerelle.model.invitation.feed.ChangeKind;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Donors and structures, as the operator registers them. */
final class Organisations {

    private final Programme programme;

    Organisations(Programme programme) {
        this.programme = programme;
    }

    Reply putDonor(ApiCall call) {
        DonorDraft draft = call.draft(DonorDraft.class);
        String text = Wire.text(draft);
        return programme.write(call, tx -> {
            Optional<Donor> before = tx.locked("SELECT * FROM donors WHERE id = ?", Organisations::donor, draft.id());
            Donor after = Wire.stored(text, Donor.class);
            if (before.equals(Optional.of(after))) {
                return Reply.stored(after, false);
            }
            replaces(call, before);
            if (before.isEmpty()) {
                tx.change("INSERT INTO donors (id, name, draft) VALUES (?, ?, ?)", draft.id(), draft.name(), text);
            } else {
                tx.change("UPDATE donors SET name = ?, draft = ? WHERE id = ?", draft.name(), text, draft.id());
            }
            tell(tx, ChangeKind.DONOR, draft.id(), before.isEmpty(), Audience.donor(draft.id()));
            return Reply.stored(after, before.isEmpty());
        });
    }

    Reply getDonor(ApiCall call) {
        return programme.read(
                tx -> Reply.one(tx.first("SELECT * FROM donors WHERE id = ?", Organisations::donor, call.id())
                        .orElseThrow(ProblemException::notFound)));
    }

    Reply listDonors(ApiCall call) {
        return programme.read(tx -> Reply.ok(
                Pages.of(tx, call, "SELECT * FROM donors WHERE ord > ? ORDER BY ord LIMIT ?", Organisations::donor)));
    }

    Reply putStructure(ApiCall call) {
        StructureDraft draft = call.draft(StructureDraft.class);
        String text = Wire.text(draft);
        return programme.write(call, tx -> {
            Optional<Structure> before =
                    tx.locked("SELECT * FROM structures WHERE id = ?", Organisations::structure, draft.id());
            StructureStatus status = before.map(Structure::status).orElse(StructureStatus.ACTIVE);
            Structure after = structure(text, status);
            if (before.equals(Optional.of(after))) {
                return Reply.stored(after, false);
            }
            replaces(call, before);
            if (before.isEmpty()) {
                tx.change(
                        "INSERT INTO structures (id, name, status, draft) VALUES (?, ?, ?, ?)",
                        draft.id(),
                        draft.name(),
                        status.value(),
                        text);
            } else {
                tx.change("UPDATE structures SET name = ?, draft = ? WHERE id = ?", draft.name(), text, draft.id());
            }
            tell(tx, ChangeKind.STRUCTURE, draft.id(), before.isEmpty(), Audience.structure(draft.id()));
            return Reply.stored(after, before.isEmpty());
        });
    }

    /** A closed structure stays closed. */
    Reply putStatus(ApiCall call) {
        StructureStatus status = call.body(StructureStatusDraft.class).status();
        return programme.write(call, tx -> {
            Structure before = tx.locked("SELECT * FROM structures WHERE id = ?", Organisations::structure, call.id())
                    .orElseThrow(ProblemException::notFound);
            if (!before.status().equals(status)) {
                new RuleCheck()
                        .require(!before.status().equals(StructureStatus.CLOSED), "status", RuleCode.NOT_ALLOWED)
                        .raise();
                tx.change("UPDATE structures SET status = ? WHERE id = ?", status.value(), call.id());
                tx.tell(ChangeKind.STRUCTURE, call.id(), status.value(), Audience.structure(call.id()));
                if (status.equals(StructureStatus.ACTIVE)) {
                    Waitlists.resume(tx, programme, call.id());
                }
            }
            return Reply.stored(find(tx, call.id()), false);
        });
    }

    Reply getStructure(ApiCall call) {
        return programme.read(tx -> Reply.one(find(tx, call.id())));
    }

    Reply listStructures(ApiCall call) {
        return programme.read(tx -> Reply.ok(Pages.of(
                tx, call, "SELECT * FROM structures WHERE ord > ? ORDER BY ord LIMIT ?", Organisations::structure)));
    }

    /** The structure that asks for places; it must be one that may. */
    static Structure asking(Transaction tx, UUID structureId) throws SQLException {
        Structure structure = find(tx, structureId);
        if (!structure.active()) {
            throw ProblemException.refused(Refusal.STRUCTURE_NOT_ACTIVE);
        }
        return structure;
    }

    /** Until the end of the transaction nobody else counts what this structure has. */
    static void lockStructure(Transaction tx, UUID structureId) throws SQLException {
        tx.locked("SELECT id FROM structures WHERE id = ?", row -> id(row, "id"), structureId);
    }

    static Structure find(Transaction tx, UUID structureId) throws SQLException {
        return tx.first("SELECT * FROM structures WHERE id = ?", Organisations::structure, structureId)
                .orElseThrow(ProblemException::notFound);
    }

    private static void replaces(ApiCall call, Optional<?> before) {
        if (before.isPresent()) {
            call.requireMatch(before.get());
        } else if (call.ifMatch() != null) {
            throw ProblemException.changed();
        }
    }

    private static void tell(Transaction tx, ChangeKind kind, UUID id, boolean created, Audience audience) {
        tx.tell(kind, id, created ? Feed.CREATED : Feed.UPDATED, audience);
    }

    private static Donor donor(ResultSet row) throws SQLException {
        return Wire.stored(row.getString("draft"), Donor.class);
    }

    static Structure structure(ResultSet row) throws SQLException {
        return structure(row.getString("draft"), StructureStatus.of(row.getString("status")));
    }

    private static Structure structure(String draft, StructureStatus status) {
        ObjectNode more = Wire.object().put("status", status.value());
        return Wire.stored(draft, Structure.class, more);
    }

    /** Of a key's owner: what it is called. */
    static Optional<String> name(Transaction tx, String table, UUID owner) throws SQLException {
        return tx.first("SELECT name FROM " + table + " WHERE id = ?", row -> row.getString("name"), owner);
    }
}
