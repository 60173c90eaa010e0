package fr.passerelle.sandbox.settle;

import static fr.passerelle.sandbox.settle.Write.settled;
import static fr.passerelle.sandbox.settle.Write.undecidable;

import fr.passerelle.client.RequestOptions;
import fr.passerelle.internal.Endpoint;
import fr.passerelle.model.offer.DateDraft;
import fr.passerelle.model.offer.DatePatch;
import fr.passerelle.model.offer.EanDates;
import fr.passerelle.model.offer.EanProductDraft;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.model.offer.EventDraft;
import fr.passerelle.model.offer.EventFilter;
import fr.passerelle.model.offer.EventPatch;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.offer.PriceCategoryDraft;
import fr.passerelle.model.offer.PriceCategoryPatch;
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
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.model.venue.Accessibility;
import fr.passerelle.model.venue.AddressDraft;
import fr.passerelle.model.venue.MessageUrlsPatch;
import fr.passerelle.sandbox.settle.Write.Deed;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** The vendor's writes to offers. */
final class Writes {

    private static final Ean DISC = Ean.of("3700551782888");
    private static final Ean BOOK = Ean.of("9782070541270");

    private Writes() {}

    static List<Write> all() {
        return Stream.of(account(), events(), dates(), products(), DoorWrites.all(), SchoolWrites.all())
                .flatMap(List::stream)
                .toList();
    }

    static int once(boolean seen) {
        return seen ? 1 : 0;
    }

    private static List<Write> account() {
        return List.of(
                settled(Endpoint.UPDATE_PROVIDER, "", scene -> {
                    String url = "https://example.org/" + scene.name("n").replace(' ', '-');
                    MessageUrlsPatch patch =
                            MessageUrlsPatch.builder().notificationUrl(url).build();
                    return new Deed(
                            o -> scene.client.provider().with(o).update(patch),
                            () -> once(url.equals(scene.client.provider().get().notificationUrl())));
                }),
                settled(Endpoint.UPDATE_VENUE_URLS, "set", scene -> {
                    String url = "https://example.org/" + scene.name("v").replace(' ', '-');
                    return venueUrls(scene, builder -> builder.notificationUrl(url), Optional.of(url));
                }),
                settled(Endpoint.UPDATE_VENUE_URLS, "clear", scene -> {
                    scene.client
                            .venues()
                            .updateUrls(
                                    scene.stage.venue.id(),
                                    MessageUrlsPatch.builder()
                                            .notificationUrl("https://example.org/old")
                                            .build());
                    return venueUrls(scene, MessageUrlsPatch.Builder::clearNotificationUrl, Optional.empty());
                }),
                settled(Endpoint.CREATE_ADDRESS, "", scene -> {
                    AddressDraft draft = AddressDraft.builder()
                            .street(scene.name("rue du Quai"))
                            .city("Lyon")
                            .postalCode("69003")
                            .latitude(48.85)
                            .longitude(2.35)
                            .build();
                    return new Deed(
                            o -> scene.client.addresses().with(o).createOrGet(draft),
                            () -> scene.client.addresses().search(draft).size());
                }),
                settled(Endpoint.UPLOAD_IMAGE, "", scene -> {
                    long id = scene.event().id();
                    ImageFile file = ImageFile.of(picture());
                    return new Deed(
                            o -> scene.client.images().with(o).upload(id, file),
                            () -> once(scene.client.events().get(id).image() != null));
                }));
    }

    private static Deed venueUrls(
            Scene scene, UnaryOperator<MessageUrlsPatch.Builder> change, Optional<String> wanted) {
        MessageUrlsPatch patch = change.apply(MessageUrlsPatch.builder()).build();
        return new Deed(
                o -> scene.client.venues().with(o).updateUrls(scene.stage.venue.id(), patch),
                () -> once(scene.client.venues().all().stream()
                        .flatMap(offerer -> offerer.venues().stream())
                        .anyMatch(venue ->
                                Optional.ofNullable(venue.notificationUrl()).equals(wanted))));
    }

