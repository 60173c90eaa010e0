package fr.passerelle.invitationsserver.programme;

import static fr.passerelle.invitationsserver.store.Transaction.id;
import static fr.passerelle.invitationsserver.store.Transaction.instant;

import fr.passerelle.invitationsserver.store.Transaction;
import fr.passerelle.invitationsserver.web.ApiCall;
import fr.passerelle.invitationsserver.web.Reply;
import fr.passerelle.model.invitation.access.InvitationRole;
import fr.passerelle.model.invitation.feed.Change;
import fr.passerelle.model.invitation.feed.ChangeKind;
import fr.passerelle.model.invitation.feed.ChangePage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened, in the order in which it became visible. */
final class Feed {

    static final String CREATED = "created";
    static final String UPDATED = "updated";

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1_000;

    private final Programme programme;

    Feed(Programme programme) {
        this.programme = programme;
    }

    Reply changes(ApiCall call) {
        Long asked = call.number("after", 0, Long.MAX_VALUE);
        long after = asked == null ? 0 : asked;
        int limit = call.limit(DEFAULT_LIMIT, MAX_LIMIT);
        return programme.read(tx -> {
            List<Change> changes = after(tx, call.caller().role(), call.caller().ownerId(), after, limit);
            long next =
                    changes.isEmpty() ? after : changes.get(changes.size() - 1).sequence();
            return Reply.ok(new ChangePage(changes, next));
        });
    }

    /** What concerns a caller, after a sequence. */
    static List<Change> after(Transaction tx, InvitationRole role, @Nullable UUID owner, long after, int limit)
            throws SQLException {
        if (role.equals(InvitationRole.OPERATOR)) {
            return tx.list(
                    "SELECT * FROM changes WHERE sequence > ? ORDER BY sequence LIMIT ?", Feed::change, after, limit);
        }
        String own = role.equals(InvitationRole.DONOR)
                ? "(donor_id = ? OR all_donors = TRUE)"
                : "(structure_id = ? OR all_structures = TRUE)";
        return tx.list(
                "SELECT * FROM changes WHERE sequence > ? AND " + own + " ORDER BY sequence LIMIT ?",
                Feed::change,
                after,
                owner,
                limit);
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                row.getLong("sequence"),
                ChangeKind.of(row.getString("kind")),
                id(row, "subject"),
                row.getString("change_word"),
                instant(row, "at_time"));
    }
}
