package fr.passerelle.model.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A ledger that is kept somewhere and taken back is the same ledger. */
class LedgerSnapshotTest {

    private static final Instant NOW = Instant.parse("2026-10-05T08:00:00Z");
    private static final Instant START = NOW.plus(Duration.ofDays(3));

    private static AllotmentLedger busy() {
        UUID structure = new UUID(0, 7);
        AllotmentLedger ledger = AllotmentLedger.of(20, START, START.minus(Duration.ofHours(6)), Duration.ofHours(48));
        ledger = ledger.hold(new UUID(0, 1), structure, 4, NOW.plus(Duration.ofMinutes(15)), NOW)
                .ledger();
        ledger = ledger.book(new UUID(0, 2), structure, 5, NOW).ledger();
        ledger = ledger.allocate(new UUID(0, 3), structure, 6, NOW.plus(Duration.ofHours(24)), NOW)
                .ledger();
        return ledger.await(new WaitlistEntry(new UUID(0, 4), new UUID(0, 9), structure, 6, 8, NOW), NOW)
                .ledger();
    }

    @Test
    void whatIsRestoredIsTheSame() {
        AllotmentLedger ledger = busy();

        AllotmentLedger restored = AllotmentLedger.restore(ledger.snapshot());

        assertThat(restored).isEqualTo(ledger).hasSameHashCodeAs(ledger);
        assertThat(restored.settle(START).ledger())
                .isEqualTo(ledger.settle(START).ledger());
    }

    @Test
    void saysWhenTimeBringsTheNextChange() {
        AllotmentLedger ledger = busy();

        assertThat(ledger.nextDue()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
        ledger = ledger.settle(NOW.plus(Duration.ofMinutes(15))).ledger();
        assertThat(ledger.nextDue()).isEqualTo(NOW.plus(Duration.ofHours(24)));
        assertThat(ledger.settle(START).ledger().nextDue()).isNull();
    }

    @Test
    void moreThanThereIsCannotBeRestored() {
        LedgerSnapshot good = busy().snapshot();
        LedgerSnapshot bad = new LedgerSnapshot(
                10,
                good.startsAt(),
                good.releaseAt(),
                good.confirmWithin(),
                good.withdrawn(),
                good.status(),
                good.holds(),
                good.bookings(),
                good.allocations(),
                good.waitlist());

        assertThatThrownBy(() -> AllotmentLedger.restore(bad)).isInstanceOf(IllegalArgumentException.class);
    }
}
