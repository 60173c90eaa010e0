package fr.passerelle.sandbox.settle;

import static fr.passerelle.sandbox.settle.Write.guarded;
import static fr.passerelle.sandbox.settle.Write.harmless;
import static fr.passerelle.sandbox.settle.Write.named;
import static fr.passerelle.sandbox.settle.Write.once;

import fr.passerelle.http.RequestOptions;
import fr.passerelle.model.offer.EanDates;
import fr.passerelle.model.offer.EanProductDraft;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.offer.OfferImageDraft;
import fr.passerelle.model.offer.Product;
import fr.passerelle.model.offer.ProductCategory;
import fr.passerelle.model.offer.ProductDraft;
import fr.passerelle.model.offer.ProductFilter;
import fr.passerelle.model.offer.ProductPatch;
import fr.passerelle.model.offer.ProductStockDraft;
import fr.passerelle.model.offer.ProductStockPatch;
import fr.passerelle.model.offer.Publication;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Ean;
import fr.passerelle.model.value.ImageFile;
import fr.passerelle.model.value.Patch;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.model.venue.Accessibility;
import fr.passerelle.model.venue.Disability;
import fr.passerelle.passculture.Products;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import fr.passerelle.sandbox.settle.Write.Action;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The vendor's writes to products. */
final class ProductWrites {

    private static final Ean INSTRUMENT = Ean.of("3700551782888");
    private static final Ean BOOK = Ean.of("9782070541270");
    private static final Remaining ALL = Remaining.of(10);
    private static final Remaining SEVEN = Remaining.of(7);

    private ProductWrites() {}

    static List<Write> all() {
        return List.of(
                guarded(
                                PassCultureEndpoint.CREATE_PRODUCT,
                                "with an id",
                                (scene, world) -> create(
                                        scene,
                                        world,
                                        card(scene)
                                                .idAtProvider(scene.name("id"))
                                                .build(),
                                        UnaryOperator.identity()))
                        .in(World.EXISTS, World.NEARLY, World.CHANGED_MEANWHILE),
                named(
                        PassCultureEndpoint.CREATE_PRODUCT,
                        "with a minted id",
                        (scene, world) -> create(
                                scene,
                                world,
                                card(scene).build(),
                                o -> o.toBuilder().generateIds(true).build())),
                guarded(PassCultureEndpoint.CREATE_PRODUCT, "with an EAN", (scene, world) -> {
                            takeInstrumentsOffSale(scene);
                            ProductDraft flute =
                                    draft(scene, "Flûte", INSTRUMENT).build();
                            return create(scene, world, flute, UnaryOperator.identity());
                        })
                        .in(World.EXISTS, World.NEARLY, World.CHANGED_MEANWHILE),
                once(
                                PassCultureEndpoint.CREATE_PRODUCT,
                                "without either",
                                (scene, world) ->
                                        create(scene, world, card(scene).build(), UnaryOperator.identity()))
                        .notShown(),
                once(
                        PassCultureEndpoint.UPDATE_PRODUCT,
                        "places",
                        (scene, world) -> update(scene, world, patch -> patch)),
                beside("publication", patch -> patch.publication(Publication.never())),
                beside(
                        "accessibility",
                        patch -> patch.accessibility(Accessibility.of(Disability.MOTOR, Disability.MENTAL))),
                beside("picture", patch -> patch.image(OfferImageDraft.of(ImageFile.of(Writes.picture()))))
                        .notShown(),
                beside("booking allowed", patch -> patch.bookingAllowedDatetime(Patch.to(Scene.OPENING))),
                beside("description", patch -> patch.description("new")),
                harmless(PassCultureEndpoint.UPDATE_PRODUCT, "text alone", ProductWrites::updateText),
                once(PassCultureEndpoint.UPSERT_PRODUCTS_BY_EAN, "", ProductWrites::upsert)
                        .notShown());
    }

    /** One more field beside the places; nearly there already if these are what they were. */
    private static Write beside(String field, UnaryOperator<ProductPatch.Builder> change) {
        return once(
                        PassCultureEndpoint.UPDATE_PRODUCT,
                        "places and " + field,
                        (scene, world) -> update(scene, world, change))
                .in(World.EXISTS, World.NEARLY, World.CHANGED_MEANWHILE);
    }

