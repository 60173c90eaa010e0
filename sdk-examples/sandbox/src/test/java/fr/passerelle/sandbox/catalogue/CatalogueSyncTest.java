package fr.passerelle.sandbox.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.catalogue.CatalogueMemory;
import fr.passerelle.catalogue.CatalogueSync;
import fr.passerelle.catalogue.Change;
import fr.passerelle.catalogue.SyncPlan;
import fr.passerelle.catalogue.SyncReport;
import fr.passerelle.catalogue.WantedDate;
import fr.passerelle.catalogue.WantedEvent;
import fr.passerelle.model.offer.Category;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.offer.OfferImageDraft;
import fr.passerelle.model.offer.OfferStatus;
import fr.passerelle.model.offer.Publication;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.ImageFile;
import fr.passerelle.model.value.Price;
import fr.passerelle.sandbox.Stage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
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

    @Test
    void makesWhatIsNew() {
        SyncPlan plan = shop.plan(shop.wanted("cid", "d1", "d2"));
        assertThat(Shop.reasons(plan)).containsExactly("new event", "2 new dates, the first on " + Shop.OPENING);

        assertThat(shop.bring(shop.wanted("cid", "d1", "d2")).complete()).isTrue();

        assertThat(shop.event("cid").status()).isEqualTo(OfferStatus.ACTIVE);
        assertThat(shop.datesOf("cid")).hasSize(2);
    }

    @Test
    void findsNothingToDoTheSecondTime() {
        shop.bring(shop.wanted("cid", "d1", "d2"));

        SyncPlan again = shop.plan(shop.wanted("cid", "d1", "d2"));

        assertThat(again.isNothing()).isTrue();
        assertThat(again.changes()).isEmpty();
        assertThat(again.unchanged()).isEqualTo(1);
    }

    @Test
    void planningSendsNothing() {
        shop.plan(shop.wanted("cid", "d1"));

        assertThat(shop.calls()).containsOnly("GET");
    }

    @Test
    void sendsOnlyWhatDiffers() {
        shop.bring(shop.wanted("cid", "d1"));

        SyncPlan plan = shop.plan(shop.wanted("cid", draft -> draft.name("Le Cid, version courte"), Shop.dates("d1")));

        assertThat(Shop.reasons(plan)).containsExactly("name Le Cid cid → Le Cid, version courte");
        SyncReport report = shop.sync().apply(plan, result -> {});
        assertThat(Shop.told(report)).containsExactly("DONE UPDATE EVENT []");
        assertThat(shop.event("cid").name()).isEqualTo("Le Cid, version courte");
    }

    @Test
    void changesAPriceForAllItsDates() {
        shop.bring(shop.wanted("cid", Shop.TWELVE, Shop.date("d1", 0)));

        SyncPlan plan = shop.plan(shop.wanted("cid", Price.euros("15"), Shop.date("d1", 0)));

        assertThat(Shop.reasons(plan)).containsExactly("price 12.00 → 15.00");
        shop.sync().apply(plan, result -> {});
        assertThat(shop.date("cid", "d1").priceCategory().price()).isEqualTo(Price.euros("15"));
    }

    @Test
    void movesADateAndTellsWhoIsTouched() {
        shop.bring(shop.wanted("cid", "d1"));
        shop.book("cid", "d1", 2);

        SyncPlan plan = shop.plan(shop.wanted("cid", Shop.TWELVE, Shop.date("d1", 7)));

        assertThat(plan.bookings()).isEqualTo(2);
        assertThat(plan.changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Change.Kind.RESCHEDULE);
            assertThat(change.reason()).endsWith(", 2 bookings");
        });
        shop.sync().apply(plan, result -> {});
        assertThat(shop.date("cid", "d1").beginning()).isEqualTo(Shop.OPENING.plus(Duration.ofDays(7)));
    }

    @Test
    void whatTheCatalogueCannotTellIsLeft() {
        shop.bring(shop.wanted("cid", "d1"));
        String before = shop.state();

        assertThat(shop.plan(WantedEvent.asIs("cid")).isNothing()).isTrue();
        shop.bring(WantedEvent.asIs("cid"));
        assertThat(shop.state()).isEqualTo(before);
    }

    @Test
    void someChangesMayBeChosen() {
        shop.bring(shop.wanted("cid", Shop.TWELVE, Shop.date("d1", 0)));
        SyncPlan plan = shop.plan(shop.wanted("cid", Price.euros("15"), Shop.date("d1", 7)));

        SyncPlan chosen = plan.only(change -> change.kind() != Change.Kind.RESCHEDULE);

        assertThat(Shop.told(shop.sync().apply(chosen, result -> {}))).containsExactly("DONE REPRICE PRICE [full]");
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

        SyncPlan plan = shop.plan(shop.wanted("cid", draft -> draft.bookingEmail("two@example.org"), Shop.dates("d1")));

        assertThat(Shop.reasons(plan)).containsExactly("bookingEmail … → …");
        assertThat(plan.changes().toString()).doesNotContain("example.org");
        assertThat(shop.sync().apply(plan, result -> {}).complete()).isTrue();
    }

    @Test
    void aCategoryIsForLifeAndToldEachTime() {
        shop.bring(shop.wanted("cid", "d1"));

        SyncPlan plan = shop.plan(shop.wanted("cid", draft -> draft.category(Category.meeting()), Shop.dates("d1")));

        assertThat(plan.isNothing()).isTrue();
        assertThat(Shop.reasons(plan)).singleElement().asString().contains("does not let this change", "RENCONTRE");
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

        assertThatThrownBy(() -> shop.plan(elsewhere)).isInstanceOf(IllegalArgumentException.class);
        assertThat(shop.calls()).isEmpty();
    }
}
