package fr.passerelle.boxoffice;

import fr.passerelle.jdbc.DatabaseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Transactions of the hall, at READ COMMITTED: what must not change meanwhile is locked row by row. It stands for what
 * a vendor has already (Spring's {@code TransactionTemplate}, jOOQ …), and touches the hall's own tables only. The
 * ledger and the records are {@code passerelle-jdbc}'s, which makes its own transactions on the same
 * {@link DataSource}: what the hall sells and what the ledger keeps are two transactions in any case, and the desk
 * brings them together again.
 */
final class Database {

    private static final String SCHEMA = "hall.sql";
    private static final int TRIES = 10;
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String ROLLED_BACK = "40";
    /** Of that class, but the opposite: whether it was committed is not known, so doing it again could double it. */
    private static final String OUTCOME_UNKNOWN = "40003";

    private final DataSource source;

    Database(DataSource source) {
        this.source = source;
    }

    /** What is done in a transaction. It may be done again from its beginning. */
    interface Work<T> {
        T in(Transaction transaction) throws SQLException;
    }

    /** Reads a row. */
    interface Row<T extends @Nullable Object> {
        T read(ResultSet row) throws SQLException;
    }

    /** Makes the tables that are not there. */
    void createTables() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(schema());
        } catch (SQLException failure) {
            throw new DatabaseException(failure, false);
        }
    }

    private static String schema() {
        try (InputStream file = Database.class.getResourceAsStream(SCHEMA)) {
            if (file == null) {
                throw new IllegalStateException(SCHEMA + " is not in the jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Does something entirely or not at all; again if another transaction was faster: then its rows can be seen.
     *
     * @throws DatabaseException if the database fails
     */
    <T> T transaction(Work<T> work) {
        for (int triesLeft = TRIES; ; triesLeft--) {
            try {
                return once(work);
            } catch (SQLException failure) {
                if (triesLeft == 1 || !anotherWasFaster(failure)) {
                    throw new DatabaseException(failure, true);
                }
            }
        }
    }

    private <T> T once(Work<T> work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            try {
                T result = work.in(new Transaction(connection));
                connection.commit();
                return result;
            } catch (Throwable failure) {
                rollBack(connection, failure);
                throw failure;
            }
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
                && (state.equals(UNIQUE_VIOLATION) || state.startsWith(ROLLED_BACK));
    }

    /** An open transaction. Values never become part of a command's text. */
    record Transaction(Connection connection) {

        /** Changes rows; how many there were. */
        int change(String sql, @Nullable Object... values) throws SQLException {
            try (PreparedStatement statement = prepared(sql, values)) {
                return statement.executeUpdate();
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
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement;
        }
    }
}
