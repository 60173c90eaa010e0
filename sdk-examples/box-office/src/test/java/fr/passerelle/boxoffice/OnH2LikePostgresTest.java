package fr.passerelle.boxoffice;

import org.junit.jupiter.api.Nested;

/** The same on H2 in its PostgreSQL mode. */
class OnH2LikePostgresTest {

    @Nested
    class Ledger extends JdbcLedgerContract {

        @Override
        Database emptyDatabase() {
            return H2.likePostgres();
        }
    }

    @Nested
    class Records extends JdbcRecordsContract {

        @Override
        Database emptyDatabase() {
            return H2.likePostgres();
        }
    }
}
