package fr.passerelle.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Transactions on a database, at READ COMMITTED: what must not change meanwhile is locked row by row. */
final class Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
    private static final int TRIES = 10;
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String MYSQL_INTEGRITY_VIOLATION = "23000";
    private static final int MYSQL_DUPLICATE_KEY = 1062;
    private static final String ROLLED_BACK = "40";
    private static final String COMPLETION_UNKNOWN = "40003";

    private final DataSource source;

    Transactions(DataSource source) {
        this.source = Objects.requireNonNull(source, "database");
    }

    /** What is done in a transaction. It may be done again from its beginning. */
    interface Work<T> {
        T in(Transaction transaction) throws SQLException;
    }

    /** Reads a row. */
    interface Row<T extends @Nullable Object> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * Does something entirely or not at all; again if another transaction was faster: then its rows can be seen.
     *
     * @throws DatabaseException if the database fails
     */
    <T> T run(Work<T> work) {
        for (int triesLeft = TRIES; ; triesLeft--) {
            Try<T> once = new Try<>(work);
            try {
                return once.run(source);
            } catch (SQLException failure) {
                if (triesLeft == 1 || !anotherWasFaster(failure)) {
                    throw new DatabaseException(failure, once.committing);
                }
                LOG.debug("another transaction was faster, SQL state {}: retried", failure.getSQLState());
            }
        }
    }

    private static boolean anotherWasFaster(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null || state.equals(COMPLETION_UNKNOWN)) {
            return false;
        }
        return state.equals(UNIQUE_VIOLATION)
                || (state.equals(MYSQL_INTEGRITY_VIOLATION) && failure.getErrorCode() == MYSQL_DUPLICATE_KEY)
                || state.startsWith(ROLLED_BACK);
    }

    /** One try of one transaction. */
    private static final class Try<T> {

        private final Work<T> work;

        /** From when on nobody can tell whether it was kept if it fails. */
        boolean committing;

        Try(Work<T> work) {
            this.work = work;
        }

        T run(DataSource source) throws SQLException {
            try (Connection connection = source.getConnection()) {
                Settings before = Settings.of(connection);
                new Settings(false, Connection.TRANSACTION_READ_COMMITTED).applyTo(connection);
                try {
                    T result = work.in(new Transaction(connection));
                    committing = true;
                    connection.commit();
                    before.applyTo(connection);
                    return result;
                } catch (Throwable failure) {
                    rollBack(connection, before, failure);
                    throw failure;
                }
            }
        }

        /** A connection that broke cannot roll back either: what broke it is told, not that. */
        private static void rollBack(Connection connection, Settings before, Throwable failure) {
            try {
                connection.rollback();
                before.applyTo(connection);
            } catch (SQLException alsoFailed) {
                failure.addSuppressed(alsoFailed);
            }
        }
    }

    /** How a connection came out of the pool, and goes back: not every pool resets it. */
    private record Settings(boolean autoCommit, int isolation) {

        static Settings of(Connection connection) throws SQLException {
            return new Settings(connection.getAutoCommit(), connection.getTransactionIsolation());
        }

        void applyTo(Connection connection) throws SQLException {
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(autoCommit);
        }
    }

    /** An open transaction. Values never become part of a command's text. */
    record Transaction(Connection connection) {

        /** Changes rows; how many there were. */
        int change(String sql, @Nullable Object... values) throws SQLException {
            try (PreparedStatement statement = prepared(sql, values)) {
                return statement.executeUpdate();
            }
        }

        /** Changes rows, with many sets of values. */
        void changeEach(String sql, List<@Nullable Object[]> sets) throws SQLException {
            if (sets.isEmpty()) {
                return; // not every driver takes an empty batch
            }
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (@Nullable Object[] values : sets) {
                    set(statement, values);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }

        /** The rows. */
        <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
            try (PreparedStatement statement = prepared(sql, values);
                    ResultSet rows = statement.executeQuery()) {
                List<T> list = new ArrayList<>();
                while (rows.next()) {
                    list.add(row.read(rows));
                }
                return list;
            }
        }

        /** The first row. */
        <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
            return list(sql, row, values).stream().findFirst();
        }

        private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
            PreparedStatement statement = connection.prepareStatement(sql);
            set(statement, values);
            return statement;
        }

        private static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
        }
    }
}
