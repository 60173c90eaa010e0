package fr.passerelle.sandbox.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.catalogue.CatalogueMemory;
import fr.passerelle.catalogue.Change;
import fr.passerelle.catalogue.ChangeResult;
import fr.passerelle.catalogue.ChangeResult.State;
import fr.passerelle.catalogue.OwnProductSync;
import fr.passerelle.catalogue.Removal;
import fr.passerelle.catalogue.SyncPlan;
import fr.passerelle.catalogue.SyncReport;
import fr.passerelle.catalogue.WantedOwnProduct;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.offer.ProductCategory;
import fr.passerelle.model.offer.ProductPatch;
import fr.passerelle.model.offer.ProductStockDraft;
import fr.passerelle.model.offer.ProductStockPatch;
import fr.passerelle.model.offer.Publication;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Ean;
import fr.passerelle.model.value.Price;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.sandbox.traffic.Effect;
import fr.passerelle.sandbox.traffic.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Products with the vendor's own ids and the programme are brought in line. */
class OwnProductSyncTest {

    private final Passes passes = new Passes();

    @AfterEach
    void close() {
        passes.close();
    }

    private static List<String> told(SyncReport report) {
        return report.results().stream()
                .map(result -> result.state() + " " + result.change().kind() + " "
                        + result.change().offer())
                .toList();
    }

    @Test
    void makesWhatIsNewAndFindsNothingToDoTheSecondTime() {
        assertThat(passes.reasons(passes.pass("gold", "40", 10))).containsExactly("new product");

        assertThat(passes.bring(passes.pass("gold", "40", 10)).complete()).isTrue();

        assertThat(passes.shown("gold")).isEqualTo("40.00 10 left 0 booked");
        SyncPlan again = passes.sync().plan(List.of(passes.pass("gold", "40", 10)));
        assertThat(again.isNothing()).isTrue();
        assertThat(again.changes()).isEmpty();
        assertThat(again.unchanged()).isEqualTo(1);
    }

    @Test
    void planningSendsNothing() {
        passes.sync().plan(passes.passes(3, "40"));

        assertThat(passes.shop.calls()).containsOnly("GET");
    }

    @Test
    void sendsOnlyWhatDiffers() {
        passes.bring(passes.pass("gold", "40", 10));
        passes.book("gold", 2);

        assertThat(passes.reasons(passes.pass("gold", "45", 10))).containsExactly("price 40.00 → 45.00");
        passes.bring(passes.pass("gold", "45", 10));

        assertThat(passes.shown("gold")).isEqualTo("45.00 8 left 2 booked");
    }

    @Test
    void textsAndNamesChange() {
        passes.bring(passes.pass("gold", "40", 10));

        assertThat(told(passes.bring(passes.pass(
                        "gold", "40", 10, draft -> draft.name("Pass or").description("Toute la saison")))))
                .containsExactly("DONE UPDATE gold");

        assertThat(passes.product("gold").name()).isEqualTo("Pass or");
        assertThat(passes.product("gold").description()).isEqualTo("Toute la saison");
    }

    @Test
    void piecesAreCountedFromWhatIsBookedRightBefore() {
        passes.bring(passes.pass("gold", "40", 10));
        passes.book("gold", 1);
        OwnProductSync sync = passes.sync();
        SyncPlan plan = sync.plan(List.of(passes.pass("gold", "40", 15)));
        passes.book("gold", 2);

        assertThat(sync.apply(plan, result -> {}).complete()).isTrue();

        assertThat(passes.shown("gold")).isEqualTo("40.00 12 left 3 booked");
    }

    @Test
    void whatWasThrottledIsCountedAnew() {
        passes.bring(passes.pass("gold", "40", 10));
        passes.shop.stage.sandbox.faults().add(new Fault("PATCH", "/public", null, 1, 0, new Effect.Status(429)));
        AtomicInteger patches = new AtomicInteger();
        try (PassCultureClient client = passes.shop.client(chain -> {
            if (chain.request().method().equals("PATCH") && patches.incrementAndGet() == 1) {
                passes.book("gold", 2); // and then the programme asks for a pause
            }
            return chain.proceed(chain.request());
        })) {
            OwnProductSync sync = passes.syncOf(client, passes.memory).build();

            assertThat(Passes.bring(sync, List.of(passes.pass("gold", "40", 15)))
                            .complete())
                    .isTrue();
        }

        assertThat(patches).hasValue(2);
        assertThat(passes.shown("gold")).isEqualTo("40.00 13 left 2 booked");
    }

