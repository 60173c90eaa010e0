package fr.passerelle.jdbc;

import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The same on a real MariaDB, with the tables of MySQL; skipped where none is installed. */
class OnMariaDbTest {

    private static MariaDb mariaDb = MariaDb.NONE;

    @BeforeAll
    static void start() throws Exception {
        mariaDb = MariaDb.start();
    }

    @AfterAll
    static void stop() throws Exception {
        mariaDb.stop();
    }

    @Nested
    class Ledger extends OwnLedgerContract {

        @Override
        protected DataSource emptyDatabase() {
            return mariaDb.empty();
        }
    }

    @Nested
    class Records extends JdbcRecordsContract {

        @Override
        protected DataSource emptyDatabase() {
            return mariaDb.empty();
        }
    }

    @Nested
    class Door extends JdbcDoorContract {

        @Override
        protected DataSource emptyDatabase() {
            return mariaDb.empty();
        }
    }

    @Nested
    class Catalogue extends JdbcCatalogueContract {

        @Override
        protected DataSource emptyDatabase() {
            return mariaDb.empty();
        }
    }
}
