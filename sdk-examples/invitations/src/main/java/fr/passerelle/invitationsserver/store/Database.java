package fr.passerelle.invitationsserver.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Transactions that write are at READ COMMITTED: what must not change meanwhile is locked row by row, always in this
 * order: structures, calls, sessions, allotments by id, and last the feed. Those that read lock nothing, and see all at
 * one moment.
 */
public final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private static final int TRIES = 10;
    private static final int CONNECTION_TIMEOUT_MILLIS = 10_000;
    private static final int LOCK_TIMEOUT_MILLIS = 10_000;
    /** A server that is frozen, or whose machine is gone, keeps its locks no longer: the others wait for them. */
    private static final int FROZEN_MILLIS = 30_000;
    /** Longer than any statement takes: else a database whose machine is gone is waited for a quarter of an hour. */
    private static final int SOCKET_TIMEOUT_SECONDS = 60;

    private static final String SESSION = "SET lock_timeout = " + LOCK_TIMEOUT_MILLIS
            + "; SET idle_in_transaction_session_timeout = " + FROZEN_MILLIS
            // A plan that is made once for all values walks through the whole country for a search in one town.
            + "; SET plan_cache_mode = force_custom_plan";

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String ROLLED_BACK = "40";
    private static final String H2_LOCK_TIMEOUT = "HYT00";
    /** Of that class, but the opposite: whether it was committed is not known. */
    private static final String OUTCOME_UNKNOWN = "40003";

    private final HikariDataSource pool;
    private final Clock clock;
    private final boolean postgres;

    /**
     * H2 puts its tables to the disk one after the other while other transactions go on: a process that is killed then
     * may leave a part of one of them, its undo log saved before its rows. So there only one writes at a time.
     */
    private final ReentrantLock oneWriter = new ReentrantLock(true);

    /** What is done in a transaction. It may be done again from its beginning. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        T in(Transaction transaction) throws SQLException;
    }

    private Database(HikariDataSource pool, Clock clock, boolean postgres) {
        this.pool = pool;
        this.clock = clock;
        this.postgres = postgres;
    }

    /**
     * Opens a database and brings its tables up to date. Several servers may do so at once.
     *
     * @param url of H2 or PostgreSQL
     * @param connections most connections at once
     * @throws RuntimeException if it cannot be reached
     */
    public static Database open(String url, int connections, Clock clock) {
        boolean postgres = url.toLowerCase(Locale.ROOT).startsWith("jdbc:postgresql:");
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        if (!postgres) {
            config.setUsername("sa");
            config.setPassword("");
            // Else what was committed may stay in memory for half a second, and be lost with the process.
            config.addDataSourceProperty("WRITE_DELAY", "0");
            config.addDataSourceProperty("TRACE_LEVEL_FILE", "0");
            config.addDataSourceProperty("LOCK_TIMEOUT", String.valueOf(LOCK_TIMEOUT_MILLIS));
        } else {
            config.addDataSourceProperty("ApplicationName", "passerelle-invitations");
            config.addDataSourceProperty("tcpKeepAlive", "true");
            config.addDataSourceProperty("socketTimeout", String.valueOf(SOCKET_TIMEOUT_SECONDS));
            config.setConnectionInitSql(SESSION);
        }
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setPoolName("invitations");
        HikariDataSource pool = new HikariDataSource(config);
        try {
            migrate(url, postgres, pool);
        } catch (RuntimeException failed) {
            pool.close();
            throw failed;
        }
        return new Database(pool, clock, postgres);
    }

    /** On PostgreSQL over connections without the pool's limits: a migration may take as long as it takes. */
    private static void migrate(String url, boolean postgres, DataSource pool) {
        FluentConfiguration flyway = Flyway.configure(Database.class.getClassLoader())
                .locations("classpath:fr/passerelle/invitationsserver/migrations");
        (postgres ? flyway.dataSource(url, null, null) : flyway.dataSource(pool))
                .load()
                .migrate();
    }

    /**
     * Does something entirely or not at all; again if another transaction was faster: then its rows can be seen.
     *
     * @throws DatabaseException if the database fails
     */
    public <T> T write(Work<T> work) {
        if (postgres) {
            return tried(work, false);
        }
        oneWriter.lock();
        try {
            return tried(work, false);
        } finally {
            oneWriter.unlock();
        }
    }

    private <T> T tried(Work<T> work, boolean reads) {
        for (int triesLeft = TRIES; ; triesLeft--) {
            try {
                return once(work, reads);
            } catch (SQLException failure) {
                if (triesLeft == 1 || !anotherWasFaster(failure)) {
                    throw new DatabaseException(failure);
                }
                LOG.debug("another transaction was faster, SQL state {}: retried", failure.getSQLState());
            }
        }
    }

    /**
     * Reads all as it was at one moment: else places could be counted twice, as booked already and as still free.
     *
     * @throws DatabaseException if the database fails
     */
    public <T> T read(Work<T> work) {
        return tried(work, true);
    }

    private <T> T once(Work<T> work, boolean reads) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            try {
                if (reads) {
                    atOneMoment(connection);
                }
                Transaction transaction = new Transaction(connection, clock, postgres);
                T result = work.in(transaction);
                transaction.publish();
                connection.commit();
                return result;
            } catch (Throwable failure) {
                rollBack(connection, failure);
                throw failure;
            }
        }
    }

    private void atOneMoment(Connection connection) throws SQLException {
        if (!postgres) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return;
        }
        // For this transaction alone, so that nothing has to be set back.
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
        }
    }

    /** A connection that broke cannot roll back either: what broke it is told, not that. */
    private static void rollBack(Connection connection, Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    private static boolean anotherWasFaster(SQLException failure) {
        String state = failure.getSQLState();
        return state != null
                && !state.equals(OUTCOME_UNKNOWN)
                && (state.equals(UNIQUE_VIOLATION) || state.startsWith(ROLLED_BACK) || state.equals(H2_LOCK_TIMEOUT));
    }

    /** The time of this server. */
    public Clock clock() {
        return clock;
    }

    @Override
    public void close() {
        pool.close();
    }
}
