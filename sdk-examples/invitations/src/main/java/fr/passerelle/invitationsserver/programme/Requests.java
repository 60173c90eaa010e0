package fr.passerelle.invitationsserver.programme;

import fr.passerelle.invitationsserver.store.Transaction;
import fr.passerelle.invitationsserver.web.ProblemException;
import fr.passerelle.model.invitation.Refusal;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Requests that were sent before: the same one is one, another one with the same id is refused. */
final class Requests {

    private Requests() {}

    private record Before(UUID owner, String hash) {}

    /**
     * The digest of the request that made this; empty if there was none.
     *
     * @throws ProblemException if it was somebody else's
     */
    static Optional<String> before(Transaction tx, String table, String ownerColumn, UUID id, UUID owner)
            throws SQLException {
        Optional<Before> before = tx.first(
                "SELECT " + ownerColumn + " AS owner, request_hash FROM " + table + " WHERE id = ?",
                row -> new Before(Transaction.id(row, "owner"), row.getString("request_hash")),
                id);
        if (before.isPresent() && !before.get().owner().equals(owner)) {
            throw ProblemException.refused(Refusal.ALREADY_DIFFERENT);
        }
        return before.map(Before::hash);
    }

    /** Holds a request against the one that came before. */
    static void requireSame(String before, String now) {
        if (!before.equals(now)) {
            throw ProblemException.refused(Refusal.ALREADY_DIFFERENT);
        }
    }
}
