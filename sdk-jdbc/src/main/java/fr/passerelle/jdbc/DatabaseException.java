package fr.passerelle.jdbc;

import fr.passerelle.model.rule.PasserelleException;
import java.sql.SQLException;

/**
 * The database failed. A driver's message may quote values: this one shows the SQL state only, and what the driver said
 * is the cause.
 */
public final class DatabaseException extends PasserelleException {

    private static final long serialVersionUID = 1L;

    private final String sqlState;
    private final boolean mayHaveBeenProcessed;

    /**
     * For whoever keeps more than a ledger in the database, and for tests.
     *
     * @param failure what the driver threw
     * @param mayHaveBeenProcessed whether it was committing or later
     */
    public DatabaseException(SQLException failure, boolean mayHaveBeenProcessed) {
        super(
                "the database failed: SQL state " + failure.getSQLState()
                        + (mayHaveBeenProcessed ? "; whether the change was kept is not known" : ""),
                failure);
        this.sqlState = String.valueOf(failure.getSQLState());
        this.mayHaveBeenProcessed = mayHaveBeenProcessed;
    }

    /** The five characters of the SQL standard or of the driver; {@code null} as text if it gave none. */
    public String sqlState() {
        return sqlState;
    }

    /** Whether it failed while it was committing or later: then the change may have been kept. */
    @Override
    public boolean mayHaveBeenProcessed() {
        return mayHaveBeenProcessed;
    }
}
