package fr.passerelle.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.model.value.Remaining;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTicketLedgerTest extends TicketLedgerContract {

    @Override
    protected TicketLedger empty() {
        return TicketLedger.inMemory(100);
    }

    @Override
    protected TicketLedger reopened(TicketLedger ledger) {
        return ledger;
    }

    @Test
    void forgetsTheOldestSaleWhenItIsFull() {
        TicketLedger ledger = TicketLedger.inMemory(2);
        sell(ledger, 1);
        sell(ledger, 2);
        sell(ledger, 3);

        assertThat(ledger.ticket("T1")).isEmpty();
        assertThat(ledger.ticket("T2")).contains(SaleState.GIVEN);
        assertThat(ledger.claim(attempt(1))).isEqualTo(new Claim.First());
    }

    @Test
    void forgetsTheOldestStrayCancellationWhenItIsFull() {
        TicketLedger ledger = TicketLedger.inMemory(2);
        ledger.cancelled(List.of("X", "Y", "Z"));

        assertThat(ledger.ticket("X")).isEmpty();
        assertThat(ledger.ticket("Z")).contains(SaleState.CANCELLED);
    }

    @Test
    void ratherRefusesThanForgetsWhatIsStillOut() {
        TicketLedger ledger = TicketLedger.inMemory(2);
        ledger.claim(attempt(1));
        sell(ledger, 2);
        ledger.withdraw(attempt(2).key());

        assertThatThrownBy(() -> ledger.claim(attempt(3))).hasMessageContaining("full of orphans");
        assertThat(ledger.orphans(Instant.MAX)).hasSize(2);
    }

    @Test
    void needsRoom() {
        assertThatThrownBy(() -> TicketLedger.inMemory(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void sell(TicketLedger ledger, int number) {
        ledger.claim(attempt(number));
        ledger.give(attempt(number).key(), List.of(Ticket.of("T" + number)), Remaining.of(9));
    }

    private static SaleAttempt attempt(int number) {
        BookingKey key = new BookingKey("%064x".formatted(number));
        return new SaleAttempt(key, key, 42, 9001, 7001, 1, Instant.EPOCH.plusSeconds(number));
    }
}
