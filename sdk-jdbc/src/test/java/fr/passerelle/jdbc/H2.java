package fr.passerelle.jdbc;

import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** Databases in memory, each its own, gone with the process. */
final class H2 {

    private H2() {}

    static DataSource regular() {
        return empty("");
    }

    static DataSource likePostgres() {
        return empty(";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
    }

    private static DataSource empty(String mode) {
        DataSource database =
                JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1" + mode, "sa", "");
        Schema.create(database);
        return database;
    }
}
