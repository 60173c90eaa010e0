package fr.passerelle.passculture;

import static fr.passerelle.passculture.RequestsTest.OPENING;

import fr.passerelle.internal.endpoint.Endpoint;
import fr.passerelle.model.collective.CollectiveFormat;
import fr.passerelle.model.collective.CollectiveImage;
import fr.passerelle.model.collective.CollectiveLocation;
import fr.passerelle.model.collective.CollectiveOfferPatch;
import fr.passerelle.model.collective.CollectivePrice;
import fr.passerelle.model.collective.CollectivePricePatch;
import fr.passerelle.model.collective.InstitutionRef;
import fr.passerelle.model.collective.StudentLevel;
import fr.passerelle.model.offer.Category;
import fr.passerelle.model.offer.DatePatch;
import fr.passerelle.model.offer.EanDates;
import fr.passerelle.model.offer.EanProductDraft;
import fr.passerelle.model.offer.EanUpsert;
import fr.passerelle.model.offer.EventDraft;
import fr.passerelle.model.offer.EventPatch;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.offer.MusicType;
import fr.passerelle.model.offer.OfferCategory;
import fr.passerelle.model.offer.OfferImageDraft;
import fr.passerelle.model.offer.PriceCategoryDraft;
import fr.passerelle.model.offer.ProductCategory;
import fr.passerelle.model.offer.ProductDraft;
import fr.passerelle.model.offer.ProductPatch;
import fr.passerelle.model.offer.ProductStockDraft;
import fr.passerelle.model.offer.ProductStockPatch;
import fr.passerelle.model.offer.Publication;
import fr.passerelle.model.offer.ShowType;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Ean;
import fr.passerelle.model.value.ImageFile;
import fr.passerelle.model.value.Patch;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.model.venue.Accessibility;
import fr.passerelle.model.venue.Disability;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Drafts and patches with every field, of every category, at every kind of place. */
final class FullBodies {

    /** What is sent where. */
    record Sent(Endpoint endpoint, Object body) {}

    private static final String TEXT = "Théâtre";
    private static final String EMAIL = "billetterie@example.org";
    private static final String URL = "https://example.org/a";
    private static final String VIDEO = "https://www.youtube.com/watch?v=dQw4w9WgXcQ";
    private static final ImageFile FILE = ImageFile.of(OfferImagesTest.png(400, 600, 100));
    private static final OfferImageDraft IMAGE = OfferImageDraft.of(FILE).credit(TEXT);
    private static final Accessibility ACCESSIBILITY = Accessibility.of(Disability.AUDIO, Disability.VISUAL);
    private static final Location ELSEWHERE = Location.address(535, 9, TEXT);
    private static final Location ONLINE = new Location.Digital(535, URL);
    private static final Map<Class<?>, Object> ARGUMENTS = Map.of(
            MusicType.class,
            MusicType.JAZZ_BLUES,
            ShowType.class,
            ShowType.THEATRE_COMEDIE,
            Ean.class,
            ProductRows.BOOK);

    private FullBodies() {}

    static Stream<Sent> all() {
        return Stream.of(
                        categories(Category.class)
                                .map(category -> new Sent(PassCultureEndpoint.CREATE_EVENT, event(category))),
                        categories(Category.class)
                                .map(category -> new Sent(PassCultureEndpoint.UPDATE_EVENT, change(category))),
                        categories(ProductCategory.class)
                                .map(category -> new Sent(PassCultureEndpoint.CREATE_PRODUCT, product(category))),
                        categories(ProductCategory.class)
                                .map(category -> new Sent(
                                        PassCultureEndpoint.UPDATE_PRODUCT, Products.body(31, change(category)))),
                        Stream.of(
                                new Sent(PassCultureEndpoint.UPDATE_EVENT, cleared()),
                                new Sent(
                                        PassCultureEndpoint.UPDATE_PRODUCT,
                                        Products.body(
                                                31,
                                                ProductPatch.builder()
                                                        .deleteStock()
                                                        .build())),
                                new Sent(PassCultureEndpoint.UPDATE_DATE, date()),
                                new Sent(PassCultureEndpoint.UPSERT_PRODUCTS_BY_EAN, upsert()),
                                new Sent(PassCultureEndpoint.UPDATE_COLLECTIVE_OFFER, school())),
                        Stream.of(
                                        CollectiveLocation.school(),
                                        CollectiveLocation.venue(),
                                        new CollectiveLocation.OtherAddress(9, TEXT),
                                        new CollectiveLocation.OtherAddress(9, null),
                                        CollectiveLocation.toBeDefined(TEXT))
                                .map(place -> new Sent(PassCultureEndpoint.CREATE_COLLECTIVE_OFFER, school(place))))
                .flatMap(bodies -> bodies);
    }

    private static EventDraft event(Category category) {
        return EventDraft.builder()
                .name(TEXT)
                .category(category)
                .location(place(category))
                .accessibility(ACCESSIBILITY)
                .description(TEXT)
                .bookingContact(EMAIL)
                .bookingEmail(EMAIL)
                .hasTicket(false)
                .idAtProvider("A")
                .itemCollectionDetails(TEXT)
                .externalTicketOfficeUrl(URL)
                .image(IMAGE)
                .publication(Publication.at(OPENING))
                .bookingAllowedDatetime(OPENING)
                .durationMinutes(90)
                .videoUrl(VIDEO)
                .addPriceCategories(PriceCategoryDraft.of(TEXT, Price.euros("25")))
                .build();
    }