    @Test
    void fewerPiecesThanAreBookedSellNothingAndAreNotSentAgain() {
        passes.bring(passes.pass("gold", "40", 10));
        passes.book("gold", 3);

        passes.bring(passes.pass("gold", "40", 2));

        assertThat(passes.shown("gold")).isEqualTo("40.00 0 left 3 booked");
        assertThat(passes.reasons(passes.pass("gold", "40", 2))).isEmpty();
    }

    @Test
    void whatIsGoneIsHiddenOnceAndComesBack() {
        passes.bring(passes.pass("gold", "40", 10), passes.pass("blue", "20", 5));
        passes.book("blue", 1);

        assertThat(passes.reasons(passes.pass("gold", "40", 10)))
                .containsExactly("product not wanted any more: closed, its bookings kept, 1 booking");
        passes.bring(passes.pass("gold", "40", 10));

        assertThat(passes.shown("blue")).isEqualTo("20.00 4 left 1 booked hidden");
        assertThat(passes.reasons(passes.pass("gold", "40", 10))).isEmpty();
        passes.bring(passes.pass("gold", "40", 10), passes.pass("blue", "20", 5));
        assertThat(passes.shown("blue")).isEqualTo("20.00 4 left 1 booked");
    }

    @Test
    void keepTellsWhatIsGoneEachTime() {
        OwnProductSync keeping = passes.syncOf(passes.shop.client, passes.memory)
                .removal(Removal.KEEP)
                .build();
        Passes.bring(keeping, List.of(passes.pass("gold", "40", 10)));

        for (int run = 0; run < 3; run++) {
            assertThat(keeping.plan(List.of()).changes())
                    .singleElement()
                    .satisfies(change -> assertThat(change.cause()).isEqualTo(Change.Cause.POLICY));
        }
        assertThat(passes.shown("gold")).doesNotContain("hidden");
    }

    @Test
    void cancellingDeletesTheStockWithItsBookings() {
        OwnProductSync cancelling = passes.syncOf(passes.shop.client, passes.memory)
                .removal(Removal.CANCEL_BOOKED)
                .build();
        Passes.bring(cancelling, List.of(passes.pass("gold", "40", 10), passes.pass("blue", "20", 5)));
        passes.book("gold", 2);

        SyncPlan plan = cancelling.plan(List.of(WantedOwnProduct.cancelled("gold"), passes.pass("blue", "20", 5)));

        assertThat(plan.bookings()).isEqualTo(2);
        assertThat(plan.changes())
                .extracting(Change::reason)
                .containsExactly("product withdrawn, its bookings cancelled, 2 bookings");
        assertThat(cancelling.apply(plan, result -> {}).complete()).isTrue();
        assertThat(passes.shown("gold")).isEqualTo("no stock hidden");
        assertThat(Passes.bring(cancelling, List.of(passes.pass("gold", "40", 10), passes.pass("blue", "20", 5)))
                        .complete())
                .isTrue();
        assertThat(passes.shown("gold")).isEqualTo("40.00 10 left 0 booked");
    }

    @Test
    void whatIsClosedIsHiddenAndKeepsItsBookingsWhateverThePolicy() {
        passes.bring(passes.pass("gold", "40", 10));
        OwnProductSync cancelling = passes.syncOf(passes.shop.client, passes.memory)
                .removal(Removal.CANCEL_BOOKED)
                .build();
        passes.book("gold", 1);

        Passes.bring(cancelling, List.of(WantedOwnProduct.closed("gold")));

        assertThat(passes.shown("gold")).isEqualTo("40.00 9 left 1 booked hidden");
        assertThat(cancelling.plan(List.of(WantedOwnProduct.closed("gold"))).changes())
                .isEmpty();
    }

