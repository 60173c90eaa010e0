package fr.passerelle.sandbox.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.catalogue.CatalogueMemory;
import fr.passerelle.catalogue.CatalogueSync;
import fr.passerelle.catalogue.Change;
import fr.passerelle.catalogue.Removal;
import fr.passerelle.catalogue.SyncPlan;
import fr.passerelle.catalogue.SyncReport;
import fr.passerelle.catalogue.WantedDate;
import fr.passerelle.catalogue.WantedEvent;
import fr.passerelle.model.offer.DatePatch;
import fr.passerelle.model.offer.EventPatch;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.ratelimit.Quota;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The calls that the programme receives, held against those that a plan tells beforehand. */
class CatalogueCallsTest {

    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    /** Plans and applies, and holds both against what the programme received. */
    private SyncPlan counted(CatalogueSync sync, List<WantedEvent> wanted) {
        shop.calls();
        SyncPlan plan = sync.plan(wanted);
        assertThat(shop.calls()).as("reads").hasSize(plan.reads()).allMatch("GET"::equals);
        SyncReport report = sync.apply(plan, result -> {});
        assertThat(report.complete()).isTrue();
        assertThat(shop.calls()).as("calls").hasSize(plan.calls());
        return plan;
    }

    private List<WantedEvent> season(int events, int dates) {
        return IntStream.range(0, events)
                .mapToObj(i -> shop.wanted(
                        "e" + i,
                        IntStream.range(0, dates).mapToObj(d -> "d" + d).toArray(String[]::new)))
                .toList();
    }

    @Test
    void aNewEventTakesTwo() {
        SyncPlan plan = counted(shop.sync(), season(60, 3));

        assertThat(plan.reads()).isEqualTo(1);
        assertThat(plan.calls()).isEqualTo(2 * 60);
    }

    @Test
    void theTimeIsToldBeforehand() {
        SyncPlan plan = shop.sync().plan(season(300, 1));

        assertThat(plan.calls()).isEqualTo(600);
        assertThat(plan.duration(Quota.PARTNER_API)).isBetween(Duration.ofSeconds(180), Duration.ofSeconds(200));
    }

    @Test
    void withoutAMemoryEachEventsDatesAreRead() {
        counted(shop.sync(), season(60, 3));

        SyncPlan again = counted(shop.sync(), season(60, 3));

        assertThat(again.reads())
                .as("two pages of events, and 60 lists of dates")
                .isEqualTo(2 + 60);
        assertThat(again.calls()).isZero();
    }

    @Test
    void withAMemoryAnUnchangedSeasonTakesItsPagesAndNothingElse() {
        CatalogueMemory memory = CatalogueMemory.inMemory();
        counted(shop.sync(memory), season(60, 3));

        SyncPlan again = counted(shop.sync(memory), season(60, 3));

        assertThat(again.reads()).isEqualTo(2);
        assertThat(again.calls()).isZero();
        assertThat(again.unchanged()).isEqualTo(60);
    }

    @Test
    void onlyWhatChangedIsReadAgain() {
        CatalogueMemory memory = CatalogueMemory.inMemory();
        List<WantedEvent> season = new ArrayList<>(season(60, 3));
        counted(shop.sync(memory), season);
        season.set(7, shop.wanted("e7", draft -> draft.name("Horace"), Shop.dates("d0", "d1", "d2")));

        SyncPlan plan = counted(shop.sync(memory), season);

        assertThat(plan.reads()).isEqualTo(2 + 1);
        assertThat(plan.calls()).as("read the event, change it").isEqualTo(2);
    }

    @Test
    void somebodyElsesChangeOfAnEventIsNoticedAndMarked() {
        CatalogueMemory memory = CatalogueMemory.inMemory();
        counted(shop.sync(memory), season(2, 1));
        shop.client
                .events()
                .update(
                        shop.event("e1").id(),
                        EventPatch.builder().name("By hand").build());

        SyncPlan plan = shop.sync(memory).plan(season(2, 1));

        assertThat(plan.changes()).singleElement().satisfies(change -> {
            assertThat(change.changedElsewhere()).isTrue();
            assertThat(change.reason()).contains("By hand", "somebody else");
        });
    }

    @Test
    void everySoManyRunsEverythingIsRead() {
        CatalogueMemory memory = CatalogueMemory.inMemory();
        CatalogueSync sync =
                shop.syncOf(shop.client).memory(memory).fullCheckEvery(3).build();
        sync.apply(sync.plan(season(2, 1)), result -> {});
        shop.client
                .events()
                .dates(shop.event("e1").id())
                .update(
                        shop.date("e1", "d0").id(),
                        DatePatch.builder().remaining(Remaining.of(3)).build());

        List<Boolean> noticed = new ArrayList<>();
        for (int run = 0; run < 3; run++) {
            SyncPlan plan = sync.plan(season(2, 1));
            noticed.add(!plan.isNothing());
            sync.apply(plan, result -> {});
        }

        assertThat(noticed).containsExactly(false, true, false);
    }

