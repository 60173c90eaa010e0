package fr.passerelle.sandbox.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.catalogue.CatalogueMemory;
import fr.passerelle.catalogue.CatalogueSync;
import fr.passerelle.catalogue.Change;
import fr.passerelle.catalogue.ChangeResult.State;
import fr.passerelle.catalogue.Removal;
import fr.passerelle.catalogue.SyncPlan;
import fr.passerelle.catalogue.SyncReport;
import fr.passerelle.catalogue.WantedDate;
import fr.passerelle.catalogue.WantedEvent;
import fr.passerelle.model.offer.Category;
import fr.passerelle.model.offer.DatePatch;
import fr.passerelle.model.offer.EventPatch;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.offer.OfferImageDraft;
import fr.passerelle.model.offer.OfferStatus;
import fr.passerelle.model.offer.PriceCategoryDraft;
import fr.passerelle.model.offer.PriceCategoryPatch;
import fr.passerelle.model.offer.Publication;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.ImageFile;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.sandbox.SandboxProvider;
import fr.passerelle.sandbox.Stage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A catalogue and the programme are brought in line. */
class CatalogueSyncTest {

    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    private static List<String> reasons(SyncPlan plan) {
        return plan.changes().stream().map(Change::reason).toList();
    }

    private SyncPlan plan(WantedEvent... wanted) {
        return shop.sync().plan(List.of(wanted));
    }

    private WantedEvent wanted(String id, Price price, WantedDate... dates) {
        return WantedEvent.onSale(
                shop.play(id)
                        .priceCategories(List.of(Shop.price("full", "Plein", price)))
                        .build(),
                List.of(dates));
    }

    @Test
    void makesWhatIsNew() {
        SyncPlan plan = plan(shop.wanted("cid", "d1", "d2"));
        assertThat(reasons(plan)).containsExactly("new event", "2 new dates, the first on " + Shop.OPENING);

        assertThat(shop.bring(shop.wanted("cid", "d1", "d2")).complete()).isTrue();

        assertThat(shop.event("cid").status()).isEqualTo(OfferStatus.ACTIVE);
        assertThat(shop.datesOf("cid")).hasSize(2);
    }

    @Test
    void findsNothingToDoTheSecondTime() {
        shop.bring(shop.wanted("cid", "d1", "d2"));

        SyncPlan again = plan(shop.wanted("cid", "d1", "d2"));

        assertThat(again.isNothing()).isTrue();
        assertThat(again.changes()).isEmpty();
        assertThat(again.unchanged()).isEqualTo(1);
    }

    @Test
    void planningSendsNothing() {
        plan(shop.wanted("cid", "d1"));

        assertThat(shop.calls()).containsOnly("GET");
    }

    @Test
    void sendsOnlyWhatDiffers() {
        shop.bring(shop.wanted("cid", "d1"));

        SyncPlan plan = plan(shop.wanted("cid", draft -> draft.name("Le Cid, version courte"), Shop.dates("d1")));

        assertThat(reasons(plan)).containsExactly("name Le Cid cid → Le Cid, version courte");
        SyncReport report = shop.sync().apply(plan, result -> {});
        assertThat(Shop.told(report)).containsExactly("DONE UPDATE EVENT []");
        assertThat(shop.event("cid").name()).isEqualTo("Le Cid, version courte");
    }

    @Test
    void changesAPriceForAllItsDates() {
        shop.bring(wanted("cid", Shop.TWELVE, Shop.date("d1", 0)));

        SyncPlan plan = plan(wanted("cid", Price.euros("15"), Shop.date("d1", 0)));

        assertThat(reasons(plan)).containsExactly("price 12.00 → 15.00");
        shop.sync().apply(plan, result -> {});
        assertThat(shop.date("cid", "d1").priceCategory().price()).isEqualTo(Price.euros("15"));
    }