    @Test
    void whatTheCatalogueCannotTellIsLeft() {
        passes.bring(passes.pass("gold", "40", 10));

        assertThat(passes.reasons(WantedOwnProduct.asIs("gold"))).isEmpty();
        passes.bring(WantedOwnProduct.asIs("gold"));

        assertThat(passes.shown("gold")).isEqualTo("40.00 10 left 0 booked");
    }

    @Test
    void aProductMadeInThePortalIsNotTouchedAndARefusalTellsOfIt() {
        Ean ean = Ean.of("9782070368228");
        passes.shop.stage.http.control(
                "POST",
                "/offers",
                ("{'venueId':%d,'kind':'product','createdBy':'portal','name':'Violon','category':'ACHAT_INSTRUMENT','ean':'%s',"
                                + "'stock':{'price':20000,'quantity':1}}")
                        .formatted(passes.shop.stage.venue.id(), ean.value()));
        String before = passes.state();
        WantedOwnProduct violin =
                passes.pass("violin", "200", 1, draft -> draft.category(ProductCategory.instrument(ean)));

        SyncReport first = passes.bring(violin);

        assertThat(told(first)).containsExactly("REFUSED CREATE violin");
        assertThat(first.results().get(0).sentence()).contains("400");
        assertThat(passes.state()).isEqualTo(before);
    }

    @Test
    void aRefusalIsToldAndNotSentAgainUntilItChanges() {
        WantedOwnProduct late = passes.pass(
                "late",
                "40",
                1,
                draft -> draft.location(new Location.Address(passes.shop.stage.venue.id(), 999_999, "Ailleurs")));
        assertThat(told(passes.bring(late, passes.pass("gold", "40", 1))))
                .containsExactly("REFUSED CREATE late", "DONE CREATE gold");
        passes.shop.calls();

        SyncReport again = passes.bring(late, passes.pass("gold", "40", 1));

        assertThat(told(again)).containsExactly("UNCHANGED KEPT late");
        assertThat(again.results().get(0).sentence()).contains("refused it as it is");
        assertThat(passes.shop.calls()).containsExactly("GET");
        assertThat(told(passes.bring(passes.pass("late", "40", 1), passes.pass("gold", "40", 1))))
                .containsExactly("DONE CREATE late");
    }

    @Test
    void aRefusalIsTriedAgainEveryFewRuns() {
        OwnProductSync sync = passes.syncOf(passes.shop.client, passes.memory)
                .retryRefusedEvery(3)
                .build();
        WantedOwnProduct late = passes.pass(
                "late",
                "40",
                1,
                draft -> draft.location(new Location.Address(passes.shop.stage.venue.id(), 999_999, "Ailleurs")));
        List<String> all = new ArrayList<>();
        for (int run = 0; run < 7; run++) {
            all.addAll(told(Passes.bring(sync, List.of(late))));
        }

        assertThat(all)
                .containsExactly(
                        "REFUSED CREATE late",
                        "UNCHANGED KEPT late",
                        "REFUSED CREATE late",
                        "UNCHANGED KEPT late",
                        "UNCHANGED KEPT late",
                        "REFUSED CREATE late",
                        "UNCHANGED KEPT late");
    }

    @Test
    void whatIsUnderReviewIsToldAndLeft() {
        passes.shop.stage.http.control("PUT", "/offer-review", "{'outcome':'PENDING'}");
        passes.bring(passes.pass("gold", "40", 10));

        assertThat(passes.reasons(passes.pass("gold", "45", 10)))
                .singleElement()
                .asString()
                .contains("reviewing");
        assertThat(passes.sync().plan(List.of(passes.pass("gold", "45", 10))).isNothing())
                .isTrue();
    }

