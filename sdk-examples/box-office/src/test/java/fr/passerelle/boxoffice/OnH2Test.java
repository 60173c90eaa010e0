package fr.passerelle.boxoffice;

import org.junit.jupiter.api.Nested;

/** The ledger and the records on H2 as it comes. */
class OnH2Test {

    @Nested
    class Ledger extends JdbcLedgerContract {

        @Override
        Database emptyDatabase() {
            return H2.regular();
        }
    }

    @Nested
    class Records extends JdbcRecordsContract {

        @Override
        Database emptyDatabase() {
            return H2.regular();
        }
    }
}
