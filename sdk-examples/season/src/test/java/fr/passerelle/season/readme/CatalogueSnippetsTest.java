package fr.passerelle.season.readme;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.catalogue.CatalogueMemory;
import fr.passerelle.catalogue.CatalogueSync;
import fr.passerelle.catalogue.ChangeResult.State;
import fr.passerelle.catalogue.OwnProductSync;
import fr.passerelle.catalogue.ProductMemory;
import fr.passerelle.catalogue.ProductPlan;
import fr.passerelle.catalogue.ProductReport;
import fr.passerelle.catalogue.ProductSync;
import fr.passerelle.catalogue.Removal;
import fr.passerelle.catalogue.SyncPlan;
import fr.passerelle.catalogue.SyncReport;
import fr.passerelle.catalogue.WantedDate;
import fr.passerelle.catalogue.WantedEvent;
import fr.passerelle.catalogue.WantedOwnProduct;
import fr.passerelle.catalogue.WantedProduct;
import fr.passerelle.model.offer.EanDates;
import fr.passerelle.model.offer.EanProductDraft;
import fr.passerelle.model.offer.EventDraft;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.offer.PriceCategoryDraft;
import fr.passerelle.model.offer.ProductCategory;
import fr.passerelle.model.offer.ProductDraft;
import fr.passerelle.model.offer.ProductStockDraft;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Ean;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.model.value.Siret;
import fr.passerelle.model.venue.Accessibility;
import fr.passerelle.model.venue.Venue;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets of docs/catalogue.md. */
class CatalogueSnippetsTest extends VendorSnippets {

    @Test
    void bringsACatalogue(Sandbox sandbox, @TempDir Path folder) {
        asVendorOf(sandbox);
        Path file = folder.resolve("memory");
        EventDraft draft = EventDraft.builder()
                .from(visit(false))
                .idAtProvider("visits-1")
                .priceCategories(List.of(PriceCategoryDraft.builder()
                        .label("Entrée")
                        .price(Price.euros("5.00"))
                        .idAtProvider("full")
                        .build()))
                .build();
        try (PassCultureClient passCulture = client()) {
            Venue venue = passCulture.venues().bySiret(Siret.of(SIRET));
            // snippet: catalogue
            WantedEvent visit = WantedEvent.onSale(
                    draft, // with your own ids: of the event, and of each price
                    List.of(WantedDate.of("saturday", opening, "full", Capacity.of(30))));

            CatalogueSync sync = CatalogueSync.of(passCulture, venue)
                    .memory(CatalogueMemory.file(file)) // optional: saves reading what has not changed
                    .owned(id -> id.startsWith("visits-")) // these end when they are not wanted any more
                    .build();

            SyncPlan plan = sync.plan(List.of(visit, WantedEvent.cancelled("visits-7"))); // only reads
            plan.changes().forEach(change -> show(change.title() + ": " + change.reason()));

            SyncReport report = sync.apply(plan, result -> {});
            report.results().stream()
                    .filter(result -> result.state() != State.DONE)
                    .forEach(result -> show(result.change().reason() + ": " + result.sentence()));
            // end

            assertThat(shown)
                    .containsExactly(
                            "Visite des coulisses: new event",
                            "Visite des coulisses: 1 new date, the first on " + opening);
            assertThat(report.complete()).isTrue();
            assertThat(sync.plan(List.of(visit)).isNothing()).isTrue();
        }
    }

    @Test
    void bringsAStock(Sandbox sandbox, @TempDir Path folder) {
        asVendorOf(sandbox);
        Path file = folder.resolve("memory");
        Ean ean = Ean.of("9782070368228");
        sandbox.catalogueProduct(ean.value(), "Un livre", "LIVRE_PAPIER", true);
        List<WantedProduct> stock = List.of(
                WantedProduct.onSale(EanProductDraft.of(ean, Price.euros("8.50"), Remaining.of(4), EanDates.reset())));
        try (PassCultureClient passCulture = client()) {
            Venue shop = passCulture.venues().bySiret(Siret.of(SIRET));
            // snippet: catalogue-products
            ProductSync sync =
                    ProductSync.of(passCulture, shop, ProductMemory.file(file)).build();

            // If you want to look first:
            ProductPlan plan = sync.plan(stock, change -> show(change.title() + ": " + change.reason()));
            show(plan.sent() + " products, " + plan.calls() + " calls");

            ProductReport report = sync.apply(stock, result -> {});
            // end

            assertThat(shown).containsExactly("9782070368228: new product", "1 products, 2 calls");
            assertThat(report.complete()).isTrue();
        }
    }

    @Test
    void bringsProductsWithOwnIds(Sandbox sandbox, @TempDir Path folder) {
        asVendorOf(sandbox);
        Path file = folder.resolve("memory");
        try (PassCultureClient passCulture = client()) {
            Venue shop = passCulture.venues().bySiret(Siret.of(SIRET));
            ProductDraft pass = ProductDraft.builder()
                    .name("Carte musée")
                    .category(ProductCategory.museumCard())
                    .location(Location.atVenue(shop.id()))
                    .accessibility(Accessibility.of())
                    .idAtProvider("pass-2026")
                    .stock(ProductStockDraft.of(Price.euros("40"), Capacity.of(100)))
                    .build();
            // snippet: catalogue-own-products
            OwnProductSync sync = OwnProductSync.of(passCulture, shop, CatalogueMemory.file(file))
                    .removal(Removal.WITHDRAW_UNBOOKED)
                    .build();

            SyncPlan plan = sync.plan(List.of(WantedOwnProduct.onSale(pass), WantedOwnProduct.closed("pass-2025")));
            plan.changes().forEach(change -> show(change.title() + ": " + change.reason()));

            SyncReport report = sync.apply(plan, result -> {});
            // end

            assertThat(shown).containsExactly("Carte musée: new product");
            assertThat(report.complete()).isTrue();
        }
    }
}