    private static EventPatch change(Category category) {
        return EventPatch.builder()
                .name(TEXT)
                .category(category)
                .location(place(category))
                .accessibility(ACCESSIBILITY)
                .description(TEXT)
                .bookingContact(EMAIL)
                .bookingEmail(EMAIL)
                .idAtProvider("A")
                .itemCollectionDetails(TEXT)
                .image(IMAGE)
                .publication(Publication.at(OPENING))
                .bookingAllowedDatetime(OPENING)
                .durationMinutes(90)
                .videoUrl(VIDEO)
                .build();
    }

    private static EventPatch cleared() {
        return EventPatch.builder()
                .clearDescription()
                .clearBookingEmail()
                .clearIdAtProvider()
                .clearItemCollectionDetails()
                .clearBookingAllowedDatetime()
                .clearVideoUrl()
                .publication(Publication.never())
                .build();
    }

    private static ProductDraft product(ProductCategory category) {
        return ProductDraft.builder()
                .name(TEXT)
                .category(category)
                .location(place(category))
                .accessibility(ACCESSIBILITY)
                .description(TEXT)
                .bookingContact(EMAIL)
                .bookingEmail(EMAIL)
                .idAtProvider("A")
                .itemCollectionDetails(TEXT)
                .externalTicketOfficeUrl(URL)
                .image(IMAGE)
                .publication(Publication.now())
                .stock(ProductStockDraft.builder()
                        .price(Price.euros("300"))
                        .capacity(Capacity.unlimited())
                        .bookingLimit(OPENING)
                        .build())
                .build();
    }

    private static ProductPatch change(ProductCategory category) {
        return ProductPatch.builder()
                .name(TEXT)
                .category(category)
                .location(place(category))
                .accessibility(ACCESSIBILITY)
                .description(TEXT)
                .image(IMAGE)
                .stock(ProductStockPatch.builder()
                        .price(Price.FREE)
                        .remaining(Remaining.unlimited())
                        .clearBookingLimit()
                        .build())
                .build();
    }

    private static DatePatch date() {
        return DatePatch.builder()
                .beginning(OPENING)
                .bookingLimit(OPENING)
                .priceCategoryId(3L)
                .remaining(Remaining.of(0))
                .idAtProvider("A")
                .build();
    }

    private static EanUpsert upsert() {
        EanDates dates = EanDates.published(Publication.at(OPENING))
                .bookingAllowed(OPENING)
                .bookingLimit(OPENING);
        EanProductDraft book = EanProductDraft.of(ProductRows.BOOK, Price.FREE, Remaining.of(0), dates);
        return new EanUpsert(ELSEWHERE, List.of(book));
    }

    private static Object school(CollectiveLocation place) {
        return CollectiveRows.workshop().toBuilder()
                .location(place)
                .end(CollectiveRows.START)
                .price(CollectivePrice.total(Price.euros("120.50"), TEXT))
                .durationMinutes(90)
                .nationalProgramId(1L)
                .institution(InstitutionRef.id(8))
                .accessibility(ACCESSIBILITY)
                .image(new CollectiveImage(FILE, TEXT))
                .build();
    }

    private static CollectiveOfferPatch school() {
        return CollectiveOfferPatch.builder()
                .venueId(535L)
                .name(TEXT)
                .description(TEXT)
                .formats(List.of(CollectiveFormat.CONCERT))
                .domains(List.of(3L))
                .students(List.of(StudentLevel.ECOLES_MARSEILLE_MATERNELLE))
                .bookingEmails(List.of(EMAIL))
                .contactEmail(EMAIL)
                .contactPhone("0612345678")
                .location(CollectiveLocation.venue())
                .interventionArea(List.of("2A"))
                .start(CollectiveRows.START)
                .end(CollectiveRows.START)
                .clearBookingLimit()
                .price(CollectivePricePatch.total()
                        .totalPrice(Price.euros("99.90"))
                        .educationalPriceDetail(Patch.clear()))
                .numberOfTickets(30)
                .clearDurationMinutes()
                .clearNationalProgramId()
                .accessibility(ACCESSIBILITY)
                .clearImage()
                .build();
    }

    private static Location place(OfferCategory category) {
        return category.id().onlineOnly() ? ONLINE : ELSEWHERE;
    }

    /** What the factories make. */
    private static <T extends OfferCategory> Stream<T> categories(Class<T> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()) && Modifier.isPublic(method.getModifiers()))
                .filter(method -> type.isAssignableFrom(method.getReturnType()))
                .filter(method -> ARGUMENTS.keySet().containsAll(List.of(method.getParameterTypes())))
                .map(method -> type.cast(make(method)));
    }

    private static Object make(Method factory) {
        try {
            return factory.invoke(
                    null,
                    Arrays.stream(factory.getParameterTypes())
                            .map(ARGUMENTS::get)
                            .toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a factory is out of reach", e);
        }
    }
}
