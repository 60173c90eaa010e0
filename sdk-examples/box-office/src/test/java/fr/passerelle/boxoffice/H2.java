package fr.passerelle.boxoffice;

import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;

/** Databases in memory, each its own, gone with the process. */
final class H2 {

    private H2() {}

    static Database regular() {
        return empty("");
    }

    static Database likePostgres() {
        return empty(";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
    }

    private static Database empty(String mode) {
        Database database = new Database(
                JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1" + mode, "sa", ""));
        database.createTables();
        return database;
    }
}
