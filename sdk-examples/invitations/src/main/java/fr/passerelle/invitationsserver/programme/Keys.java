package fr.passerelle.invitationsserver.programme;

import static fr.passerelle.invitationsserver.store.Transaction.id;
import static fr.passerelle.invitationsserver.store.Transaction.idOrNull;
import static fr.passerelle.invitationsserver.store.Transaction.instant;
import static fr.passerelle.invitationsserver.store.Transaction.instantOrNull;

import fr.passerelle.invitationsserver.store.Transaction;
import fr.passerelle.invitationsserver.web.ApiCall;
import fr.passerelle.invitationsserver.web.Caller;
import fr.passerelle.invitationsserver.web.ProblemException;
import fr.passerelle.invitationsserver.web.Reply;
import fr.passerelle.invitationsserver.web.Wire;
import fr.passerelle.model.invitation.Refusal;
import fr.passerelle.model.invitation.access.InvitationRole;
import fr.passerelle.model.invitation.access.Key;
import fr.passerelle.model.invitation.access.KeyDraft;
import fr.passerelle.model.invitation.access.KeyOwner;
import fr.passerelle.model.invitation.access.Secret;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keys: of each only the digest of its secret is kept, which is enough for 256 random bits. */
public final class Keys {

    private final Programme programme;

    Keys(Programme programme) {
        this.programme = programme;
    }

    /** Who has the key with this digest; null if there is none, or it is revoked. */
    @Nullable
    Caller find(String secretHash) {
        return programme
                .read(tx -> tx.first(
                        "SELECT id, role, owner_id FROM api_keys WHERE secret_hash = ? AND revoked_at IS NULL",
                        row -> new Caller(
                                id(row, "id"), InvitationRole.of(row.getString("role")), idOrNull(row, "owner_id")),
                        secretHash))
                .orElse(null);
    }

    Reply put(ApiCall call) {
        KeyDraft draft = call.draft(KeyDraft.class);
        String hash = hash(draft);
        return programme.write(call, tx -> {
            Optional<String> before =
                    tx.first("SELECT request_hash FROM api_keys WHERE id = ?", row -> row.getString(1), draft.id());
            if (before.isPresent()) {
                if (!before.get().equals(hash)) {
                    throw ProblemException.refused(Refusal.ALREADY_DIFFERENT);
                }
            } else {
                new RuleCheck()
                        .require(ownerExists(tx, draft), "ownerId", RuleCode.UNKNOWN_REFERENCE, "donors, structures")
                        .raise();
                if (tx.first(
                                "SELECT id FROM api_keys WHERE secret_hash = ?",
                                row -> id(row, "id"),
                                digest(draft.secret()))
                        .isPresent()) {
                    throw ProblemException.refused(Refusal.ALREADY_DIFFERENT);
                }
                insert(tx, draft, hash);
            }
            Key key = tx.first("SELECT * FROM api_keys WHERE id = ?", Keys::key, draft.id())
                    .orElseThrow(ProblemException::notFound);
            return Reply.stored(key, before.isEmpty());
        });
    }

    /** Adds a key without anybody who asks: the operator's first one. */
    static void insert(Transaction tx, KeyDraft draft) throws SQLException {
        insert(tx, draft, hash(draft));
    }

    private static void insert(Transaction tx, KeyDraft draft, String hash) throws SQLException {
        tx.change(
                "INSERT INTO api_keys (id, request_hash, role, owner_id, label, secret_hash, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                draft.id(),
                hash,
                draft.role().value(),
                draft.ownerId(),
                draft.label(),
                digest(draft.secret()),
                tx.now());
    }

    private static boolean ownerExists(Transaction tx, KeyDraft draft) throws SQLException {
        UUID owner = draft.ownerId();
        return owner == null
                || Organisations.name(tx, table(draft.role()), owner).isPresent();
    }

    private static String table(InvitationRole role) {
        return role.equals(InvitationRole.DONOR) ? "donors" : "structures";
    }

    /**
     * The secret does not go into the digest as it is: who reads the database must not be able to try guesses on it.
     */
    private static String hash(KeyDraft draft) {
        return Wire.sha256(String.join(
                        "\n",
                        draft.role().value(),
                        String.valueOf(draft.ownerId()),
                        draft.label(),
                        digest(draft.secret()))
                .getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(Secret secret) {
        return Wire.sha256(secret.value().getBytes(StandardCharsets.UTF_8));
    }

    Reply list(ApiCall call) {
        return programme.read(tx ->
                Reply.ok(Pages.of(tx, call, "SELECT * FROM api_keys WHERE ord > ? ORDER BY ord LIMIT ?", Keys::key)));
    }

    /** From now on it opens nothing. The second time it is the same. */
    Reply revoke(ApiCall call) {
        return programme.write(call, tx -> {
            int known = tx.change(
                    "UPDATE api_keys SET revoked_at = COALESCE(revoked_at, ?) WHERE id = ?", tx.now(), call.id());
            if (known == 0) {
                throw ProblemException.notFound();
            }
            return Reply.nothing();
        });
    }

    Reply me(ApiCall call) {
        Caller caller = call.caller();
        UUID owner = caller.ownerId();
        return programme.read(tx -> Reply.ok(
                owner == null
                        ? tx.first(
                                        "SELECT operator_id, name FROM programme WHERE id = 1",
                                        row -> new KeyOwner(
                                                caller.role(), id(row, "operator_id"), row.getString("name")))
                                .orElseThrow(ProblemException::notFound)
                        : new KeyOwner(
                                caller.role(),
                                owner,
                                Organisations.name(tx, table(caller.role()), owner)
                                        .orElseThrow(ProblemException::notFound))));
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(
                id(row, "id"),
                InvitationRole.of(row.getString("role")),
                idOrNull(row, "owner_id"),
                row.getString("label"),
                instant(row, "created_at"),
                instantOrNull(row, "revoked_at"));
    }
}
