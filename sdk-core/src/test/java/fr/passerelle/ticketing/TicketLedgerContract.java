package fr.passerelle.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.model.value.Remaining;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every ledger must do. Extend it to test another one. */
public abstract class TicketLedgerContract {

    private static final Instant BOOKED = Instant.parse("2027-03-08T09:15:42.123456Z");
    private static final Instant LATER = BOOKED.plusSeconds(30);
    private static final Remaining NINE = Remaining.of(9);
    private static final List<Ticket> PAIR = List.of(Ticket.of("A", "Rang 7, n° 12"), Ticket.of("B"));
    private static final int THREADS = 8;

    private final SaleAttempt attempt = attempt('1', 'a', BOOKED);
    private TicketLedger ledger = TicketLedger.inMemory(1);

    /** For the test of a ledger. */
    protected TicketLedgerContract() {}

    /** An empty ledger. */
    protected abstract TicketLedger empty();

    /** The same ledger as another process would see it, or this one after a restart; itself if it cannot be shared. */
    protected abstract TicketLedger reopened(TicketLedger ledger);

    @BeforeEach
    void open() {
        ledger = empty();
    }

    @Test
    void letsTheFirstDeliverySellAndTheOthersWait() {
        assertThat(ledger.claim(attempt)).isEqualTo(new Claim.First());
        assertThat(ledger.claim(attempt)).isEqualTo(new Claim.InProgress());
    }

    @Test
    void responsesAlikeOnceTheTicketsAreGiven() {
        sell(attempt, PAIR);

        assertThat(ledger.claim(attempt)).isEqualTo(new Claim.Sold(PAIR, NINE));
        assertThat(reopened(ledger).claim(attempt)).isEqualTo(new Claim.Sold(PAIR, NINE));
    }

    @Test
    void remembersThatThereIsNoLimit() {
        ledger.claim(attempt);
        ledger.give(attempt.key(), PAIR, Remaining.unlimited());

        assertThat(ledger.claim(attempt)).isEqualTo(new Claim.Sold(PAIR, Remaining.unlimited()));
    }

    @Test
    void forgetsWhatWasNotSold() {
        ledger.claim(attempt);
        ledger.forget(attempt.key());

        assertThat(ledger.claim(attempt)).isEqualTo(new Claim.First());
    }

    @Test
    void neverForgetsTickets() {
        sell(attempt, PAIR);
        ledger.forget(attempt.key());

        assertThat(ledger.claim(attempt)).isInstanceOf(Claim.Sold.class);
    }