    @Test
    void movesADateAndTellsWhoIsTouched() {
        shop.bring(shop.wanted("cid", "d1"));
        shop.book("cid", "d1", 2);

        SyncPlan plan = plan(wanted("cid", Shop.TWELVE, Shop.date("d1", 7)));

        assertThat(plan.bookings()).isEqualTo(2);
        assertThat(plan.changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Change.Kind.RESCHEDULE);
            assertThat(change.reason()).endsWith(", 2 bookings");
        });
        shop.sync().apply(plan, result -> {});
        assertThat(shop.date("cid", "d1").beginning()).isEqualTo(Shop.OPENING.plus(Duration.ofDays(7)));
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

        SyncPlan again = plan(shop.wanted("cid", "d1"));
        assertThat(again.isNothing()).isTrue();
        assertThat(reasons(again)).singleElement().asString().contains("booked", "2 bookings");
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
        assertThat(plan().isNothing()).isTrue();
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
        assertThat(plan(WantedEvent.closed("cid")).isNothing()).isTrue();
    }

    @Test
    void whatTheCatalogueCannotTellIsLeft() {
        shop.bring(shop.wanted("cid", "d1"));
        String before = shop.state();

        assertThat(plan(WantedEvent.asIs("cid")).isNothing()).isTrue();
        shop.bring(WantedEvent.asIs("cid"));
        assertThat(shop.state()).isEqualTo(before);
    }

    @Test
    void unlessTheCatalogueOwnsItNothingIsGone() {
        shop.bring(shop.wanted("cid", "d1"));

        SyncPlan plan =
                CatalogueSync.of(shop.client, shop.stage.venue.id()).build().plan(List.of());

        assertThat(plan.changes()).isEmpty();
    }

    @Test
    void anotherVendorsEventTakesChangesOfItsFieldsAndNoDate() {
        SandboxProvider other = shop.stage.sandbox.provider();
        shop.stage.sandbox.link(shop.stage.venue, other);
        try (PassCultureClient theirs = shop.client(other.apiKey(), chain -> chain.proceed(chain.request()))) {
            CatalogueSync sync = shop.syncOf(theirs).build();
            Shop.bring(sync, shop.wanted("cid", "d1"));
        }

        SyncReport report = shop.bring(shop.wanted("cid", draft -> draft.name("Horace"), Shop.dates("d1", "d2")));

        assertThat(Shop.told(report)).containsExactly("DONE UPDATE EVENT []", "REFUSED CREATE DATE [d2]");
        assertThat(report.results().get(1).sentence()).contains("got status 400");
        assertThat(shop.state()).contains("cid Horace").contains("  d1 ").doesNotContain("  d2 ");
    }

    @Test
    void anotherCataloguesEventsAreNotGone() {
        shop.bring(shop.wanted("a-1", "d1"), shop.wanted("b-1", "d1"));

        SyncPlan plan = shop.syncOf(shop.client)
                .owned(id -> id.startsWith("a-"))
                .build()
                .plan(List.of());

        assertThat(plan.changes()).extracting(Change::event).containsOnly("a-1");
    }

    @Test
    void placesAreWhatRemainsOfTheTotal() {
        shop.bring(shop.wanted("cid", "d1"));
        shop.book("cid", "d1", 2);

        shop.bring(wanted("cid", Shop.TWELVE, WantedDate.of("d1", Shop.OPENING, "full", Capacity.of(30))));

        assertThat(shop.date("cid", "d1").capacity()).isEqualTo(Capacity.of(30));
        assertThat(shop.date("cid", "d1").remaining()).isEqualTo(Remaining.of(28));
    }

    @Test
    void whoBooksBetweenPlanAndApplyIsCounted() {
        shop.bring(shop.wanted("cid", "d1"));
        SyncPlan plan = plan(wanted("cid", Shop.TWELVE, WantedDate.of("d1", Shop.OPENING, "full", Capacity.of(3))));
        shop.book("cid", "d1", 2);

        shop.sync().apply(plan, result -> {});

        assertThat(shop.date("cid", "d1").remaining()).isEqualTo(Remaining.of(1));
    }

    @Test
    void aDateThatIsOversoldIsClosedAndNotSentAgain() {
        shop.bring(shop.wanted("cid", "d1"));
        shop.book("cid", "d1", 2);
        WantedEvent smaller = wanted("cid", Shop.TWELVE, WantedDate.of("d1", Shop.OPENING, "full", Capacity.of(1)));

        SyncReport report = shop.bring(smaller);

        assertThat(report.results().get(0).sentence()).contains("1 more");
        assertThat(shop.date("cid", "d1").remaining()).isEqualTo(Remaining.of(0));
        assertThat(plan(smaller).isNothing()).isTrue();
    }

    @Test
    void aDateThatIsBookedSinceThePlanIsNotDeleted() {
        shop.bring(shop.wanted("cid", "d1", "d2"));
        SyncPlan plan = plan(shop.wanted("cid", "d1"));
        shop.book("cid", "d2", 1);

        SyncReport report = shop.sync().apply(plan, result -> {});

        assertThat(Shop.told(report)).containsExactly("SKIPPED WITHDRAW DATE [d2]");
        assertThat(shop.datesOf("cid")).hasSize(2);
    }

    @Test
    void anotherWriterIsNotOverwritten() {
        shop.bring(wanted("cid", Shop.TWELVE, Shop.date("d1", 0)));
        SyncPlan plan = plan(wanted("cid", Price.euros("15"), Shop.date("d1", 0)));
        long price = shop.event("cid").priceCategory("Plein").id();
        shop.client
                .events()
                .priceCategories(shop.event("cid").id())
                .update(
                        price,
                        PriceCategoryPatch.builder().price(Price.euros("9")).build());

        SyncReport report = shop.sync().apply(plan, result -> {});

        assertThat(Shop.told(report)).containsExactly("SKIPPED REPRICE PRICE [full]");
        assertThat(shop.event("cid").priceCategory("Plein").price()).isEqualTo(Price.euros("9"));
    }

    @Test
    void whatIsSoAlreadyIsNotSent() {
        shop.bring(shop.wanted("cid", "d1"));
        WantedEvent renamed = shop.wanted("cid", draft -> draft.name("Horace"), Shop.dates("d1"));
        SyncPlan first = plan(renamed);
        shop.bring(renamed);

        assertThat(Shop.told(shop.sync().apply(first, result -> {}))).containsExactly("UNCHANGED UPDATE EVENT []");
    }

    @Test
    void someChangesMayBeChosen() {
        shop.bring(wanted("cid", Shop.TWELVE, Shop.date("d1", 0)));
        SyncPlan plan = plan(wanted("cid", Price.euros("15"), Shop.date("d1", 7)));

        SyncPlan chosen = plan.only(change -> change.kind() != Change.Kind.RESCHEDULE);

        assertThat(Shop.told(shop.sync().apply(chosen, result -> {}))).containsExactly("DONE REPRICE PRICE [full]");
    }

    @Test
    void aPerformanceMadeByHandIsTakenOverAndNotDoubled() {
        shop.bring(shop.wanted("cid", "by-another-scheme"));

        SyncReport report = shop.bring(shop.wanted("cid", "d1"));

        assertThat(Shop.told(report)).containsExactly("DONE UPDATE DATE [by-another-scheme]");
        assertThat(shop.datesOf("cid"))
                .singleElement()
                .satisfies(date -> assertThat(date.idAtProvider()).isEqualTo("d1"));
    }

    @Test
    void amongEqualDatesTheOneOfTheSameCapacityIsTakenOver() {
        Capacity five = Capacity.of(5);
        shop.bring(wanted("cid", Shop.TWELVE, Shop.date("a", 0), WantedDate.of("b", Shop.OPENING, "full", five)));
        shop.book("cid", "b", 2);

        shop.bring(wanted("cid", Shop.TWELVE, WantedDate.of("renamed", Shop.OPENING, "full", five)));

        assertThat(shop.datesOf("cid")).singleElement().satisfies(date -> {
            assertThat(date.idAtProvider()).isEqualTo("renamed");
            assertThat(date.bookedQuantity()).isEqualTo(2);
        });
    }

    @Test
    void amongEqualDatesOfOtherCapacitiesTheBookedOneIsTakenOver() {
        shop.bring(wanted("cid", Shop.TWELVE, Shop.date("a", 0), Shop.date("b", 0)));
        shop.book("cid", "b", 2);

        shop.bring(wanted("cid", Shop.TWELVE, WantedDate.of("renamed", Shop.OPENING, "full", Capacity.of(7))));

        assertThat(shop.date("cid", "renamed").bookedQuantity()).isEqualTo(2);
    }

    @Test
    void aPriceMadeByHandIsTakenOver() {
        shop.bring(shop.wanted("cid", "d1"));
        shop.client
                .events()
                .priceCategories(shop.event("cid").id())
                .create(PriceCategoryDraft.of("Réduit", Price.euros("6")));

        SyncReport report = shop.bring(shop.wanted(
                "cid",
                draft -> draft.addPriceCategories(Shop.price("low", "Réduit", Price.euros("6"))),
                Stream.concat(
                                Shop.dates("d1").stream(),
                                Stream.of(WantedDate.of("d1-low", Shop.OPENING, "low", Capacity.of(5))))
                        .toList()));

        assertThat(Shop.told(report)).containsExactly("DONE UPDATE PRICE [low]", "DONE CREATE DATE [d1-low]");
    }

    @Test
    void anOfferUnderReviewIsToldAndLeft() {
        shop.stage.http.control("PUT", "/offer-review", "{'outcome':'PENDING'}");
        shop.bring(shop.wanted("cid", "d1"));

        SyncReport report = shop.bring(shop.wanted("cid", draft -> draft.name("Horace"), Shop.dates("d1")));

        assertThat(report.results()).singleElement().satisfies(result -> {
            assertThat(result.state()).isEqualTo(State.UNCHANGED);
            assertThat(result.sentence()).contains("reviewing");
        });
    }

    @Test
    void hidingByHandIsPutRight() {
        shop.bring(shop.wanted("cid", "d1"));
        shop.client
                .events()
                .update(
                        shop.event("cid").id(),
                        EventPatch.builder().publication(Publication.never()).build());

        shop.bring(shop.wanted("cid", "d1"));

        assertThat(shop.event("cid").status()).isEqualTo(OfferStatus.ACTIVE);
    }

    @Test
    void oneRefusalKeepsNothingElseFromBeingDone() {
        SyncReport report = shop.bring(
                shop.wanted("late", draft -> draft.publication(Publication.at(Stage.NOW)), Shop.dates("d1")),
                shop.wanted("cid", "d1"));

        assertThat(Shop.told(report))
                .containsExactly(
                        "REFUSED CREATE EVENT []",
                        "SKIPPED CREATE DATE [d1]",
                        "DONE CREATE EVENT []",
                        "DONE CREATE DATE [d1]");
    }

    @Test
    void datesThatAreOverAreHistory() {
        shop.bring(shop.wanted("cid", "d1", "d2"));
        shop.stage.sandbox.clock().set(Shop.OPENING.plusSeconds(1));

        SyncPlan plan = shop.syncOf(shop.client)
                .clock(Clock.fixed(Shop.OPENING.plusSeconds(1), ZoneOffset.UTC))
                .build()
                .plan(List.of(wanted("cid", Shop.TWELVE, Shop.date("d2", 1))));

        assertThat(plan.changes()).isEmpty();
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

        assertThat(plan(ticketed).isNothing()).isTrue();
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

    @Test
    void anotherPictureIsSentOnceIfAMemoryTellsIt() throws IOException {
        CatalogueSync sync = shop.sync(CatalogueMemory.inMemory());
        Shop.bring(sync, illustrated(1));
        assertThat(sync.plan(List.of(illustrated(1))).isNothing()).isTrue();

        SyncReport report = Shop.bring(sync, illustrated(2));

        assertThat(report.results())
                .singleElement()
                .satisfies(result -> assertThat(result.change().reason()).startsWith("image"));
        assertThat(sync.plan(List.of(illustrated(2))).isNothing()).isTrue();
    }

    private WantedEvent illustrated(int shade) throws IOException {
        BufferedImage image = new BufferedImage(400, 600, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, shade);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        OfferImageDraft picture = OfferImageDraft.of(ImageFile.of(png.toByteArray()));
        return shop.wanted("cid", draft -> draft.image(picture), Shop.dates("d1"));
    }

    @Test
    void noAddressIsTold() {
        shop.bring(shop.wanted("cid", draft -> draft.bookingEmail("one@example.org"), Shop.dates("d1")));

        SyncPlan plan = plan(shop.wanted("cid", draft -> draft.bookingEmail("two@example.org"), Shop.dates("d1")));

        assertThat(reasons(plan)).containsExactly("bookingEmail … → …");
        assertThat(plan.changes().toString()).doesNotContain("example.org");
        assertThat(shop.sync().apply(plan, result -> {}).complete()).isTrue();
    }

    @Test
    void aCategoryIsForLifeAndToldEachTime() {
        shop.bring(shop.wanted("cid", "d1"));

        SyncPlan plan = plan(shop.wanted("cid", draft -> draft.category(Category.meeting()), Shop.dates("d1")));

        assertThat(plan.isNothing()).isTrue();
        assertThat(reasons(plan)).singleElement().asString().contains("does not let this change", "RENCONTRE");
    }

    @Test
    void idsAreNeeded() {
        assertThatThrownBy(() ->
                        WantedEvent.onSale(shop.play("cid").idAtProvider(null).build(), List.of()))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("idAtProvider");
        assertThatThrownBy(() -> shop.wanted("a,b", "d1")).isInstanceOf(RuleViolationException.class);
        assertThatThrownBy(() -> shop.wanted("cid", "d1", "d1")).isInstanceOf(RuleViolationException.class);
        assertThatThrownBy(() -> shop.wanted(
                        "cid",
                        draft -> draft,
                        List.of(WantedDate.of("d1", Shop.OPENING, "no-such-price", Capacity.of(1)))))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("dates.0.priceCategoryId");
    }

    @Test
    void anEventOfAnotherVenueIsRefusedBeforeAnyCall() {
        WantedEvent elsewhere = WantedEvent.onSale(
                shop.play("cid").location(Location.atVenue(999)).build(), Shop.dates("d1"));

        assertThatThrownBy(() -> plan(elsewhere)).isInstanceOf(IllegalArgumentException.class);
        assertThat(shop.calls()).isEmpty();
    }
}
