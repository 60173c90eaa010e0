package fr.passerelle.jdbc;

import fr.passerelle.ticketing.TicketLedger;
import javax.sql.DataSource;

/** The contract, for this module's own ledger. */
abstract class OwnLedgerContract extends JdbcLedgerContract {

    @Override
    protected final TicketLedger ledger(DataSource database) {
        Schema.create(database); // as a process does when it starts
        return new JdbcTicketLedger(database);
    }
}
