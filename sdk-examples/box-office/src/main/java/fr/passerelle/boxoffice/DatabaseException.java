package fr.passerelle.boxoffice;

import java.sql.SQLException;

/** The database failed. The message of a driver may quote values: only its SQL state is shown. */
final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String sqlState;

    DatabaseException(SQLException failure) {
        super("the database failed: SQL state " + failure.getSQLState(), failure);
        sqlState = String.valueOf(failure.getSQLState());
    }

    String sqlState() {
        return sqlState;
    }
}
