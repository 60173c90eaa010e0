package fr.passerelle.sandbox.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.catalogue.SyncPlan;
import fr.passerelle.catalogue.SyncReport;
import fr.passerelle.catalogue.WantedDate;
import fr.passerelle.catalogue.WantedEvent;
import fr.passerelle.model.offer.DatePatch;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Remaining;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The places of a date, while people book. */
class PlacesTest {

    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void placesAreWhatRemainsOfTheTotal() {
        shop.bring(shop.wanted("cid", "d1"));
        shop.book("cid", "d1", 2);

        shop.bring(shop.wanted("cid", Shop.TWELVE, WantedDate.of("d1", Shop.OPENING, "full", Capacity.of(30))));

        assertThat(shop.date("cid", "d1").capacity()).isEqualTo(Capacity.of(30));
        assertThat(shop.date("cid", "d1").remaining()).isEqualTo(Remaining.of(28));
    }

    @Test
    void whoBooksBetweenPlanAndApplyIsCounted() {
        shop.bring(shop.wanted("cid", "d1"));
        SyncPlan plan =
                shop.plan(shop.wanted("cid", Shop.TWELVE, WantedDate.of("d1", Shop.OPENING, "full", Capacity.of(3))));
        shop.book("cid", "d1", 2);

        shop.sync().apply(plan, result -> {});

        assertThat(shop.date("cid", "d1").remaining()).isEqualTo(Remaining.of(1));
    }

    @Test
    void aDateThatIsOversoldIsClosedAndNotSentAgain() {
        shop.bring(shop.wanted("cid", "d1"));
        shop.book("cid", "d1", 2);
        WantedEvent smaller =
                shop.wanted("cid", Shop.TWELVE, WantedDate.of("d1", Shop.OPENING, "full", Capacity.of(1)));

        SyncReport report = shop.bring(smaller);

        assertThat(report.results().get(0).sentence()).contains("1 more");
        assertThat(shop.date("cid", "d1").remaining()).isEqualTo(Remaining.of(0));
        assertThat(shop.plan(smaller).isNothing()).isTrue();
    }

    @Test
    void placesOfTicketedEventsAreTheDesks() {
        WantedEvent ticketed = shop.wanted("cid", draft -> draft.hasTicket(true), Shop.dates("d1"));
        shop.bring(ticketed);
        shop.client
                .events()
                .dates(shop.event("cid").id())
                .update(
                        shop.date("cid", "d1").id(),
                        DatePatch.builder().remaining(Remaining.of(3)).build());

        assertThat(shop.plan(ticketed).isNothing()).isTrue();
    }
}
