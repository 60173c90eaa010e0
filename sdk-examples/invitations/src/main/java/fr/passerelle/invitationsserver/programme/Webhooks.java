package fr.passerelle.invitationsserver.programme;

import static fr.passerelle.invitationsserver.store.Transaction.id;
import static fr.passerelle.invitationsserver.store.Transaction.idOrNull;

import fr.passerelle.invitationsserver.store.Transaction;
import fr.passerelle.invitationsserver.web.ApiCall;
import fr.passerelle.invitationsserver.web.ProblemException;
import fr.passerelle.invitationsserver.web.Reply;
import fr.passerelle.model.invitation.Refusal;
import fr.passerelle.model.invitation.feed.Webhook;
import fr.passerelle.model.invitation.feed.WebhookDraft;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where callers want to hear of changes. {@code Deliveries} sends the messages. */
final class Webhooks {

    /** How long a secret that was replaced still signs beside the new one. */
    private static final Duration OLD_SECRET = Duration.ofDays(1);

    /** Most webhooks of one owner. */
    private static final int MOST = 10;

    private record Known(@Nullable UUID owner, String role, String url, String secret, boolean deleted) {

        boolean isOf(ApiCall call) {
            return role.equals(call.caller().role().value())
                    && Objects.equals(owner, call.caller().ownerId());
        }
    }

    private final Programme programme;

    Webhooks(Programme programme) {
        this.programme = programme;
    }

    /** Sent again with another address or secret, it replaces. */
    Reply put(ApiCall call) {
        WebhookDraft draft = call.draft(WebhookDraft.class);
        return programme.write(call, tx -> {
            Optional<Known> before = known(tx, draft.id());
            if (before.isPresent() && (!before.get().isOf(call) || before.get().deleted())) {
                throw ProblemException.refused(Refusal.ALREADY_DIFFERENT);
            }
            String secret = draft.secret().value();
            if (before.isEmpty()) {
                insert(tx, call, draft);
            } else if (!before.get().secret().equals(secret)) {
                tx.change(
                        "UPDATE webhooks SET url = ?, old_secret = secret, old_until = ?, secret = ?, failures = 0,"
                                + " not_before = NULL WHERE id = ?",
                        draft.url(),
                        tx.now().plus(OLD_SECRET),
                        secret,
                        draft.id());
            } else if (!before.get().url().equals(draft.url())) {
                tx.change(
                        "UPDATE webhooks SET url = ?, failures = 0, not_before = NULL WHERE id = ?",
                        draft.url(),
                        draft.id());
            }
            return Reply.stored(new Webhook(draft.id(), draft.url()), before.isEmpty());
        });
    }

    /** It hears of what happens from now on. */
    private static void insert(Transaction tx, ApiCall call, WebhookDraft draft) throws SQLException {
        int others = tx.first(
                        "SELECT COUNT(*) FROM webhooks WHERE role = ? AND owner_id IS NOT DISTINCT FROM ?"
                                + " AND deleted_at IS NULL",
                        row -> row.getInt(1),
                        call.caller().role().value(),
                        call.caller().ownerId())
                .orElse(0);
        if (others >= MOST) {
            throw ProblemException.refused(Refusal.TOO_MANY_AT_ONCE);
        }
        tx.change(
                "INSERT INTO webhooks (id, role, owner_id, url, secret, delivered, failures)"
                        + " VALUES (?, ?, ?, ?, ?, (SELECT feed FROM programme WHERE id = 1), 0)",
                draft.id(),
                call.caller().role().value(),
                call.caller().ownerId(),
                draft.url(),
                draft.secret().value());
    }

    Reply list(ApiCall call) {
        return programme.read(tx -> Reply.ok(Pages.of(
                tx,
                call,
                "SELECT * FROM webhooks WHERE role = ? AND owner_id IS NOT DISTINCT FROM ? AND deleted_at IS NULL"
                        + " AND ord > ? ORDER BY ord LIMIT ?",
                row -> new Webhook(id(row, "id"), row.getString("url")),
                call.caller().role().value(),
                call.caller().ownerId())));
    }

    /** The second time it is the same. */
    Reply delete(ApiCall call) {
        return programme.write(call, tx -> {
            if (known(tx, call.id()).filter(known -> known.isOf(call)).isEmpty()) {
                throw ProblemException.notFound();
            }
            tx.change(
                    "UPDATE webhooks SET deleted_at = COALESCE(deleted_at, ?), secret = '', old_secret = NULL WHERE id = ?",
                    tx.now(),
                    call.id());
            return Reply.nothing();
        });
    }

    private static Optional<Known> known(Transaction tx, UUID id) throws SQLException {
        return tx.locked(
                "SELECT * FROM webhooks WHERE id = ?",
                row -> new Known(
                        idOrNull(row, "owner_id"),
                        row.getString("role"),
                        row.getString("url"),
                        row.getString("secret"),
                        row.getObject("deleted_at") != null),
                id);
    }
}