    private static Action create(Scene scene, World world, ProductDraft draft, UnaryOperator<RequestOptions> options) {
        Products products = scene.client.products();
        switch (world) {
            case EXISTS -> products.create(draft);
            case NEARLY ->
                products.create(draft.toBuilder()
                        .stock(ProductStockDraft.of(Price.euros("45"), Capacity.of(10)))
                        .build());
            default -> {}
        }
        return Action.making(
                        o -> scene.exposed()
                                .products()
                                .with(options.apply(o))
                                .create(draft)
                                .id(),
                        () -> (int) products.list(ProductFilter.all()).stream()
                                .filter(product -> product.name().equals(draft.name()))
                                .count())
                .meanwhile(() -> products.create(draft));
    }

    private static void takeInstrumentsOffSale(Scene scene) {
        for (Product old : scene.client.products().ean().byEan(scene.stage.venue.id(), List.of(INSTRUMENT))) {
            scene.client
                    .products()
                    .update(
                            old.id(),
                            ProductPatch.builder()
                                    .publication(Publication.never())
                                    .build());
        }
    }

    /** In between, another writer changes what is left. */
    private static Action update(Scene scene, World world, UnaryOperator<ProductPatch.Builder> change) {
        Products products = scene.client.products();
        long id = products.create(card(scene).build()).id();
        Remaining wanted = world == World.NEARLY ? ALL : SEVEN;
        ProductPatch patch = change.apply(places(wanted)).build();
        if (world == World.EXISTS) {
            products.update(id, patch);
        }
        return Action.making(
                        o -> scene.exposed()
                                .products()
                                .with(o)
                                .update(id, patch)
                                .id(),
                        () -> Writes.once(
                                Objects.requireNonNull(products.get(id).stock())
                                        .remaining()
                                        .equals(wanted)))
                .meanwhile(() -> products.update(id, places(SEVEN).build()));
    }

    private static ProductPatch.Builder places(Remaining remaining) {
        return ProductPatch.builder().stock(ProductStockPatch.remaining(remaining));
    }

    private static Action updateText(Scene scene, World world) {
        Products products = scene.client.products();
        long id = products.create(card(scene).build()).id();
        ProductPatch patch = ProductPatch.builder().description("new").build();
        if (world == World.EXISTS) {
            products.update(id, patch);
        }
        return Action.making(
                        o -> scene.exposed()
                                .products()
                                .with(o)
                                .update(id, patch)
                                .id(),
                        () -> Writes.once("new".equals(products.get(id).description())))
                .meanwhile(() -> products.update(
                        id, ProductPatch.builder().description("others").build()));
    }

    private static Action upsert(Scene scene, World world) {
        int left = scene.number();
        if (scene.client
                .products()
                .ean()
                .availability(List.of(BOOK))
                .available()
                .isEmpty()) {
            scene.stage.sandbox.catalogueProduct(BOOK.value(), "Un livre", "LIVRE_PAPIER", true);
        }
        if (world == World.EXISTS) {
            upsert(scene, left);
            finish(scene);
        }
        return Action.doing(
                        o -> scene.exposed().products().ean().with(o).upsert(here(scene), List.of(book(left))), () -> {
                            finish(scene);
                            return (int)
                                    scene.client.products().ean().byEan(scene.stage.venue.id(), List.of(BOOK)).stream()
                                            .filter(offer -> Objects.requireNonNull(offer.stock())
                                                    .remaining()
                                                    .equals(Remaining.of(left)))
                                            .count();
                        })
                .meanwhile(() -> {
                    finish(scene);
                    upsert(scene, left);
                    finish(scene);
                });
    }

    private static void upsert(Scene scene, int left) {
        scene.client.products().ean().upsert(here(scene), List.of(book(left)));
    }

    private static void finish(Scene scene) {
        scene.stage.sandbox.runJob("finalise-eans");
    }

    private static EanProductDraft book(int left) {
        return EanProductDraft.of(BOOK, Price.euros("9"), Remaining.of(left), EanDates.reset());
    }

    private static Location here(Scene scene) {
        return Location.atVenue(scene.stage.venue.id());
    }

    private static ProductDraft.Builder card(Scene scene) {
        return draft(scene, "Carte", null);
    }

    private static ProductDraft.Builder draft(Scene scene, String kind, @Nullable Ean ean) {
        return ProductDraft.builder()
                .name(scene.name(kind))
                .category(ean == null ? ProductCategory.libraryCard() : ProductCategory.instrument(ean))
                .location(here(scene))
                .accessibility(Accessibility.of())
                .stock(ProductStockDraft.of(Price.euros("5"), Capacity.of(10)));
    }
}
