package fr.passerelle.model.invitation;

import static fr.passerelle.model.invitation.Samples.NOW;
import static fr.passerelle.model.invitation.Samples.OPENING;
import static fr.passerelle.model.invitation.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Random operations, from fixed seeds, cannot bring an allotment out of balance (invitations 4). */
class AllotmentLedgerPropertiesTest {

    private static final int WORLDS = 200;
    private static final int STEPS = 120;

    /** One random life of an allotment. */
    private static final class World {
        final Random random;
        final List<UUID> ids = new ArrayList<>();
        AllotmentLedger ledger;
        Instant now = NOW;
        long next = 1;

        World(long seed) {
            random = new Random(seed);
            Duration life = Duration.between(NOW, OPENING);
            Instant release = OPENING.minusSeconds(random.nextInt((int) life.toSeconds()));
            ledger = AllotmentLedger.of(
                    1 + random.nextInt(40), OPENING, release, Duration.ofHours(1 + random.nextInt(60)));
        }

        UUID mint() {
            UUID id = id(next++);
            ids.add(id);
            return id;
        }

        UUID any() {
            return ids.isEmpty() || random.nextInt(20) == 0 ? id(999_999) : ids.get(random.nextInt(ids.size()));
        }

        UUID structure() {
            return id(5_000 + random.nextInt(4));
        }

        int places() {
            return random.nextInt(12) - 1;
        }

        Instant soon() {
            return now.plusSeconds(random.nextInt(200_000));
        }

        AllotmentLedger.Outcome step() {
            now = now.plusSeconds(random.nextInt(30) == 0 ? 90_000 : random.nextInt(9_000));
            return switch (random.nextInt(16)) {
                case 0, 1, 2 -> ledger.hold(mint(), structure(), places(), soon(), now);
                case 3 -> ledger.releaseHold(any(), now);
                case 4, 5 -> ledger.book(mint(), structure(), places(), now);
                case 6, 7 -> ledger.convert(mint(), structure(), places(), any(), now);
                case 8 -> ledger.allocate(mint(), structure(), places(), soon(), now);
                case 9 -> ledger.confirm(any(), now);
                case 10 -> ledger.spend(mint(), any(), places(), now);
                case 11 -> ledger.giveBackAllocated(any(), places(), now);
                case 12, 13 -> ledger.giveBack(any(), places(), now);
                case 14 -> {
                    int minimum = 1 + random.nextInt(6);
                    yield ledger.await(
                            new WaitlistEntry(mint(), id(3), structure(), minimum, minimum + random.nextInt(4), now),
                            now);
                }
                default ->
                    random.nextInt(25) == 0
                            ? (random.nextBoolean() ? ledger.cancel(now) : ledger.withdrawAll(now))
                            : ledger.withdraw(places(), now);
            };
        }
    }

    private static void assertBalanced(AllotmentLedger ledger) {
        assertThat(List.of(ledger.held(), ledger.booked(), ledger.allocated(), ledger.free(), ledger.withdrawn()))
                .as(ledger.toString())
                .allMatch(term -> term >= 0);
        assertThat(ledger.held() + ledger.booked() + ledger.allocated() + ledger.free())
                .as(ledger.toString())
                .isEqualTo(ledger.quantity() - ledger.withdrawn());
    }

    @Test
    void theSumAlwaysHoldsAndNoTermIsBelowZero() {
        int done = 0;
        int refused = 0;
        for (long seed = 0; seed < WORLDS; seed++) {
            World world = new World(seed);
            for (int i = 0; i < STEPS; i++) {
                AllotmentLedger.Outcome outcome = world.step();
                assertBalanced(outcome.ledger());
                world.ledger = outcome.ledger();
                done += outcome.done() ? 1 : 0;
                refused += outcome.done() ? 0 : 1;
            }
        }
        assertThat(done).isGreaterThan(WORLDS * STEPS / 8);
        assertThat(refused).isGreaterThan(WORLDS * STEPS / 8);
    }

    @Test
    void aRefusalChangesNothingButWhatTimeBrings() {
        for (long seed = 0; seed < WORLDS; seed++) {
            World world = new World(seed);
            for (int i = 0; i < STEPS; i++) {
                AllotmentLedger before = world.ledger;
                AllotmentLedger.Outcome outcome = world.step();
                if (!outcome.done()) {
                    assertThat(outcome.ledger())
                            .isEqualTo(before.settle(world.now).ledger());
                }
                world.ledger = outcome.ledger();
            }
        }
    }

    @Test
    void itMakesNoDifferenceHowOftenOrHowLateTimeIsLookedAt() {
        for (long seed = 0; seed < WORLDS; seed++) {
            World world = new World(seed);
            for (int i = 0; i < STEPS / 4; i++) {
                world.ledger = world.step().ledger();
            }
            AllotmentLedger late = world.ledger.settle(OPENING.plusSeconds(1)).ledger();
            AllotmentLedger often = world.ledger;
            for (Instant at = world.now; at.isBefore(OPENING.plusSeconds(1)); at = at.plusSeconds(5_003)) {
                often = often.settle(at).ledger();
                assertThat(often.settle(at).ledger()).isEqualTo(often);
            }
            assertThat(often.settle(OPENING.plusSeconds(1)).ledger()).isEqualTo(late);
        }
    }

    @Test
    void whoWaitsIsNeverPassedOverWhenItsMinimumIsFree() {
        for (long seed = 0; seed < WORLDS; seed++) {
            World world = new World(seed);
            for (int i = 0; i < STEPS; i++) {
                world.ledger = world.step().ledger();
                if (world.now.isBefore(OPENING)) {
                    int free = world.ledger.free();
                    assertThat(world.ledger.waitlist()).allMatch(entry -> entry.minimum() > free);
                }
            }
        }
    }

    @Test
    void nothingMovesOnceTheSessionHasBegun() {
        for (long seed = 0; seed < WORLDS; seed++) {
            World world = new World(seed);
            for (int i = 0; i < STEPS; i++) {
                world.ledger = world.step().ledger();
            }
            AllotmentLedger begun = world.ledger.settle(OPENING).ledger();
            assertThat(begun.free()).isZero();
            assertThat(begun.held()).isZero();
            world.now = OPENING.plusSeconds(1);
            for (int i = 0; i < STEPS; i++) {
                AllotmentLedger after = world.step().ledger();
                // If the session falls after it began, everything falls with it.
                if (!after.status().equals(AllotmentStatus.CANCELLED)) {
                    assertThat(after.booked()).isEqualTo(begun.booked());
                    assertThat(after.allocated()).isEqualTo(begun.allocated());
                }
            }
        }
    }
}
