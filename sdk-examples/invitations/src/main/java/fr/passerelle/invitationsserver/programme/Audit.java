package fr.passerelle.invitationsserver.programme;

import static fr.passerelle.invitationsserver.store.Transaction.id;
import static fr.passerelle.invitationsserver.store.Transaction.idOrNull;
import static fr.passerelle.invitationsserver.store.Transaction.instant;

import fr.passerelle.invitationsserver.store.Transaction;
import fr.passerelle.invitationsserver.web.ApiCall;
import fr.passerelle.invitationsserver.web.Reply;
import fr.passerelle.model.invitation.access.AuditEntry;
import fr.passerelle.model.invitation.access.InvitationRole;
import java.sql.SQLException;

/** Who did what, without people's data: never a body. */
final class Audit {

    static final String OK = "ok";

    private static final int MAX_SUBJECT = 70;

    private final Programme programme;

    Audit(Programme programme) {
        this.programme = programme;
    }

    static void note(Transaction tx, ApiCall call, String outcome) throws SQLException {
        String subject = call.subject();
        tx.change(
                "INSERT INTO audit (at_time, role, owner_id, key_id, operation, subject, outcome)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                tx.now(),
                call.caller().role().value(),
                call.caller().ownerId(),
                call.caller().keyId(),
                call.route().operation(),
                subject == null || subject.length() > MAX_SUBJECT ? null : subject,
                outcome);
    }

    /** Notes a call of which nothing was kept. */
    void refused(ApiCall call, String code) {
        programme.database().write(tx -> {
            note(tx, call, code);
            return code;
        });
    }

    Reply list(ApiCall call) {
        return programme.read(tx -> Reply.ok(Pages.of(
                tx,
                call,
                "SELECT * FROM audit WHERE ord > ? ORDER BY ord LIMIT ?",
                row -> new AuditEntry(
                        instant(row, "at_time"),
                        InvitationRole.of(row.getString("role")),
                        idOrNull(row, "owner_id"),
                        id(row, "key_id"),
                        row.getString("operation"),
                        row.getString("subject"),
                        row.getString("outcome")))));
    }
}