    @Test
    void theCategoryAndTheLinkOnLineAreToldAndTheRestChanges() {
        long venue = passes.shop.stage.venue.id();
        passes.bring(passes.pass(
                "online",
                "10",
                5,
                draft -> draft.category(ProductCategory.musicSubscription())
                        .location(new Location.Digital(venue, "https://music.example/one"))));

        SyncReport report = passes.bring(passes.pass(
                "online",
                "12",
                5,
                draft -> draft.category(ProductCategory.musicSubscription())
                        .location(new Location.Digital(venue, "https://music.example/two"))));

        assertThat(told(report)).containsExactly("UNCHANGED KEPT online", "DONE UPDATE online");
        assertThat(report.results().get(0).sentence()).contains("does not let this change", "location.url");
        assertThat(passes.shown("online")).isEqualTo("12.00 5 left 0 booked");
    }

    @Test
    void anotherWriterSinceThePlanIsNotOverwritten() {
        passes.bring(passes.pass("gold", "40", 10));
        SyncPlan plan = passes.sync().plan(List.of(passes.pass("gold", "45", 10)));
        ProductStockPatch nine =
                ProductStockPatch.builder().price(Price.euros("9")).build();
        passes.shop
                .client
                .products()
                .update(
                        passes.product("gold").id(),
                        ProductPatch.builder().stock(nine).build());

        assertThat(told(passes.sync().apply(plan, result -> {}))).containsExactly("SKIPPED UPDATE gold");
        assertThat(passes.shown("gold")).startsWith("9.00");
    }

    @Test
    void anotherWriterBetweenTwoRunsIsMarkedAndPutRight() {
        passes.bring(passes.pass("gold", "40", 10));
        passes.shop
                .client
                .products()
                .update(
                        passes.product("gold").id(),
                        ProductPatch.builder().publication(Publication.never()).build());

        assertThat(passes.sync().plan(List.of(passes.pass("gold", "40", 10))).changes())
                .singleElement()
                .satisfies(change -> assertThat(change.changedElsewhere()).isTrue());
        passes.bring(passes.pass("gold", "40", 10));
        assertThat(passes.shown("gold")).doesNotContain("hidden");
    }

    @Test
    void progressHearsOfEachChange() {
        List<ChangeResult> heard = new ArrayList<>();
        OwnProductSync sync = passes.sync();

        SyncReport report = sync.apply(sync.plan(passes.passes(3, "40")), heard::add);

        assertThat(heard).isEqualTo(report.results()).hasSize(3);
    }

    @Test
    void aMemoryIsSharedWithEventsAndNeitherForgetsTheOther() {
        Shop shop = passes.shop;
        Shop.bring(shop.sync(passes.memory), shop.wanted("cid", "d1"));
        passes.bring(passes.pass("gold", "40", 10));
        Shop.bring(shop.sync(passes.memory), shop.wanted("cid", "d1", "d2"));
        shop.calls();

        assertThat(shop.sync(passes.memory)
                        .plan(List.of(shop.wanted("cid", "d1", "d2")))
                        .reads())
                .as("no dates are read")
                .isEqualTo(1);
        assertThat(passes.reasons()).as("it is known to be gone").hasSize(1);
    }

    @Test
    void aPlanOfEventsIsNotOneOfProducts() {
        Shop shop = passes.shop;
        SyncPlan events = shop.plan(shop.wanted("cid", "d1"));
        SyncPlan products = passes.sync().plan(passes.passes(1, "40"));

        assertThatThrownBy(() -> passes.sync().apply(events, result -> {})).hasMessageContaining("of events");
        assertThatThrownBy(() -> shop.sync().apply(products, result -> {})).hasMessageContaining("of products");
    }

