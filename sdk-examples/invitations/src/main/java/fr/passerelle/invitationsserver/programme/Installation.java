package fr.passerelle.invitationsserver.programme;

import fr.passerelle.commandline.net.OpenInternet;
import fr.passerelle.invitationsserver.store.Database;
import fr.passerelle.invitationsserver.store.Transaction;
import fr.passerelle.invitationsserver.web.Dispatcher;
import fr.passerelle.invitationsserver.web.Route;
import fr.passerelle.model.invitation.access.InvitationRole;
import fr.passerelle.model.invitation.access.KeyDraft;
import fr.passerelle.model.invitation.access.Secret;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A programme in a database: made if there is none yet, with the operator's first key. */
public final class Installation {

    private static final String NAME = "Programme d'invitations";

    private final Programme programme;
    private final Optional<Secret> firstKey;

    private Installation(Programme programme, Optional<Secret> firstKey) {
        this.programme = programme;
        this.firstKey = firstKey;
    }

    /** The one in this database. */
    public static Installation of(Database database, Programme.Settings settings) {
        Optional<Secret> firstKey = database.write(tx -> {
            if (tx.first("SELECT id FROM programme", row -> row.getInt(1)).isPresent()) {
                return Optional.<Secret>empty();
            }
            tx.change(
                    "INSERT INTO programme (id, operator_id, name, feed) VALUES (1, ?, ?, 0)", UUID.randomUUID(), NAME);
            return Optional.of(newOperatorKey(tx, "first key"));
        });
        return new Installation(new Programme(database, Signing.of(database), new SecureRandom(), settings), firstKey);
    }

    /** One more key for the operator, for whoever has the database and lost the key. */
    public static Secret newOperatorKey(Database database, String label) {
        return database.write(tx -> newOperatorKey(tx, label));
    }

    private static Secret newOperatorKey(Transaction tx, String label) throws SQLException {
        KeyDraft draft =
                KeyDraft.builder().role(InvitationRole.OPERATOR).label(label).build();
        Keys.insert(tx, draft);
        return draft.secret();
    }

    /** What it works with. */
    public Programme programme() {
        return programme;
    }

    /** The operator's first key, if it was made just now. */
    public Optional<Secret> firstKey() {
        return firstKey;
    }

    /** The table of routes. */
    public List<Route> routes() {
        return ProgrammeRoutes.of(programme);
    }

    /** Who has which key. */
    public Dispatcher.Keys keys() {
        return new Keys(programme)::find;
    }

    /** What time brings, with nobody asking. */
    public Jobs jobs() {
        OpenInternet internet =
                programme.settings().webhooksInside() ? new OpenInternet(address -> true) : OpenInternet.only();
        return new Jobs(programme, new Deliveries(programme, new HttpSender(internet)));
    }

    /** Writes down what was refused. */
    public Dispatcher.Audit audit() {
        return new Audit(programme)::refused;
    }
}
