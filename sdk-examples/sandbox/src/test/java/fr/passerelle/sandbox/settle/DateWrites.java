package fr.passerelle.sandbox.settle;

import static fr.passerelle.sandbox.settle.Write.guarded;
import static fr.passerelle.sandbox.settle.Write.harmless;
import static fr.passerelle.sandbox.settle.Write.named;
import static fr.passerelle.sandbox.settle.Write.once;

import fr.passerelle.http.RequestOptions;
import fr.passerelle.model.offer.DateDraft;
import fr.passerelle.model.offer.DatePatch;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.passculture.Dates;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import fr.passerelle.sandbox.settle.Write.Action;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** The vendor's writes to the dates of an event. */
final class DateWrites {

    private static final long NEVER_WAS = 987_654;

    private DateWrites() {}

    static List<Write> all() {
        return List.of(
                guarded(
                                PassCultureEndpoint.CREATE_DATES,
                                "one has an id",
                                (scene, world) -> create(scene, world, "A", UnaryOperator.identity()))
                        .in(World.EXISTS, World.NEARLY, World.CHANGED_MEANWHILE),
                named(
                        PassCultureEndpoint.CREATE_DATES,
                        "with minted ids",
                        (scene, world) -> create(
                                scene,
                                world,
                                "",
                                o -> o.toBuilder().generateIds(true).build())),
                once(
                                PassCultureEndpoint.CREATE_DATES,
                                "without an id",
                                (scene, world) -> create(scene, world, "", UnaryOperator.identity()))
                        .notShown(),
                once(
                        PassCultureEndpoint.UPDATE_DATE,
                        "places",
                        (scene, world) -> booked(
                                scene, world, patch().remaining(Remaining.of(7)).build())),
                once(
                        PassCultureEndpoint.UPDATE_DATE,
                        "beginning",
                        (scene, world) -> update(
                                scene,
                                world,
                                patch().beginning(Scene.OPENING.plus(Duration.ofHours(1)))
                                        .build())),
                harmless(
                        PassCultureEndpoint.UPDATE_DATE,
                        "limit",
                        (scene, world) -> update(
                                scene,
                                world,
                                patch().bookingLimit(Scene.OPENING.minus(Duration.ofHours(1)))
                                        .build())),
                harmless(
                        PassCultureEndpoint.UPDATE_DATE,
                        "sold out",
                        (scene, world) -> booked(
                                scene, world, patch().remaining(Remaining.of(0)).build())),
                guarded(PassCultureEndpoint.DELETE_DATE, "", DateWrites::delete));
    }

    private static DatePatch.Builder patch() {
        return DatePatch.builder();
    }

    private static Action create(Scene scene, World world, String id, UnaryOperator<RequestOptions> options) {
        Event event = scene.event();
        Dates dates = scene.client.events().dates(event.id());
        DateDraft.Builder first = scene.date(event);
        List<DateDraft> drafts = List.of(
                id.isEmpty() ? first.build() : first.idAtProvider(id).build(),
                scene.date(event)
                        .beginning(Scene.OPENING.plus(Duration.ofDays(1)))
                        .build());
        switch (world) {
            case EXISTS -> dates.create(drafts);
            case NEARLY ->
                dates.create(drafts.stream()
                        .map(draft ->
                                draft.toBuilder().capacity(Capacity.of(100)).build())
                        .toList());
            default -> {}
        }
        return Action.making(
                        o -> scene.exposed()
                                .events()
                                .dates(event.id())
                                .with(options.apply(o))
                                .create(drafts)
                                .get(0)
                                .id(),
                        () -> dates.list().toList().size() / 2)
                .meanwhile(() -> dates.create(drafts));
    }

    /** In between, somebody buys two places. */
    private static Action booked(Scene scene, World world, DatePatch patch) {
        Event event = scene.event();
        EventDate date = date(scene, event);
        return update(scene, world, event, date, patch)
                .meanwhile(() -> scene.person().book(date.id(), 2));
    }

    /** In between, another writer sets the other half of it. */
    private static Action update(Scene scene, World world, DatePatch patch) {
        Event event = scene.event();
        EventDate date = date(scene, event);
        DatePatch others = patch().beginning(Scene.OPENING.plus(Duration.ofHours(2)))
                .bookingLimit(Scene.OPENING.minus(Duration.ofHours(2)))
                .build();
        return update(scene, world, event, date, patch)
                .meanwhile(() -> scene.client.events().dates(event.id()).update(date.id(), others));
    }

    /** A date with two places booked. */
    private static EventDate date(Scene scene, Event event) {
        EventDate date = scene.client
                .events()
                .dates(event.id())
                .create(scene.date(event))
                .get(0);
        scene.person().book(date.id(), 2);
        return date;
    }

    private static Action update(Scene scene, World world, Event event, EventDate date, DatePatch patch) {
        Dates dates = scene.client.events().dates(event.id());
        if (world == World.EXISTS) {
            dates.update(date.id(), patch);
        }
        return Action.making(
                o -> scene.exposed()
                        .events()
                        .dates(event.id())
                        .with(o)
                        .update(date.id(), patch)
                        .id(),
                () -> {
                    EventDate now = dates.list().iterator().next();
                    return Writes.once(!now.beginning().equals(date.beginning())
                            || !now.bookingLimit().equals(date.bookingLimit())
                            || now.remaining().equals(patch.remaining()));
                });
    }

    private static Action delete(Scene scene, World world) {
        Event event = scene.event();
        Dates dates = scene.client.events().dates(event.id());
        long id = world == World.EXISTS
                ? NEVER_WAS
                : dates.create(scene.date(event)).get(0).id();
        return Action.doing(
                        o -> scene.exposed().events().dates(event.id()).with(o).delete(id),
                        () -> Writes.once(dates.list().toList().isEmpty()))
                .meanwhile(() -> dates.delete(id));
    }
}
