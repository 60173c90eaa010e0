package fr.passerelle.invitationsserver;

import fr.passerelle.invitationsserver.programme.Installation;
import fr.passerelle.invitationsserver.programme.Jobs;
import fr.passerelle.invitationsserver.programme.Programme;
import fr.passerelle.invitationsserver.store.Database;
import fr.passerelle.invitationsserver.web.Dispatcher;
import fr.passerelle.invitationsserver.web.RateLimits;
import fr.passerelle.invitationsserver.web.WebServer;
import fr.passerelle.model.invitation.access.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One server of the programme: stateless, so that several can stand on one PostgreSQL. */
public final class InvitationsServer implements AutoCloseable {

    /**
     * How a server is started.
     *
     * @param host which interface it listens on
     * @param port 0 for any free one
     * @param database JDBC URL of H2 or PostgreSQL
     * @param connections most connections to the database
     * @param callsPerSecond how many calls a key, or an address with wrong keys, may make in the long run
     * @param callsAtOnce how many it may make at once
     * @param jobsEvery how long jobs pause; zero if they run only when {@link #runJobs} and {@link #deliver} are called
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
            Duration jobsEvery,
            Programme.Settings settings,
            Clock clock) {

        /** The usual ones. */
        public static Options of(String database, Clock clock) {
            return new Options(
                    "127.0.0.1", 0, database, 10, 20, 200, Duration.ofSeconds(1), Programme.Settings.DEFAULT, clock);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(InvitationsServer.class);
    private static final int STOP_SECONDS = 10;

    private final Database database;
    private final WebServer web;
    private final Optional<Secret> firstKey;
    private final Jobs jobs;
    private final ScheduledExecutorService clockwork;

    private InvitationsServer(
            Database database, WebServer web, Optional<Secret> firstKey, Jobs jobs, Duration jobsEvery) {
        this.database = database;
        this.web = web;
        this.firstKey = firstKey;
        this.jobs = jobs;
        this.clockwork = Executors.newScheduledThreadPool(2, task -> {
            Thread thread = new Thread(task, "invitations-jobs");
            thread.setDaemon(true);
            return thread;
        });
        if (!jobsEvery.isZero()) {
            repeat(jobs::run, jobsEvery);
            repeat(jobs::deliver, jobsEvery);
        }
    }

    /** Whatever fails is tried again at the next turn. */
    private void repeat(Runnable work, Duration pause) {
        ScheduledFuture<?> unused = clockwork.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException failed) {
                        LOG.warn("jobs failed and are tried again: {}", failed.toString());
                    }
                },
                pause.toMillis(),
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Does what is due now, if this server leads; how many steps that were. */
    public int runJobs() {
        return jobs.run();
    }

    /** Sends webhooks' messages that are due, if this server leads; how many were taken. */
    public int deliver() {
        return jobs.deliver();
    }

    /**
     * Starts a server, and makes the programme in the database if there is none yet.
     *
     * @throws RuntimeException if the database cannot be reached or the port is taken
     */
    public static InvitationsServer start(Options options) {
        // The port first: a start that fails must not have made a programme whose first key nobody was told.
        WebServer web = new WebServer(options.host(), options.port());
        try {
            return start(options, web, Database.open(options.database(), options.connections(), options.clock()));
        } catch (RuntimeException failed) {
            web.close();
            throw failed;
        }
    }

    private static InvitationsServer start(Options options, WebServer web, Database database) {
        try {
            Installation installation = Installation.of(database, options.settings());
            web.start(new Dispatcher(
                    installation.routes(),
                    installation.keys(),
                    installation.audit(),
                    new RateLimits(options.callsPerSecond(), options.callsAtOnce(), options.clock()),
                    new RateLimits(options.callsPerSecond(), options.callsAtOnce(), options.clock())));
            return new InvitationsServer(
                    database, web, installation.firstKey(), installation.jobs(), options.jobsEvery());
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
        clockwork.shutdown();
        try {
            if (!clockwork.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                clockwork.shutdownNow();
            }
            jobs.resign();
        } catch (InterruptedException stopped) {
            clockwork.shutdownNow();
            Thread.currentThread().interrupt();
        } catch (RuntimeException databaseGone) {
            LOG.warn("the lead was not given back; it runs out by itself: {}", databaseGone.toString());
        } finally {
            database.close();
        }
    }
}
