package fr.passerelle.invitationsserver.store;

import java.sql.SQLException;

/** The database failed. What was to be done may be asked for again: ids make it safe. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String sqlState;

    /** Of this cause. */
    public DatabaseException(SQLException cause) {
        super("the database failed, SQL state " + cause.getSQLState(), cause);
        this.sqlState = String.valueOf(cause.getSQLState());
    }

    /** What the database says. */
    public String sqlState() {
        return sqlState;
    }
}
