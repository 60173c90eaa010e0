package fr.passerelle.boxoffice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ticketing.TicketLedger;
import fr.passerelle.ticketing.TicketLedgerContract;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of every ledger, on a database. */
abstract class JdbcLedgerContract extends TicketLedgerContract {

    private Database database = H2.regular();

    /** A database with empty tables. */
    abstract Database emptyDatabase();

    @Override
    protected TicketLedger empty() {
        database = emptyDatabase();
        return new JdbcTicketLedger(database);
    }

    @Override
    protected TicketLedger reopened(TicketLedger ledger) {
        database.createTables(); // as a process does when it starts
        return new JdbcTicketLedger(database);
    }

    @Test
    void passesOverWhatCannotBeABarcode() {
        TicketLedger ledger = empty();
        List<String> odd = List.of("x".repeat(101), "zero\0", "\ud800");

        ledger.cancelled(odd);
        ledger.cancelled(List.of("\ud83c\udfad".repeat(100)));

        assertThat(ledger.ticket("x".repeat(101))).isEmpty();
        assertThat(ledger.ticket("\ud83c\udfad".repeat(100))).isPresent();
    }
}
