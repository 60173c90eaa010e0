package fr.passerelle.sandbox.settle;

import static fr.passerelle.sandbox.settle.Write.guarded;
import static fr.passerelle.sandbox.settle.Write.harmless;
import static fr.passerelle.sandbox.settle.Write.named;
import static fr.passerelle.sandbox.settle.Write.once;

import fr.passerelle.http.RequestOptions;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDraft;
import fr.passerelle.model.offer.EventFilter;
import fr.passerelle.model.offer.EventPatch;
import fr.passerelle.model.offer.PriceCategoryDraft;
import fr.passerelle.model.offer.PriceCategoryPatch;
import fr.passerelle.model.value.Price;
import fr.passerelle.passculture.PriceCategories;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import fr.passerelle.sandbox.settle.Write.Action;
import java.util.List;
import java.util.function.UnaryOperator;

/** The vendor's writes to events and their prices. */
final class EventWrites {

    private static final EventPatch OTHERS =
            EventPatch.builder().description("others").build();

    private EventWrites() {}

    static List<Write> all() {
        return List.of(
                guarded(
                                PassCultureEndpoint.CREATE_EVENT,
                                "with an id",
                                (scene, world) -> create(scene, world, scene.name("id"), UnaryOperator.identity()))
                        .in(World.EXISTS, World.NEARLY, World.CHANGED_MEANWHILE),
                named(
                        PassCultureEndpoint.CREATE_EVENT,
                        "with a minted id",
                        (scene, world) -> create(
                                scene,
                                world,
                                "",
                                o -> o.toBuilder().generateIds(true).build())),
                once(
                                PassCultureEndpoint.CREATE_EVENT,
                                "without an id",
                                (scene, world) -> create(scene, world, "", UnaryOperator.identity()))
                        .notShown(),
                harmless(PassCultureEndpoint.UPDATE_EVENT, "", EventWrites::update),
                guarded(PassCultureEndpoint.CREATE_PRICE_CATEGORIES, "", EventWrites::addPrice)
                        .in(World.EXISTS, World.NEARLY, World.CHANGED_MEANWHILE),
                harmless(PassCultureEndpoint.UPDATE_PRICE_CATEGORY, "", EventWrites::updatePrice));
    }

    private static Action create(Scene scene, World world, String id, UnaryOperator<RequestOptions> options) {
        String name = scene.name("Nouvelle visite");
        EventDraft.Builder play = scene.play(name).description("new");
        EventDraft draft = id.isEmpty() ? play.build() : play.idAtProvider(id).build();
        switch (world) {
            case EXISTS -> scene.client.events().create(draft);
            case NEARLY ->
                scene.client
                        .events()
                        .create(draft.toBuilder().description("old").build());
            default -> {}
        }
        return Action.making(
                        o -> scene.exposed()
                                .events()
                                .with(options.apply(o))
                                .create(draft)
                                .id(),
                        () -> (int) scene.client.events().list(EventFilter.all()).stream()
                                .filter(event -> event.name().equals(name))
                                .count())
                .meanwhile(() -> scene.client.events().create(draft));
    }

    private static Action update(Scene scene, World world) {
        long id = scene.event().id();
        EventPatch patch = EventPatch.builder().description("new").build();
        if (world == World.EXISTS) {
            scene.client.events().update(id, patch);
        }
        return Action.making(
                        o -> scene.exposed().events().with(o).update(id, patch).id(),
                        () -> Writes.once(
                                "new".equals(scene.client.events().get(id).description())))
                .meanwhile(() -> scene.client.events().update(id, OTHERS));
    }

    private static Action addPrice(Scene scene, World world) {
        long event = scene.event().id();
        PriceCategories prices = scene.client.events().priceCategories(event);
        PriceCategoryDraft draft = PriceCategoryDraft.builder()
                .label("Réduit")
                .price(Price.euros("8"))
                .idAtProvider("R")
                .build();
        switch (world) {
            case EXISTS -> prices.create(draft);
            case NEARLY ->
                prices.create(draft.toBuilder().price(Price.euros("7")).build());
            default -> {}
        }
        return Action.making(
                        o -> scene.exposed()
                                .events()
                                .priceCategories(event)
                                .with(o)
                                .create(draft)
                                .get(0)
                                .id(),
                        () -> prices.list().size() - 1)
                .meanwhile(() -> prices.create(draft));
    }

    private static Action updatePrice(Scene scene, World world) {
        Event event = scene.event();
        long price = event.priceCategory("Plein").id();
        PriceCategories prices = scene.client.events().priceCategories(event.id());
        PriceCategoryPatch patch =
                PriceCategoryPatch.builder().price(Price.euros("9")).build();
        PriceCategoryPatch others =
                PriceCategoryPatch.builder().price(Price.euros("11")).build();
        if (world == World.EXISTS) {
            prices.update(price, patch);
        }
        return Action.making(
                        o -> scene.exposed()
                                .events()
                                .priceCategories(event.id())
                                .with(o)
                                .update(price, patch)
                                .id(),
                        () -> Writes.once(prices.list().stream()
                                .anyMatch(now -> now.price().equals(Price.euros("9")))))
                .meanwhile(() -> prices.update(price, others));
    }
}
