package fr.passerelle.invitationsserver.programme;

import fr.passerelle.invitationsserver.store.Transaction;
import java.sql.SQLException;
import java.util.UUID;

/** Calls over several allotments. */
final class Calls {

    private Calls() {}

    /** Whether the call of this allotment is drawn: what is left of it can be waited for. */
    static boolean isDrawn(Transaction tx, UUID allotmentId) throws SQLException {
        return tx.first(
                        "SELECT c.status FROM call_allotments a JOIN calls c ON c.id = a.call_id"
                                + " WHERE a.allotment_id = ? AND c.status = 'DRAWN'",
                        row -> row.getString(1),
                        allotmentId)
                .isPresent();
    }
}
