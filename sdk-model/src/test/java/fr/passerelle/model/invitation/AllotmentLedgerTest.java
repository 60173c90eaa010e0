package fr.passerelle.model.invitation;

import static fr.passerelle.model.invitation.Samples.NOON;
import static fr.passerelle.model.invitation.Samples.NOW;
import static fr.passerelle.model.invitation.Samples.OPENING;
import static fr.passerelle.model.invitation.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.Violations;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AllotmentLedgerTest {

    private static final UUID HOME = id(100);
    private static final UUID RELAY = id(101);
    private static final Duration DAY = Duration.ofDays(1);

    private static AllotmentLedger twenty() {
        return AllotmentLedger.of(20, OPENING, NOON, DAY);
    }

    private static WaitlistEntry waiting(long id, int minimum, int wanted, Instant since) {
        return new WaitlistEntry(id(id), id(3), id(200 + id), minimum, wanted, since);
    }

    private static AllotmentLedger done(AllotmentLedger.Outcome outcome) {
        assertThat(outcome.refusal()).isNull();
        return outcome.ledger();
    }

    @Test
    void aHoldKeepsPlacesUntilItExpires() {
        AllotmentLedger held = done(twenty().hold(id(1), HOME, 15, NOW.plusSeconds(900), NOW));

        assertThat(held.free()).isEqualTo(5);
        assertThat(held.settle(NOW.plusSeconds(899)).ledger().held()).isEqualTo(15);
        assertThat(held.settle(NOW.plusSeconds(900)).ledger().free()).isEqualTo(20);
    }

    @Test
    void placesOnHoldAreAnotherRefusalThanNone() {
        AllotmentLedger held = done(twenty().hold(id(1), HOME, 15, NOW.plusSeconds(601), NOW));
        AllotmentLedger.Outcome some = held.book(id(2), RELAY, 6, NOW);

        assertThat(some.refusal()).isEqualTo(Refusal.CAPACITY_HELD);
        assertThat(some.minutes()).isEqualTo(11);
        assertThat(held.book(id(2), RELAY, 6, NOW.plusSeconds(11 * 60)).done()).isTrue();
        assertThat(held.book(id(2), RELAY, 21, NOW).refusal()).isEqualTo(Refusal.FULL);
        assertThat(done(held.convert(id(2), HOME, 15, id(1), NOW))
                        .book(id(3), RELAY, 6, NOW)
                        .refusal())
                .isEqualTo(Refusal.FULL);
    }

    @Test
    void aHoldConvertedLateSucceedsOnlyIfThereIsRoom() {
        AllotmentLedger held = done(twenty().hold(id(1), HOME, 15, NOW.plusSeconds(60), NOW));
        Instant late = NOW.plusSeconds(61);

        assertThat(done(held.convert(id(2), HOME, 15, id(1), late)).booked()).isEqualTo(15);
        AllotmentLedger overtaken = done(held.book(id(3), RELAY, 6, late));
        assertThat(overtaken.convert(id(2), HOME, 15, id(1), late).refusal()).isEqualTo(Refusal.FULL);
    }

    @Test
    void aHoldOfSomebodyElseIsNotThere() {
        AllotmentLedger held = done(twenty().hold(id(1), HOME, 15, NOW.plusSeconds(60), NOW));

        assertThat(held.convert(id(2), RELAY, 15, id(1), NOW).refusal()).isEqualTo(Refusal.NOT_FOUND);
    }

    @Test
    void aHoldMadeInTimeIsGoodOverTheRelease() {
        Instant before = NOON.minusSeconds(60);
        AllotmentLedger held = done(twenty().hold(id(1), HOME, 5, NOON.plusSeconds(60), before));

        assertThat(held.convert(id(2), HOME, 6, id(1), NOON).refusal()).isEqualTo(Refusal.ALLOTMENT_CLOSED);
        AllotmentLedger booked = done(held.convert(id(2), HOME, 4, id(1), NOON));
        assertThat(booked.booked()).isEqualTo(4);
        assertThat(booked.withdrawn()).isEqualTo(16);
    }

    @Test
    void placesGivenBackGoToThoseWhoWaitInOrderIfTheirMinimumFits() {
        AllotmentLedger full = done(twenty().book(id(1), HOME, 20, NOW));
        full = done(full.await(waiting(11, 6, 8, NOW), NOW));
        full = done(full.await(waiting(12, 2, 3, NOW.plusSeconds(1)), NOW.plusSeconds(1)));
        full = done(full.await(waiting(13, 1, 5, NOW.plusSeconds(2)), NOW.plusSeconds(2)));

        AllotmentLedger.Outcome back = full.giveBack(id(1), 4, NOW.plusSeconds(3));

        assertThat(back.offers()).containsExactly(id(12), id(13));
        assertThat(back.ledger().allocated(id(12))).isEqualTo(3);
        assertThat(back.ledger().allocated(id(13))).isEqualTo(1);
        assertThat(back.ledger().waitlist()).extracting(WaitlistEntry::id).containsExactly(id(11));
    }

    @Test
    void anOfferThatNobodyConfirmsGoesToTheNext() {
        AllotmentLedger full = done(twenty().book(id(1), HOME, 20, NOW));
        full = done(full.await(waiting(11, 2, 2, NOW), NOW));
        full = done(full.await(waiting(12, 2, 2, NOW), NOW));
        AllotmentLedger offered = done(full.giveBack(id(1), 2, NOW));

        AllotmentLedger.Outcome next = offered.settle(NOW.plus(DAY));

        assertThat(next.offers()).containsExactly(id(12));
        assertThat(next.ledger().confirm(id(11), NOW.plus(DAY)).refusal()).isEqualTo(Refusal.CONFIRMED_TOO_LATE);
        assertThat(done(next.ledger().confirm(id(12), NOW.plus(DAY)))
                        .settle(NOON)
                        .ledger()
                        .allocated())
                .isEqualTo(2);
    }

    @Test
    void aConfirmedAllocationIsSpentByBookings() {
        AllotmentLedger promised = done(twenty().allocate(id(1), HOME, 10, NOW.plus(DAY), NOW));

        assertThat(promised.spend(id(2), id(1), 4, NOW).refusal()).isEqualTo(Refusal.NOT_CONFIRMED);
        AllotmentLedger confirmed = done(promised.confirm(id(1), NOW));
        AllotmentLedger spent = done(confirmed.spend(id(2), id(1), 4, NOON.plusSeconds(1)));
        assertThat(spent.allocated()).isEqualTo(6);
        assertThat(spent.booked()).isEqualTo(4);
        assertThat(spent.spend(id(3), id(1), 7, NOON.plusSeconds(1)).refusal()).isEqualTo(Refusal.MORE_THAN_THERE_IS);
    }

    @Test
    void theDonorTakesBackOnlyWhatIsNotPromised() {
        AllotmentLedger booked = done(twenty().book(id(1), HOME, 12, NOW));

        assertThat(booked.withdraw(9, NOW).refusal()).isEqualTo(Refusal.MORE_THAN_THERE_IS);
        assertThat(done(booked.withdraw(3, NOW)).free()).isEqualTo(5);
        AllotmentLedger all = done(booked.withdrawAll(NOW));
        assertThat(all.withdrawn()).isEqualTo(8);
        assertThat(all.book(id(2), RELAY, 1, NOW).refusal()).isEqualTo(Refusal.ALLOTMENT_WITHDRAWN);
        assertThat(done(all.giveBack(id(1), 2, NOW)).withdrawn()).isEqualTo(10);
    }

    @Test
    void whatIsLeftGoesBackToTheDonorAtTheRelease() {
        AllotmentLedger booked = done(twenty().book(id(1), HOME, 12, NOW));
        AllotmentLedger closed = booked.settle(NOON).ledger();

        assertThat(closed.status()).isEqualTo(AllotmentStatus.CLOSED);
        assertThat(closed.withdrawn()).isEqualTo(8);
        assertThat(closed.book(id(2), RELAY, 1, NOON).refusal()).isEqualTo(Refusal.ALLOTMENT_CLOSED);
    }

    @Test
    void nothingMovesAfterTheSessionHasBegun() {
        AllotmentLedger booked = done(twenty().book(id(1), HOME, 12, NOW));

        assertThat(booked.giveBack(id(1), 1, OPENING).refusal()).isEqualTo(Refusal.SESSION_BEGUN);
        assertThat(booked.await(waiting(11, 1, 1, OPENING), OPENING).refusal()).isEqualTo(Refusal.SESSION_BEGUN);
    }

    @Test
    void whatComesBackWhenTheSessionBeginsIsOfferedToNobody() {
        AllotmentLedger held = done(twenty().hold(id(1), HOME, 20, OPENING.plusSeconds(60), NOW));
        AllotmentLedger waiting = done(held.await(waiting(11, 1, 5, NOW), NOW));

        AllotmentLedger.Outcome begun = waiting.settle(OPENING);

        assertThat(begun.offers()).isEmpty();
        assertThat(begun.ledger().withdrawn()).isEqualTo(20);
        assertThat(begun.ledger().waitlist()).hasSize(1);
    }

    @Test
    void aSessionThatFallsTakesEverythingWithIt() {
        AllotmentLedger fallen = done(done(twenty().book(id(1), HOME, 12, NOW)).cancel(NOW));

        assertThat(fallen.withdrawn()).isEqualTo(20);
        assertThat(fallen.book(id(2), RELAY, 1, NOW).refusal()).isEqualTo(Refusal.SESSION_CANCELLED);
        assertThat(fallen.cancel(NOW).refusal()).isEqualTo(Refusal.SESSION_CANCELLED);
    }

    @Test
    void aSessionEndsAfterItBegan() {
        AllotmentLedger booked = done(twenty().book(id(1), HOME, 12, NOW));

        assertThat(booked.end(NOW).refusal()).isEqualTo(Refusal.STILL_OPEN);
        assertThat(booked.end(NOON).refusal()).isEqualTo(Refusal.SESSION_NOT_BEGUN);
        assertThat(done(booked.end(OPENING)).booked()).isEqualTo(12);
    }

    @Test
    void anIdIsUsedOnce() {
        AllotmentLedger booked = done(twenty().book(id(1), HOME, 12, NOW));

        assertThat(booked.book(id(1), HOME, 12, NOW).refusal()).isEqualTo(Refusal.ALREADY_DIFFERENT);
        assertThat(booked.hold(id(1), HOME, 2, NOON, NOW).refusal()).isEqualTo(Refusal.ALREADY_DIFFERENT);
    }

    @Test
    void theArgumentsAreChecked() {
        assertThat(Violations.of(() -> AllotmentLedger.of(0, NOON, OPENING, Duration.ZERO)))
                .containsExactly("quantity too_small 1", "releaseAt after_limit startsAt", "confirmWithin too_small 1");
        assertThat(twenty().book(id(1), HOME, 0, NOW).refusal()).isEqualTo(Refusal.MORE_THAN_THERE_IS);
        assertThat(twenty().book(id(1), HOME, -3, NOW).refusal()).isEqualTo(Refusal.MORE_THAN_THERE_IS);
    }
}