    @Test
    void refusesTicketsOfWhatIsNotHeld() {
        assertThatThrownBy(() -> ledger.give(attempt.key(), PAIR, NINE)).isInstanceOf(IllegalStateException.class);
        sell(attempt, PAIR);
        assertThatThrownBy(() -> ledger.give(attempt.key(), PAIR, NINE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void makesALateSaleAnOrphanUntilItIsUndone() {
        sell(attempt, PAIR);

        assertThat(ledger.withdraw(attempt.key())).isTrue();
        assertThat(ledger.orphans(BOOKED)).containsExactly(new LedgerEntry(attempt, SaleState.ORPHAN, PAIR));
        assertThat(ledger.claim(attempt)).isEqualTo(new Claim.Over());

        ledger.undone(attempt.key());
        assertThat(ledger.ticket("A")).contains(SaleState.UNDONE);
        assertThat(ledger.orphans(LATER)).isEmpty();
        assertThat(ledger.claim(attempt)).isEqualTo(new Claim.Over());
    }

    @Test
    void keepsTheTicketsAsLongAsOneDeliveryWasResponded() {
        sell(attempt, PAIR);
        ledger.claim(attempt);

        assertThat(ledger.withdraw(attempt.key())).isFalse();
        assertThat(ledger.ticket("A")).contains(SaleState.GIVEN);
        assertThat(ledger.withdraw(attempt.key())).isTrue();
        assertThat(ledger.withdraw(attempt.key())).isFalse();
    }

    @Test
    void cancelsOnceAndForAll() {
        sell(attempt, PAIR);

        for (int times = 0; times < 2; times++) {
            ledger.cancelled(List.of("A", "B"));
            assertThat(ledger.ticket("A")).contains(SaleState.CANCELLED);
            assertThat(ledger.claim(attempt)).isEqualTo(new Claim.Over());
            assertThat(ledger.withdraw(attempt.key())).isFalse();
            assertThat(ledger.orphans(LATER)).isEmpty();
        }
    }

    @Test
    void findsWhatIsLeftWhenTheProgrammeCancelsTicketByTicket() {
        sell(attempt, PAIR);

        ledger.cancelled(List.of("A"));
        assertThat(ledger.ticket("A")).contains(SaleState.CANCELLED);
        assertThat(ledger.ticket("B")).contains(SaleState.ORPHAN);
        assertThat(ledger.orphans(LATER))
                .containsExactly(new LedgerEntry(attempt, SaleState.ORPHAN, List.of(Ticket.of("B"))));

        ledger.cancelled(List.of("B"));
        assertThat(ledger.ticket("B")).contains(SaleState.CANCELLED);
        assertThat(ledger.orphans(LATER)).isEmpty();
    }

    @Test
    void leavesAnUndoneSaleUndoneWhenTheProgrammeCancelsItToo() {
        sell(attempt, PAIR);
        ledger.withdraw(attempt.key());
        ledger.undone(attempt.key());

        ledger.cancelled(List.of("A", "unknown"));

        assertThat(ledger.ticket("B")).contains(SaleState.UNDONE);
        assertThat(ledger.orphans(LATER)).isEmpty();
    }

    @Test
    void keepsCancellationsOfTicketsItNeverSaw() {
        assertThat(ledger.ticket("Z'; --")).isEmpty();
        ledger.cancelled(List.of("Z'; --", "Z'; --"));
        ledger.cancelled(List.of("Z'; --"));

        assertThat(reopened(ledger).ticket("Z'; --")).contains(SaleState.CANCELLED);
    }

    @Test
    void takesABarcodeThatIsSoldAgainForThatOfTheLaterSale() {
        sell(attempt, PAIR);
        ledger.cancelled(List.of("A", "B", "C"));

        sell(attempt('2', 'b', LATER), List.of(Ticket.of("A"), Ticket.of("C")));

        assertThat(ledger.ticket("A")).contains(SaleState.GIVEN);
        assertThat(ledger.ticket("B")).contains(SaleState.CANCELLED);
        assertThat(ledger.ticket("C")).contains(SaleState.GIVEN);
    }

    @Test
    void callsTheSaleAnOrphanThatTheBeneficiaryTriesAgain() {
        sell(attempt, PAIR);
        SaleAttempt again = attempt('2', 'a', LATER);

        assertThat(ledger.claim(again)).isEqualTo(new Claim.First());
        assertThat(ledger.orphans(BOOKED)).containsExactly(new LedgerEntry(attempt, SaleState.ORPHAN, PAIR));
        assertThat(ledger.claim(attempt)).isEqualTo(new Claim.Over());
        assertThat(ledger.claim(again)).isEqualTo(new Claim.InProgress());
    }

    @Test
    void takesTheTicketsOfASaleThatWasOvertakenWhileItWasHeld() {
        ledger.claim(attempt);
        ledger.claim(attempt('2', 'a', LATER));

        assertThat(ledger.give(attempt.key(), PAIR, NINE)).isFalse();
        assertThat(ledger.orphans(BOOKED)).containsExactly(new LedgerEntry(attempt, SaleState.ORPHAN, PAIR));
        assertThat(ledger.withdraw(attempt.key())).isTrue();
        ledger.undone(attempt.key());
        assertThat(ledger.orphans(BOOKED)).isEmpty();
    }

    @Test
    void refusesABookingOlderThanTheLiveOneOfTheSameBeneficiary() {
        sell(attempt('2', 'a', LATER), PAIR);

        assertThat(ledger.claim(attempt)).isEqualTo(new Claim.Over());
        assertThat(ledger.claim(attempt('3', 'b', BOOKED))).isEqualTo(new Claim.First());
    }

    @ParameterizedTest
    @EnumSource(names = {"UNDONE", "CANCELLED"})
    void sellsToAVisitorWhoComesBackAfter(SaleState end) {
        sell(attempt, PAIR);
        if (end == SaleState.CANCELLED) {
            ledger.cancelled(List.of("A", "B"));
        } else {
            ledger.withdraw(attempt.key());
            ledger.undone(attempt.key());
        }

        assertThat(ledger.claim(attempt('2', 'a', LATER))).isEqualTo(new Claim.First());
        assertThat(ledger.ticket("A")).contains(end);
        assertThat(ledger.orphans(BOOKED)).isEmpty();
    }

    @Test
    void findsAfterARestartWhatWasHeldWhenTheProcessEnded() {
        ledger.claim(attempt('2', 'b', LATER));
        ledger.claim(attempt);
        TicketLedger restarted = reopened(ledger);

        assertThat(restarted.orphans(BOOKED)).isEmpty();
        assertThat(restarted.orphans(LATER)).containsExactly(new LedgerEntry(attempt, SaleState.HELD, List.of()));
        assertThat(restarted.orphans(LATER.plusSeconds(1)))
                .extracting(entry -> entry.attempt().key())
                .containsExactly(attempt.key(), attempt('2', 'b', LATER).key());

        restarted.forget(attempt.key());
        assertThat(restarted.orphans(LATER)).isEmpty();
    }

    @Test
    void holdsOnceHoweverManyAskAtOnce() throws Exception {
        for (int round = 0; round < 20; round++) {
            SaleAttempt contested = attempt(Character.forDigit(round % 10, 10), (char) ('A' + round), BOOKED);
            TicketLedger other = reopened(ledger);

            List<Claim> claims = atOnce(i -> (i % 2 == 0 ? ledger : other).claim(contested));

            assertThat(claims).filteredOn(claim -> claim instanceof Claim.First).hasSize(1);
            assertThat(claims)
                    .filteredOn(claim -> claim instanceof Claim.InProgress)
                    .hasSize(THREADS - 1);
            ledger.forget(contested.key());
        }
    }

    @Test
    void tellsExactlyOneOfManyLateDeliveriesToTakeTheTicketsBack() throws Exception {
        sell(attempt, PAIR);
        List<Claim> claims = atOnce(i -> ledger.claim(attempt));
        assertThat(claims).allMatch(claim -> claim instanceof Claim.Sold);

        assertThat(ledger.withdraw(attempt.key())).isFalse();
        assertThat(atOnce(i -> ledger.withdraw(attempt.key())))
                .filteredOn(last -> last)
                .hasSize(1);
        assertThat(ledger.ticket("B")).contains(SaleState.ORPHAN);
    }

    @Test
    void cancelsTwoTicketsAtOnceWithoutLosingEither() throws Exception {
        for (int round = 0; round < 10; round++) {
            char digit = Character.forDigit(round, 10);
            SaleAttempt pair = attempt(digit, 'p', BOOKED.plusSeconds(round));
            sell(pair, List.of(Ticket.of("L" + digit), Ticket.of("R" + digit)));

            atOnce(i -> {
                ledger.cancelled(List.of((i % 2 == 0 ? "L" : "R") + digit));
                return i;
            });

            assertThat(ledger.orphans(LATER)).isEmpty();
            assertThat(ledger.claim(pair)).isEqualTo(new Claim.Over());
        }
    }

    private void sell(SaleAttempt attempt, List<Ticket> tickets) {
        assertThat(ledger.claim(attempt)).isEqualTo(new Claim.First());
        assertThat(ledger.give(attempt.key(), tickets, NINE)).isTrue();
    }

    private static SaleAttempt attempt(char key, char beneficiary, Instant bookedAt) {
        String beneficiaryKey = "%02x".formatted((int) beneficiary).repeat(32);
        return new SaleAttempt(
                new BookingKey(String.valueOf(key).repeat(62) + beneficiaryKey.substring(0, 2)),
                new BookingKey(beneficiaryKey),
                42,
                9001,
                7001,
                2,
                bookedAt);
    }

    private interface Numbered<T> {
        T call(int number);
    }

    private static <T> List<T> atOnce(Numbered<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<T>> calls = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int number = i;
                calls.add(() -> work.call(number));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