    @Test
    void aPlanWithNothingToDoIsARunThatNeedNotBeApplied() {
        CatalogueSync sync = shop.syncOf(shop.client)
                .memory(CatalogueMemory.inMemory())
                .fullCheckEvery(3)
                .build();
        sync.apply(sync.plan(season(2, 1)), result -> {});
        shop.client
                .events()
                .dates(shop.event("e1").id())
                .update(
                        shop.date("e1", "d0").id(),
                        DatePatch.builder().remaining(Remaining.of(3)).build());

        assertThat(sync.plan(season(2, 1)).isNothing()).isTrue();
        assertThat(sync.plan(season(2, 1)).isNothing()).isFalse();
    }

    @Test
    void anOldPlanAppliedAfterAnotherRunTrustsNothingThatChangedSince() {
        CatalogueSync sync = shop.sync(CatalogueMemory.inMemory());
        WantedEvent cid = shop.wanted("cid", "d1");
        WantedEvent horace = shop.wanted("horace", "d1");
        Shop.bring(sync, cid);
        SyncPlan old = sync.plan(List.of(cid, horace));
        Shop.bring(sync, shop.wanted("cid", "d1", "d2"));
        sync.apply(old, result -> {});

        SyncPlan back = sync.plan(List.of(cid, horace));

        assertThat(back.changes()).extracting(Change::kind).containsExactly(Change.Kind.WITHDRAW);
    }

    @Test
    void aKilledRunLeavesNoMemoryThatIsWrong() {
        CatalogueMemory memory = CatalogueMemory.inMemory();
        counted(shop.sync(memory), List.of(shop.wanted("cid", "d1")));
        SyncPlan plan = shop.sync(memory).plan(List.of(shop.wanted("cid", "d1", "d2")));
        CatalogueMemory dying = new CatalogueMemory() {
            private boolean dead;

            @Override
            public Snapshot read(long venueId) {
                return memory.read(venueId);
            }

            @Override
            public void write(long venueId, Snapshot snapshot) {
                if (!dead) {
                    memory.write(venueId, snapshot);
                }
                dead = true;
            }
        };
        shop.sync(dying).apply(plan, result -> {});

        SyncPlan back = shop.sync(memory).plan(List.of(shop.wanted("cid", "d1")));

        assertThat(back.changes()).extracting(Change::kind).containsExactly(Change.Kind.WITHDRAW);
    }

    @Test
    void changesOfEachKindTakeWhatTheyTell() {
        counted(shop.sync(), List.of(shop.wanted("cid", "a", "b", "c", "d"), shop.wanted("gone", "a", "b")));
        shop.book("cid", "c", 1);
        WantedEvent wanted = shop.wanted(
                "cid",
                draft -> draft.name("Horace")
                        .priceCategories(List.of(
                                Shop.price("full", "Plein", Price.euros("15")),
                                Shop.price("low", "Réduit", Price.euros("6")),
                                Shop.price("free", "Enfant", Price.FREE))),
                List.of(
                        Shop.date("a", 5),
                        WantedDate.of("b", Shop.OPENING.plus(Duration.ofDays(1)), "low", Capacity.of(20)),
                        WantedDate.of("new", Shop.OPENING, "free", Capacity.of(7))));

        SyncPlan plan = counted(shop.sync(), List.of(wanted));

        assertThat(plan.changes())
                .extracting(change -> change.kind() + " " + change.subject() + " " + change.calls())
                .containsExactly(
                        "UPDATE EVENT 2",
                        "CREATE PRICE 1",
                        "REPRICE PRICE 1",
                        "CREATE DATE 1",
                        "RESCHEDULE DATE 2",
                        "UPDATE DATE 1",
                        "CLOSE DATE 1",
                        "WITHDRAW DATE 2",
                        "WITHDRAW EVENT 1",
                        "WITHDRAW DATE 2",
                        "WITHDRAW DATE 2");
        assertThat(shop.sync().plan(List.of(wanted)).isNothing()).isTrue();
    }

    @Test
    void datesOfWhichNoPlaceIsAtStakeAreReadFiftyAtATime() {
        String[] ids = IntStream.range(0, 120).mapToObj(i -> "d" + i).toArray(String[]::new);
        counted(shop.sync(), List.of(shop.wanted("cid", ids)));
        List<WantedDate> earlier = Shop.dates(ids).stream()
                .map(date -> date.bookingLimit(date.beginning().minusSeconds(3_600)))
                .toList();

        SyncPlan plan = counted(shop.sync(), List.of(shop.wanted("cid", draft -> draft, earlier)));

        assertThat(plan.calls()).isEqualTo(120 + 3);
    }

    @Test
    void placesAreReadRightBeforeEachWrite() {
        counted(shop.sync(), List.of(shop.wanted("cid", "a", "b", "c")));
        List<WantedDate> more = Shop.dates("a", "b", "c").stream()
                .map(date -> WantedDate.of(date.id(), date.beginning(), "full", Capacity.of(30)))
                .toList();

        SyncPlan plan = counted(shop.sync(), List.of(shop.wanted("cid", draft -> draft, more)));

        assertThat(plan.calls()).isEqualTo(3 * 2);
    }

    @Test
    void whatIsCancelledAnywayIsNotReadBefore() {
        counted(shop.sync(), List.of(shop.wanted("cid", "a", "b")));

        SyncPlan plan = counted(shop.sync(Removal.CANCEL_BOOKED), List.of());

        assertThat(plan.calls()).as("hide it, delete two dates").isEqualTo(3);
    }
}