    private static byte[] picture() {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(400, 600, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<Write> events() {
        return List.of(
                settled(
                        Endpoint.CREATE_EVENT,
                        "with an id",
                        scene -> event(scene, RequestOptions.none(), scene.name("id"))),
                settled(
                        Endpoint.CREATE_EVENT,
                        "with a minted id",
                        scene -> event(
                                scene, RequestOptions.builder().mintIds(true).build(), "")),
                undecidable(Endpoint.CREATE_EVENT, "without an id", scene -> event(scene, RequestOptions.none(), "")),
                settled(Endpoint.UPDATE_EVENT, "", scene -> {
                    long id = scene.event().id();
                    EventPatch patch = EventPatch.builder().description("new").build();
                    return new Deed(
                            o -> scene.client.events().with(o).update(id, patch),
                            () -> once(
                                    "new".equals(scene.client.events().get(id).description())));
                }),
                settled(Endpoint.CREATE_PRICE_CATEGORIES, "", scene -> {
                    long id = scene.event().id();
                    return new Deed(
                            o -> scene.client
                                    .events()
                                    .priceCategories(id)
                                    .with(o)
                                    .create(PriceCategoryDraft.of("Réduit", Price.euros("8"))),
                            () -> scene.client
                                            .events()
                                            .priceCategories(id)
                                            .list()
                                            .size()
                                    - 1);
                }),
                settled(Endpoint.UPDATE_PRICE_CATEGORY, "", scene -> {
                    Event event = scene.event();
                    PriceCategoryPatch patch =
                            PriceCategoryPatch.builder().price(Price.euros("9")).build();
                    return new Deed(
                            o -> scene.client
                                    .events()
                                    .priceCategories(event.id())
                                    .with(o)
                                    .update(event.priceCategory("Plein").id(), patch),
                            () -> once(scene.client
                                    .events()
                                    .get(event.id())
                                    .priceCategory("Plein")
                                    .price()
                                    .equals(Price.euros("9"))));
                }));
    }

    private static Deed event(Scene scene, RequestOptions options, String id) {
        String name = scene.name("Nouvelle visite");
        EventDraft.Builder draft = scene.play(name);
        EventDraft sent = id.isEmpty() ? draft.build() : draft.idAtProvider(id).build();
        return new Deed(
                o -> scene.client
                        .events()
                        .with(o.toBuilder().mintIds(options.mintIds()).build())
                        .create(sent),
                () -> (int) scene.client.events().list(EventFilter.all()).stream()
                        .filter(event -> event.name().equals(name))
                        .count());
    }

    private static List<Write> dates() {
        return List.of(
                settled(Endpoint.CREATE_DATES, "one has an id", scene -> dates(scene, "A")),
                undecidable(Endpoint.CREATE_DATES, "without an id", scene -> dates(scene, "")),
                undecidable(
                        Endpoint.UPDATE_DATE,
                        "places",
                        scene -> date(
                                scene,
                                DatePatch.builder().remaining(Remaining.of(7)).build())),
                undecidable(
                        Endpoint.UPDATE_DATE,
                        "beginning",
                        scene -> date(
                                scene,
                                DatePatch.builder()
                                        .beginning(Scene.OPENING.plus(Duration.ofHours(1)))
                                        .build())),
                settled(
                        Endpoint.UPDATE_DATE,
                        "limit",
                        scene -> date(
                                scene,
                                DatePatch.builder()
                                        .bookingLimit(Scene.OPENING.minus(Duration.ofHours(1)))
                                        .build())),
                settled(Endpoint.DELETE_DATE, "", scene -> {
                    Event event = scene.event();
                    EventDate date = scene.client
                            .events()
                            .dates(event.id())
                            .create(scene.date(event))
                            .get(0);
                    return new Deed(
                            o -> scene.client.events().dates(event.id()).with(o).delete(date.id()),
                            () -> once(scene.client
                                    .events()
                                    .dates(event.id())
                                    .list()
                                    .toList()
                                    .isEmpty()));
                }));
    }

    private static Deed dates(Scene scene, String id) {
        Event event = scene.event();
        DateDraft first = id.isEmpty()
                ? scene.date(event).build()
                : scene.date(event).idAtProvider(id).build();
        DateDraft second = scene.date(event)
                .beginning(Scene.OPENING.plus(Duration.ofDays(1)))
                .build();
        return new Deed(
                o -> scene.client.events().dates(event.id()).with(o).create(List.of(first, second)),
                () -> scene.client.events().dates(event.id()).list().toList().size() / 2);
    }

    /** A date with two places booked. */
    private static Deed date(Scene scene, DatePatch patch) {
        Event event = scene.event();
        EventDate date = scene.client
                .events()
                .dates(event.id())
                .create(scene.date(event))
                .get(0);
        scene.person().book(date.id(), 2);
        return new Deed(o -> scene.client.events().dates(event.id()).with(o).update(date.id(), patch), () -> {
            EventDate now =
                    scene.client.events().dates(event.id()).list().iterator().next();
            return once(!now.beginning().equals(date.beginning())
                    || !now.bookingLimit().equals(date.bookingLimit())
                    || now.remaining().equals(Remaining.of(7)));
        });
    }

    private static List<Write> products() {
        return List.of(
                settled(Endpoint.CREATE_PRODUCT, "with an id", scene -> product(scene, scene.name("id"), null)),
                settled(Endpoint.CREATE_PRODUCT, "with an EAN", scene -> {
                    scene.client.products().list(ProductFilter.all()).stream()
                            .filter(old -> old.name().startsWith("Flûte"))
                            .forEach(old -> scene.client
                                    .products()
                                    .update(ProductPatch.of(old)
                                            .publication(Publication.never())
                                            .build()));
                    return product(scene, "", DISC);
                }),
                undecidable(Endpoint.CREATE_PRODUCT, "without either", scene -> product(scene, "", null)),
                undecidable(Endpoint.UPDATE_PRODUCT, "places", scene -> {
                    Product old = card(scene);
                    return new Deed(
                            o -> scene.client
                                    .products()
                                    .with(o)
                                    .update(ProductPatch.of(old)
                                            .stock(ProductStockPatch.remaining(Remaining.of(7)))
                                            .build()),
                            () -> once(Objects.requireNonNull(scene.client
                                            .products()
                                            .get(old.id())
                                            .stock())
                                    .remaining()
                                    .equals(Remaining.of(7))));
                }),
                settled(Endpoint.UPDATE_PRODUCT, "text", scene -> {
                    Product old = card(scene);
                    return new Deed(
                            o -> scene.client
                                    .products()
                                    .with(o)
                                    .update(ProductPatch.of(old)
                                            .description("new")
                                            .build()),
                            () -> once("new"
                                    .equals(scene.client
                                            .products()
                                            .get(old.id())
                                            .description())));
                }),
                undecidable(Endpoint.UPSERT_PRODUCTS_BY_EAN, "", scene -> {
                    int left = Integer.parseInt(scene.name("n").substring(2));
                    if (scene.client
                            .products()
                            .ean()
                            .availability(List.of(BOOK))
                            .available()
                            .isEmpty()) {
                        scene.stage.sandbox.catalogueProduct(BOOK.value(), "Un livre", "LIVRE_PAPIER", true);
                    }
                    Location location = Location.atVenue(scene.stage.venue.id());
                    EanProductDraft book =
                            EanProductDraft.of(BOOK, Price.euros("9"), Remaining.of(left), EanDates.reset());
                    return new Deed(o -> scene.client.products().ean().with(o).upsert(location, List.of(book)), () -> {
                        scene.stage.sandbox.runJob("finalise-eans");
                        return (int) scene.client.products().ean().byEan(scene.stage.venue.id(), List.of(BOOK)).stream()
                                .filter(offer -> Objects.requireNonNull(offer.stock())
                                        .remaining()
                                        .equals(Remaining.of(left)))
                                .count();
                    });
                }));
    }

    private static Product card(Scene scene) {
        return scene.client.products().create(draft(scene, "Carte", null).build());
    }

    private static Deed product(Scene scene, String id, @Nullable Ean ean) {
        ProductDraft draft = draft(scene, ean == null ? "Carte" : "Flûte", ean).build();
        ProductDraft sent =
                id.isEmpty() ? draft : draft.toBuilder().idAtProvider(id).build();
        return new Deed(
                o -> scene.client.products().with(o).create(sent),
                () -> (int) scene.client.products().list(ProductFilter.all()).stream()
                        .filter(product -> product.name().equals(sent.name()))
                        .count());
    }

    private static ProductDraft.Builder draft(Scene scene, String kind, @Nullable Ean ean) {
        return ProductDraft.builder()
                .name(scene.name(kind))
                .category(ean == null ? ProductCategory.libraryCard() : ProductCategory.instrument(ean))
                .location(Location.atVenue(scene.stage.venue.id()))
                .accessibility(Accessibility.of())
                .stock(ProductStockDraft.of(Price.euros("5"), Capacity.of(10)));
    }
}
