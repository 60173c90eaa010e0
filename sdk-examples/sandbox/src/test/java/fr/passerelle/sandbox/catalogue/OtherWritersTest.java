package fr.passerelle.sandbox.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.catalogue.CatalogueSync;
import fr.passerelle.catalogue.ChangeResult.State;
import fr.passerelle.catalogue.SyncPlan;
import fr.passerelle.catalogue.SyncReport;
import fr.passerelle.catalogue.WantedDate;
import fr.passerelle.catalogue.WantedEvent;
import fr.passerelle.model.offer.EventPatch;
import fr.passerelle.model.offer.OfferStatus;
import fr.passerelle.model.offer.PriceCategoryDraft;
import fr.passerelle.model.offer.PriceCategoryPatch;
import fr.passerelle.model.offer.Publication;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Price;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.sandbox.SandboxProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Others write at the programme as well: vendors, people in its portal, its reviewers. */
class OtherWritersTest {

    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
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
    void aDateThatIsBookedSinceThePlanIsNotDeleted() {
        shop.bring(shop.wanted("cid", "d1", "d2"));
        SyncPlan plan = shop.plan(shop.wanted("cid", "d1"));
        shop.book("cid", "d2", 1);

        SyncReport report = shop.sync().apply(plan, result -> {});

        assertThat(Shop.told(report)).containsExactly("SKIPPED WITHDRAW DATE [d2]");
        assertThat(shop.datesOf("cid")).hasSize(2);
    }

    @Test
    void anotherWriterIsNotOverwritten() {
        shop.bring(shop.wanted("cid", Shop.TWELVE, Shop.date("d1", 0)));
        SyncPlan plan = shop.plan(shop.wanted("cid", Price.euros("15"), Shop.date("d1", 0)));
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
        SyncPlan first = shop.plan(renamed);
        shop.bring(renamed);

        assertThat(Shop.told(shop.sync().apply(first, result -> {}))).containsExactly("UNCHANGED UPDATE EVENT []");
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
        shop.bring(shop.wanted("cid", Shop.TWELVE, Shop.date("a", 0), WantedDate.of("b", Shop.OPENING, "full", five)));
        shop.book("cid", "b", 2);

        shop.bring(shop.wanted("cid", Shop.TWELVE, WantedDate.of("renamed", Shop.OPENING, "full", five)));

        assertThat(shop.datesOf("cid")).singleElement().satisfies(date -> {
            assertThat(date.idAtProvider()).isEqualTo("renamed");
            assertThat(date.bookedQuantity()).isEqualTo(2);
        });
    }

    @Test
    void amongEqualDatesOfOtherCapacitiesTheBookedOneIsTakenOver() {
        shop.bring(shop.wanted("cid", Shop.TWELVE, Shop.date("a", 0), Shop.date("b", 0)));
        shop.book("cid", "b", 2);

        shop.bring(shop.wanted("cid", Shop.TWELVE, WantedDate.of("renamed", Shop.OPENING, "full", Capacity.of(7))));

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
}
