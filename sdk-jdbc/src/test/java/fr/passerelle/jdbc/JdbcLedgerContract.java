package fr.passerelle.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.model.value.Remaining;
import fr.passerelle.ticketing.BookingKey;
import fr.passerelle.ticketing.Claim;
import fr.passerelle.ticketing.SaleAttempt;
import fr.passerelle.ticketing.SaleState;
import fr.passerelle.ticketing.Ticket;
import fr.passerelle.ticketing.TicketLedger;
import fr.passerelle.ticketing.TicketLedgerContract;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What every ledger on a database must do, beside the contract of all ledgers. Extend it to test one of your own. */
public abstract class JdbcLedgerContract extends TicketLedgerContract {

    private static final SaleAttempt ATTEMPT = new SaleAttempt(
            new BookingKey("1".repeat(64)),
            new BookingKey("a".repeat(64)),
            42,
            9001,
            7001,
            1,
            Instant.parse("2027-03-08T09:15:42.123456Z"));
    private static final List<Ticket> TICKETS = List.of(Ticket.of("A"));

    private LostCommits database = new LostCommits(null);

    /** For the test of a ledger. */
    protected JdbcLedgerContract() {}

    /** A database with empty tables. */
    protected abstract DataSource emptyDatabase();

    /** A ledger on it, as a process makes one when it starts. */
    protected abstract TicketLedger ledger(DataSource database);

    @Override
    protected final TicketLedger empty() {
        database = new LostCommits(emptyDatabase());
        return ledger(database.source());
    }

    @Override
    protected final TicketLedger reopened(TicketLedger ledger) {
        return ledger(database.source());
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

    @Test
    void tellsBarcodesApartThatDifferInCaseOrAccentOnly() {
        TicketLedger ledger = empty();

        ledger.cancelled(List.of("\u00e9a"));

        assertThat(ledger.ticket("\u00e9a")).contains(SaleState.CANCELLED);
        assertThat(ledger.ticket("\u00e9A")).isEmpty();
        assertThat(ledger.ticket("ea")).isEmpty();
    }

    @Test
    void recognisesItsOwnClaimThatWasKeptAndThenThrew() {
        TicketLedger ledger = empty();
        database.loseTheNext();
        assertThatThrownBy(() -> ledger.claim(ATTEMPT)).isInstanceOf(RuntimeException.class);

        assertThat(reopened(ledger).claim(ATTEMPT)).as("another process").isEqualTo(new Claim.InProgress());
        assertThat(ledger.claim(ATTEMPT)).as("a redelivery").isEqualTo(new Claim.First());
        assertThat(ledger.claim(ATTEMPT))
                .as("one more, while the first is sold")
                .isEqualTo(new Claim.InProgress());

        assertThat(ledger.give(ATTEMPT.key(), TICKETS, Remaining.unlimited())).isTrue();
        assertThat(ledger.claim(ATTEMPT)).isEqualTo(new Claim.Sold(TICKETS, Remaining.unlimited()));
    }

    @Test
    void doesNotTakeTheClaimOfAnotherForItsOwn() {
        TicketLedger ledger = empty();
        database.loseTheNext();
        assertThatThrownBy(() -> ledger.claim(ATTEMPT)).isInstanceOf(RuntimeException.class);

        ledger.forget(ATTEMPT.key());
        assertThat(reopened(ledger).claim(ATTEMPT)).isEqualTo(new Claim.First());

        assertThat(ledger.claim(ATTEMPT)).isEqualTo(new Claim.InProgress());
    }
}
