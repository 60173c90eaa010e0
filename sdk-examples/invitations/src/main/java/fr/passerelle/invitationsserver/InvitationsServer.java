package fr.passerelle.invitationsserver;

import fr.passerelle.invitationsserver.programme.Installation;
import fr.passerelle.invitationsserver.programme.Programme;
import fr.passerelle.invitationsserver.store.Database;
import fr.passerelle.invitationsserver.web.Dispatcher;
import fr.passerelle.invitationsserver.web.RateLimits;
import fr.passerelle.invitationsserver.web.WebServer;
import fr.passerelle.model.invitation.access.Secret;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** One server of the programme: stateless, so that several can stand on one PostgreSQL. */
public final class InvitationsServer implements AutoCloseable {

    /**
     * How a server is started.
     *
     * @param host which interface it listens on
     * @param port 0 for any free one
     * @param database JDBC URL of H2 or PostgreSQL
     * @param connections most connections to the database
     * @param callsPerSecond how many calls a key may make in the long run
     * @param callsAtOnce how many it may make at once
     * @param settings of the programme
     * @param clock the time
     */
    public record Options(
            String host,
            int port,
            String database,
            int connections,
            int callsPerSecond,
            int callsAtOnce,
            Programme.Settings settings,
            Clock clock) {

        /** The usual ones. */
        public static Options of(String database, Clock clock) {
            return new Options("127.0.0.1", 0, database, 10, 20, 200, Programme.Settings.DEFAULT, clock);
        }
    }

    private final Database database;
    private final WebServer web;
    private final Optional<Secret> firstKey;

    private InvitationsServer(Database database, WebServer web, Optional<Secret> firstKey) {
        this.database = database;
        this.web = web;
        this.firstKey = firstKey;
    }

    /**
     * Starts a server, and makes the programme in the database if there is none yet.
     *
     * @throws RuntimeException if the database cannot be reached or the port is taken
     */
    public static InvitationsServer start(Options options) {
        Database database = Database.open(options.database(), options.connections(), options.clock());
        try {
            Installation installation = Installation.of(database, options.settings());
            Dispatcher dispatcher = new Dispatcher(
                    installation.routes(),
                    installation.keys(),
                    installation.audit(),
                    new RateLimits(options.callsPerSecond(), options.callsAtOnce(), options.clock()));
            WebServer web = new WebServer(options.host(), options.port(), dispatcher);
            return new InvitationsServer(database, web, installation.firstKey());
        } catch (RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    /** Where it listens. */
    public URI baseUrl() {
        return web.baseUrl();
    }

    /** The operator's first key, if this start made the programme: it is told once. */
    public Optional<Secret> firstKey() {
        return firstKey;
    }

    @Override
    public void close() {
        web.close();
        database.close();
    }
}
