package fr.passerelle.sandbox.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.catalogue.CatalogueSync;
import fr.passerelle.catalogue.Change;
import fr.passerelle.catalogue.ChangeResult.State;
import fr.passerelle.catalogue.Removal;
import fr.passerelle.catalogue.SyncPlan;
import fr.passerelle.catalogue.SyncReport;
import fr.passerelle.catalogue.WantedDate;
import fr.passerelle.catalogue.WantedEvent;
import fr.passerelle.model.offer.Category;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.offer.OfferStatus;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.sandbox.Stage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is not wanted any more ends as far as the policy goes. */
class RemovalTest {

    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aDateWithoutBookingsIsDeleted() {
        shop.bring(shop.wanted("cid", "d1", "d2"));

        assertThat(Shop.told(shop.bring(shop.wanted("cid", "d1")))).containsExactly("DONE WITHDRAW DATE [d2]");
        assertThat(shop.datesOf("cid")).hasSize(1);
    }

    @Test
    void aDateWithBookingsIsClosedAndToldEachTime() {
        shop.bring(shop.wanted("cid", "d1", "d2"));
        shop.book("cid", "d2", 2);

        assertThat(Shop.told(shop.bring(shop.wanted("cid", "d1")))).containsExactly("DONE CLOSE DATE [d2]");
        assertThat(shop.date("cid", "d2").remaining()).isEqualTo(Remaining.of(0));
        assertThat(shop.date("cid", "d2").bookedQuantity()).isEqualTo(2);

        SyncPlan again = shop.plan(shop.wanted("cid", "d1"));
        assertThat(again.isNothing()).isTrue();
        assertThat(Shop.reasons(again)).singleElement().asString().contains("booked", "2 bookings");
    }

    @Test
    void bookingsAreCancelledOnlyIfThePolicySaysSo() {
        shop.bring(shop.wanted("cid", "d1", "d2"));
        shop.book("cid", "d2", 2);

        SyncPlan plan = shop.sync(Removal.CANCEL_BOOKED).plan(List.of(shop.wanted("cid", "d1")));

        assertThat(plan.bookings()).isEqualTo(2);
        assertThat(shop.sync(Removal.CANCEL_BOOKED).apply(plan, result -> {}).complete())
                .isTrue();
        assertThat(shop.datesOf("cid")).hasSize(1);
    }

    @Test
    void nothingIsRemovedWhereThePolicyKeeps() {
        shop.bring(shop.wanted("cid", "d1", "d2"), shop.wanted("gone", "d1"));
        String before = shop.state();

        SyncReport report = Shop.bring(shop.sync(Removal.KEEP), shop.wanted("cid", "d1"));

        assertThat(report.results()).hasSize(2).allMatch(result -> result.state() == State.UNCHANGED);
        assertThat(shop.state()).isEqualTo(before);
    }

    @Test
    void anEventThatIsGoneIsHiddenAndItsFreeDatesDeleted() {
        shop.bring(shop.wanted("cid", "d1", "d2"));
        shop.book("cid", "d1", 1);

        SyncReport report = shop.bring();

        assertThat(Shop.told(report))
                .containsExactly("DONE WITHDRAW EVENT []", "UNCHANGED KEPT DATE [d1]", "DONE WITHDRAW DATE [d2]");
        assertThat(shop.event("cid").status()).isEqualTo(OfferStatus.INACTIVE);
        assertThat(shop.datesOf("cid")).hasSize(1);
        assertThat(shop.plan().isNothing()).isTrue();
    }

    @Test
    void aCancelledEventEndsAndComesBackWhenItTakesPlaceAfterAll() {
        shop.bring(shop.wanted("cid", "d1"));
        shop.bring(WantedEvent.cancelled("cid"));
        assertThat(shop.datesOf("cid")).isEmpty();

        shop.bring(shop.wanted("cid", "d1"));

        assertThat(shop.event("cid").status()).isEqualTo(OfferStatus.ACTIVE);
        assertThat(shop.datesOf("cid")).hasSize(1);
    }

    @Test
    void aCancelledEventEndsEvenIfItCanNotBeBookedAnyMore() {
        WantedDate soon = WantedDate.of("d1", Stage.NOW.plus(Duration.ofDays(3)), "full", Capacity.of(20))
                .bookingLimit(Stage.NOW.plus(Duration.ofDays(1)));
        shop.bring(shop.wanted("cid", draft -> draft, List.of(soon)));
        shop.book("cid", "d1", 1);
        Instant later = Stage.NOW.plus(Duration.ofDays(2));
        shop.stage.sandbox.clock().set(later);
        assertThat(shop.event("cid").status()).isEqualTo(OfferStatus.EXPIRED);

        SyncPlan plan = shop.syncOf(shop.client)
                .removal(Removal.CANCEL_BOOKED)
                .clock(Clock.fixed(later, ZoneOffset.UTC))
                .build()
                .plan(List.of(WantedEvent.cancelled("cid")));

        assertThat(plan.changes())
                .extracting(change -> change.kind() + " " + change.subject())
                .containsExactly("WITHDRAW EVENT", "CANCEL DATE");
    }

    @Test
    void aClosedEventKeepsItsDates() {
        shop.bring(shop.wanted("cid", "d1"));

        shop.bring(WantedEvent.closed("cid"));

        assertThat(shop.event("cid").status()).isEqualTo(OfferStatus.INACTIVE);
        assertThat(shop.datesOf("cid")).hasSize(1);
        assertThat(shop.plan(WantedEvent.closed("cid")).isNothing()).isTrue();
    }

    @Test
    void unlessTheCatalogueOwnsItNothingIsGone() {
        shop.bring(shop.wanted("cid", "d1"));

        SyncPlan plan =
                CatalogueSync.of(shop.client, shop.stage.venue.id()).build().plan(List.of());

        assertThat(plan.changes()).isEmpty();
    }

    @Test
    void anotherCataloguesEventsAreNotGone() {
        shop.bring(shop.wanted("a-1", "d1"), shop.wanted("b-1", "d1"));

        SyncPlan plan = shop.syncOf(shop.client)
                .owned(id -> id.startsWith("a-"))
                .build()
                .plan(List.of());

        assertThat(plan.changes()).extracting(Change::offer).containsOnly("a-1");
    }

    @Test
    void datesThatAreOverAreHistory() {
        shop.bring(shop.wanted("cid", "d1", "d2"));
        shop.stage.sandbox.clock().set(Shop.OPENING.plusSeconds(1));

        SyncPlan plan = shop.syncOf(shop.client)
                .clock(Clock.fixed(Shop.OPENING.plusSeconds(1), ZoneOffset.UTC))
                .build()
                .plan(List.of(shop.wanted("cid", Shop.TWELVE, Shop.date("d2", 1))));

        assertThat(plan.changes()).isEmpty();
    }

    @Test
    void anEventOnLineCannotBeHiddenSoItsBookedDatesAreClosed() {
        WantedEvent stream = shop.wanted(
                "live",
                draft -> draft.category(Category.onlineMeeting())
                        .location(Location.digital(shop.stage.venue.id(), "https://example.org/live")),
                Shop.dates("d1", "d2"));
        shop.bring(stream);
        shop.book("live", "d1", 1);

        SyncReport report = shop.bring(WantedEvent.cancelled("live"));

        assertThat(Shop.told(report)).containsExactly("DONE CLOSE DATE [d1]", "DONE WITHDRAW DATE [d2]");
        assertThat(shop.date("live", "d1").remaining()).isEqualTo(Remaining.of(0));
    }
}
