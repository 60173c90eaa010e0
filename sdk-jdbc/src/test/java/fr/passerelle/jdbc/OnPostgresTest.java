package fr.passerelle.jdbc;

import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The same on a real PostgreSQL; skipped where none is installed. */
class OnPostgresTest {

    private static Postgres postgres = Postgres.NONE;

    @BeforeAll
    static void start() throws Exception {
        postgres = Postgres.start();
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.stop();
    }

    @Nested
    class Ledger extends OwnLedgerContract {

        @Override
        protected DataSource emptyDatabase() {
            return postgres.empty();
        }
    }

    @Nested
    class Records extends JdbcRecordsContract {

        @Override
        protected DataSource emptyDatabase() {
            return postgres.empty();
        }
    }

    @Nested
    class Door extends JdbcDoorContract {

        @Override
        protected DataSource emptyDatabase() {
            return postgres.empty();
        }
    }

    @Nested
    class Catalogue extends JdbcCatalogueContract {

        @Override
        protected DataSource emptyDatabase() {
            return postgres.empty();
        }
    }
}
