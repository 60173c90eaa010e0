package fr.passerelle.jdbc;

import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

/** The ledger, the records and the memories on H2 as it comes. */
class OnH2Test {

    @Nested
    class Ledger extends OwnLedgerContract {

        @Override
        protected DataSource emptyDatabase() {
            return H2.regular();
        }
    }

    @Nested
    class Records extends JdbcRecordsContract {

        @Override
        protected DataSource emptyDatabase() {
            return H2.regular();
        }
    }

    @Nested
    class Door extends JdbcDoorContract {

        @Override
        protected DataSource emptyDatabase() {
            return H2.regular();
        }
    }

    @Nested
    class Catalogue extends JdbcCatalogueContract {

        @Override
        protected DataSource emptyDatabase() {
            return H2.regular();
        }
    }
}