    @Test
    void badIdsAndVenuesAreRefusedBeforeAnyCall() {
        WantedOwnProduct gold = passes.pass("gold", "40", 10);
        OwnProductSync sync =
                passes.syncOf(passes.shop.client, CatalogueMemory.inMemory()).build();

        assertThatThrownBy(() -> passes.pass("a,b", "40", 10)).isInstanceOf(RuleViolationException.class);
        assertThatThrownBy(() -> WantedOwnProduct.closed("")).isInstanceOf(RuleViolationException.class);
        assertThatThrownBy(() -> sync.plan(List.of(gold, gold)))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("products.1.idAtProvider");
        assertThatThrownBy(() ->
                        sync.plan(List.of(passes.pass("far", "40", 1, draft -> draft.location(Location.atVenue(999))))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(passes.shop.calls()).isEmpty();
    }

    @Test
    void piecesThatMayHaveArrivedAreNotSentAgainAndTheNextRunPutsThemRight() {
        passes.bring(passes.pass("gold", "40", 10));
        passes.shop.stage.sandbox.faults().add(new Fault("PATCH", "/public", null, 1, 0, new Effect.Status(503)));

        assertThat(told(passes.bring(passes.pass("gold", "40", 15)))).containsExactly("UNDECIDED UPDATE gold");
        passes.book("gold", 2);
        assertThat(told(passes.bring(passes.pass("gold", "40", 15)))).containsExactly("DONE UPDATE gold");

        assertThat(passes.shown("gold")).isEqualTo("40.00 13 left 2 booked");
    }

    @Test
    void whatAProgressConsumerThrowsEndsTheRunAndWhatWasDoneIsKnown() {
        OwnProductSync sync = passes.sync();
        SyncPlan plan = sync.plan(passes.passes(3, "40"));

        assertThatThrownBy(() -> sync.apply(plan, result -> {
                    throw new IllegalStateException("the disk is full");
                }))
                .hasMessage("the disk is full");

        assertThat(passes.state().lines()).hasSize(1);
        assertThat(told(Passes.bring(sync, passes.passes(3, "40"))))
                .containsExactly("DONE CREATE p1", "DONE CREATE p2");
    }

    @Test
    void nothingIsSentIfItCannotBeRemembered() {
        CatalogueMemory full = new CatalogueMemory() {
            @Override
            public Snapshot read(long venueId) {
                return Snapshot.EMPTY;
            }

            @Override
            public void write(long venueId, Snapshot snapshot) {
                throw new UncheckedIOException(new IOException("the disk is full"));
            }
        };
        OwnProductSync sync = passes.syncOf(passes.shop.client, full).build();
        SyncPlan plan = sync.plan(passes.passes(1, "40"));

        assertThatThrownBy(() -> sync.apply(plan, result -> {})).isInstanceOf(UncheckedIOException.class);

        assertThat(passes.shop.calls()).containsOnly("GET");
    }

    @Test
    void aRunThatAnotherOneHasOvertakenForgetsNothingThatItKnew() {
        OwnProductSync sync = passes.sync();
        SyncPlan early = sync.plan(List.of(passes.pass("gold", "40", 10)));
        passes.bring(passes.pass("blue", "20", 5));

        assertThat(sync.apply(early, result -> {}).complete()).isTrue();

        assertThat(passes.reasons()).as("both are known to be gone").hasSize(2);
    }

    @Test
    void unlimitedPiecesAreSentOnce() {
        WantedOwnProduct endless = passes.pass(
                "gold", "40", 1, draft -> draft.stock(ProductStockDraft.of(Price.euros("40"), Capacity.unlimited())));
        passes.bring(passes.pass("gold", "40", 1));
        passes.book("gold", 1);

        assertThat(passes.reasons(endless)).containsExactly("quantity 1 → unlimited");
        passes.bring(endless);

        assertThat(passes.reasons(endless)).isEmpty();
        passes.bring(passes.pass("gold", "40", 4));
        assertThat(passes.shown("gold")).isEqualTo("40.00 3 left 1 booked");
    }

    @Test
    void aProductWithoutAStockGetsOne() {
        passes.bring(passes.pass("gold", "40", 1, draft -> draft.stock(null)));
        assertThat(passes.shown("gold")).isEqualTo("no stock");

        passes.bring(passes.pass("gold", "40", 4));

        assertThat(passes.shown("gold")).isEqualTo("40.00 4 left 0 booked");
    }

    @Test
    void aLostResponseToACreateIsSettledByItsId() {
        OwnProductSync sync = passes.sync();
        SyncPlan plan = sync.plan(passes.passes(2, "40"));
        passes.shop.stage.sandbox.faults().add(new Fault("POST", "/public", null, 1, 0, new Effect.DropAfter()));

        SyncReport report = sync.apply(plan, result -> {});

        assertThat(report.count(State.DONE)).isEqualTo(2);
        assertThat(passes.state().lines()).hasSize(2);
    }
}
