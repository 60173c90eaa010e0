package fr.passerelle.jdbc;

import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

/** The same on H2 in its PostgreSQL mode. */
class OnH2LikePostgresTest {

    @Nested
    class Ledger extends OwnLedgerContract {

        @Override
        protected DataSource emptyDatabase() {
            return H2.likePostgres();
        }
    }

    @Nested
    class Records extends JdbcRecordsContract {

        @Override
        protected DataSource emptyDatabase() {
            return H2.likePostgres();
        }
    }

    @Nested
    class Door extends JdbcDoorContract {

        @Override
        protected DataSource emptyDatabase() {
            return H2.likePostgres();
        }
    }

    @Nested
    class Catalogue extends JdbcCatalogueContract {

        @Override
        protected DataSource emptyDatabase() {
            return H2.likePostgres();
        }
    }
}
