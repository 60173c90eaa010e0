package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.internal.json.Json;
import fr.passerelle.model.offer.Category;
import fr.passerelle.model.offer.DateDraft;
import fr.passerelle.model.offer.DatePatch;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.model.offer.EventDraft;
import fr.passerelle.model.offer.EventPatch;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.offer.MusicType;
import fr.passerelle.model.offer.OfferImageDraft;
import fr.passerelle.model.offer.OfferStatus;
import fr.passerelle.model.offer.PriceCategory;
import fr.passerelle.model.offer.PriceCategoryDraft;
import fr.passerelle.model.offer.PriceCategoryPatch;
import fr.passerelle.model.offer.Product;
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
import fr.passerelle.passculture.shown.Shown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Offers, dates and prices: what was sent is shown only if every field of it is. */
class ShownTest {

    private static final ObjectMapper MAPPER = Json.mapper();
    private static final Instant SOON = Instant.parse("2027-01-12T09:00:00Z");
    private static final Instant LATER = SOON.plus(Duration.ofDays(1));
    private static final ImageFile FILE = ImageFile.of(OfferImagesTest.png(400, 600, 100));
    private static final String OTHER_VIDEO = "https://www.youtube.com/watch?v=aaaaaaaaaaa";

    private static final String COMMON = """
            'id':12,'status':'SCHEDULED','name':'Le Cid','description':'A play',
            'accessibility':{'audioDisabilityCompliant':true,'mentalDisabilityCompliant':false,
            'motorDisabilityCompliant':true,'visualDisabilityCompliant':false},
            'bookingContact':'b@example.org','bookingEmail':'e@example.org','idAtProvider':'A',
            'image':{'url':'https://example.org/i.png','credit':'Nadar'},'itemCollectionDetails':'At the desk',
            'externalTicketOfficeUrl':'https://example.org/a','publicationDatetime':'2027-01-12T09:00:00Z',
            'bookingAllowedDatetime':'2027-01-12T09:00:00Z'""";

    private static final Event EVENT = read(Event.class, """
            {%s,'enableDoubleBookings':true,'eventDuration':90,'hasTicket':true,
            'categoryRelatedFields':{'category':'SPECTACLE_REPRESENTATION','showType':'THEATRE-COMEDIE',
            'author':'Corneille','stageDirector':'Vilar','performer':'Philipe'},
            'location':{'type':'address','venueId':535,'addressId':9,'addressLabel':'Court'},
            'priceCategories':[{'id':3,'label':'Or','price':2500,'idAtProvider':'P'},{'id':4,'label':'Bleu','price':900}],
            'videoUrl':'https://www.youtube.com/watch?v=dQw4w9WgXcQ'}""".formatted(COMMON));

    private static final Product PRODUCT = read(Product.class, """
            {%s,'enableDoubleBookings':false,
            'categoryRelatedFields':{'category':'TELECHARGEMENT_MUSIQUE','musicType':'JAZZ-BLUES',
            'ean':'3700551782888','author':'Monk','performer':'Rollins'},
            'location':{'type':'digital','venueId':535,'url':'https://example.org/d'},
            'stock':{'price':500,'quantity':10,'bookedQuantity':3,'bookingLimitDatetime':'2027-01-12T09:00:00Z'}}""".formatted(COMMON));

    private static final EventDate DATE = read(EventDate.class, """
            {'id':77,'beginningDatetime':'2027-01-12T09:00:00Z','bookingLimitDatetime':'2027-01-12T09:00:00Z',
            'bookedQuantity':3,'quantity':10,'priceCategory':{'id':3,'label':'Or','price':2500},'idAtProvider':'D'}""");

    private static final PriceCategory PRICE = new PriceCategory(3, "Or", Price.euros("25"), "P");

    private static <T> T read(Class<T> type, String json) {
        try {
            return MAPPER.readValue(json.replace('\'', '"'), type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Category.Show show() {
        return Category.show(ShowType.THEATRE_COMEDIE)
                .author("Corneille")
                .stageDirector("Vilar")
                .performer("Philipe");
    }

    private static PriceCategoryDraft gold() {
        return PriceCategoryDraft.builder()
                .label("Or")
                .price(Price.euros("25"))
                .idAtProvider("P")
                .build();
    }

    private static PriceCategoryDraft blue() {
        return PriceCategoryDraft.of("Bleu", Price.euros("9"));
    }

    private static EventDraft event(UnaryOperator<EventDraft.Builder> change) {
        return change.apply(EventDraft.builder()
                        .name("Le Cid")
                        .description("A play")
                        .category(show())
                        .location(Location.address(535, 9, "Court"))
                        .accessibility(Accessibility.of(Disability.AUDIO, Disability.MOTOR))
                        .bookingContact("b@example.org")
                        .bookingEmail("e@example.org")
                        .duo(true)
                        .hasTicket(true)
                        .durationMinutes(90)
                        .idAtProvider("A")
                        .itemCollectionDetails("At the desk")
                        .externalTicketOfficeUrl("https://example.org/a")
                        .image(OfferImageDraft.of(FILE).credit("Nadar"))
                        .publication(Publication.at(SOON))
                        .bookingAllowedDatetime(SOON)
                        .videoUrl("https://www.youtube.com/watch?v=dQw4w9WgXcQ")
                        .priceCategories(List.of(gold(), blue())))
                .build();
    }

    /** One that is not known is left out silently, and all are shown by other means than they were sent. */
    @Test
    void artistsAreNeverShown() {
        Event concert = read(Event.class, """
                {%s,'enableDoubleBookings':true,'hasTicket':false,'location':{'type':'physical','venueId':535},
                'categoryRelatedFields':{'category':'CONCERT','musicType':'JAZZ-BLUES',
                'artists':[{'name':'Monk','artistType':'performer'}]}}""".formatted(COMMON));
        Category.Music music = (Category.Music) concert.category();

        assertThat(Shown.shows(concert, EventPatch.builder().category(music).build()))
                .isTrue();
        assertThat(Shown.shows(
                        concert,
                        EventPatch.builder()
                                .category(music.linkArtists(List.of()))
                                .build()))
                .isFalse();
    }

    /** The server ends a bare host with a slash. */
    @Test
    void aBareHostIsTheSameLinkWithASlash() {
        Event event = read(
                Event.class,
                MAPPER.valueToTree(EVENT).toString().replace("https://example.org/a", "https://example.org/"));

        assertThat(Shown.shows(
                        event,
                        EventPatch.builder()
                                .externalTicketOfficeUrl("https://example.org")
                                .build()))
                .isTrue();
        assertThat(Shown.shows(
                        event,
                        EventPatch.builder()
                                .externalTicketOfficeUrl("https://example.com")
                                .build()))
                .isFalse();
    }

    @Test
    void everyFieldOfAnEventDraftCounts() {
        FieldsThatCount.check(
                event(draft -> draft),
                draft -> Shown.shows(EVENT, draft),
                Map.ofEntries(
                        Map.entry("name", event(d -> d.name("Le Cit"))),
                        Map.entry("description", event(d -> d.description("Another play"))),
                        Map.entry("category", event(d -> d.category(Category.guidedVisit()))),
                        Map.entry("category.showType", event(d -> d.category(Category.show(ShowType.CIRQUE_CLOWN)))),
                        Map.entry("category.author", event(d -> d.category(show().author("Racine")))),
                        Map.entry("category.stageDirector", event(d -> d.category(show().stageDirector("X")))),
                        Map.entry("category.performer", event(d -> d.category(show().performer("X")))),
                        Map.entry("location", event(d -> d.location(Location.atVenue(535)))),
                        Map.entry("location.venueId", event(d -> d.location(Location.address(536, 9, "Court")))),
                        Map.entry("location.addressId", event(d -> d.location(Location.address(535, 10, "Court")))),
                        Map.entry("location.label", event(d -> d.location(Location.address(535, 9, "Yard")))),
                        Map.entry("accessibility.audio", event(d -> d.accessibility(with(Disability.AUDIO, false)))),
                        Map.entry("accessibility.mental", event(d -> d.accessibility(with(Disability.MENTAL, true)))),
                        Map.entry("accessibility.motor", event(d -> d.accessibility(with(Disability.MOTOR, false)))),
                        Map.entry("accessibility.visual", event(d -> d.accessibility(with(Disability.VISUAL, true)))),
                        Map.entry("bookingContact", event(d -> d.bookingContact("x@example.org"))),
                        Map.entry("bookingEmail", event(d -> d.bookingEmail("x@example.org"))),
                        Map.entry("duo", event(d -> d.duo(false))),
                        Map.entry("hasTicket", event(d -> d.hasTicket(false))),
                        Map.entry("durationMinutes", event(d -> d.durationMinutes(91))),
                        Map.entry("idAtProvider", event(d -> d.idAtProvider("B"))),
                        Map.entry("itemCollectionDetails", event(d -> d.itemCollectionDetails("At the door"))),
                        Map.entry(
                                "externalTicketOfficeUrl",
                                event(d -> d.externalTicketOfficeUrl("https://example.org/b"))),
                        Map.entry(
                                "image.credit",
                                event(d -> d.image(OfferImageDraft.of(FILE).credit("X")))),
                        Map.entry("publication", event(d -> d.publication(Publication.at(LATER)))),
                        Map.entry("publication.now", event(d -> d.publication(Publication.now()))),
                        Map.entry("publication.never", event(d -> d.publication(Publication.never()))),
                        Map.entry("bookingAllowedDatetime", event(d -> d.bookingAllowedDatetime(LATER))),
                        Map.entry("videoUrl", event(d -> d.videoUrl(OTHER_VIDEO))),
                        Map.entry("priceCategories", event(d -> d.priceCategories(List.of()))),
                        Map.entry("priceCategories.fewer", event(d -> d.priceCategories(List.of(gold())))),
                        Map.entry(
                                "priceCategories.more",
                                event(d -> d.addPriceCategories(PriceCategoryDraft.of("Vert", Price.FREE)))),
                        Map.entry(
                                "priceCategories.price",
                                event(d -> d.priceCategories(
                                        List.of(gold(), PriceCategoryDraft.of("Bleu", Price.euros("10")))))),
                        Map.entry(
                                "priceCategories.idAtProvider",
                                event(d -> d.priceCategories(List.of(
                                        gold().toBuilder().idAtProvider("Q").build(), blue()))))));
    }

    private static Accessibility with(Disability disability, boolean accessible) {
        return Accessibility.of(Disability.AUDIO, Disability.MOTOR).with(disability, accessible);
    }

    @Test
    void everyFieldOfAnEventPatchCounts() {
        FieldsThatCount.check(
                EventPatch.builder()
                        .name("Le Cid")
                        .description("A play")
                        .category(show())
                        .location(Location.address(535, 9, "Court"))
                        .accessibility(Accessibility.unknown().with(Disability.AUDIO, true))
                        .bookingContact("b@example.org")
                        .bookingEmail("e@example.org")
                        .duo(true)
                        .durationMinutes(90)
                        .idAtProvider("A")
                        .itemCollectionDetails("At the desk")
                        .externalTicketOfficeUrl("https://example.org/a")
                        .publication(Publication.at(SOON))
                        .bookingAllowedDatetime(SOON)
                        .videoUrl("https://www.youtube.com/watch?v=dQw4w9WgXcQ")
                        .build(),
                patch -> Shown.shows(EVENT, patch),
                Map.ofEntries(
                        Map.entry("name", patch(p -> p.name("Le Cit"))),
                        Map.entry("description", patch(p -> p.description("X"))),
                        Map.entry("description.cleared", patch(EventPatch.Builder::clearDescription)),
                        Map.entry("category", patch(p -> p.category(show().author("Racine")))),
                        Map.entry("location", patch(p -> p.location(Location.atVenue(535)))),
                        Map.entry(
                                "accessibility",
                                patch(p ->
                                        p.accessibility(Accessibility.unknown().with(Disability.VISUAL, true)))),
                        Map.entry("bookingContact", patch(p -> p.bookingContact("x@example.org"))),
                        Map.entry("bookingEmail", patch(p -> p.bookingEmail("x@example.org"))),
                        Map.entry("bookingEmail.cleared", patch(EventPatch.Builder::clearBookingEmail)),
                        Map.entry("duo", patch(p -> p.duo(false))),
                        Map.entry("durationMinutes", patch(p -> p.durationMinutes(91))),
                        Map.entry("idAtProvider", patch(p -> p.idAtProvider("B"))),
                        Map.entry("idAtProvider.cleared", patch(EventPatch.Builder::clearIdAtProvider)),
                        Map.entry(
                                "externalTicketOfficeUrl",
                                patch(p -> p.externalTicketOfficeUrl("https://example.org/b"))),
                        Map.entry(
                                "externalTicketOfficeUrl.cleared",
                                patch(EventPatch.Builder::clearExternalTicketOfficeUrl)),
                        Map.entry("itemCollectionDetails", patch(p -> p.itemCollectionDetails("X"))),
                        Map.entry(
                                "itemCollectionDetails.cleared", patch(EventPatch.Builder::clearItemCollectionDetails)),
                        Map.entry(
                                "image",
                                patch(p -> p.image(OfferImageDraft.of(FILE).credit("Nadar")))),
                        Map.entry("publication", patch(p -> p.publication(Publication.at(LATER)))),
                        Map.entry("publication.now", patch(p -> p.publication(Publication.now()))),
                        Map.entry("publication.never", patch(p -> p.publication(Publication.never()))),
                        Map.entry("bookingAllowedDatetime", patch(p -> p.bookingAllowedDatetime(LATER))),
                        Map.entry(
                                "bookingAllowedDatetime.cleared",
                                patch(EventPatch.Builder::clearBookingAllowedDatetime)),
                        Map.entry("videoUrl", patch(p -> p.videoUrl(OTHER_VIDEO))),
                        Map.entry("videoUrl.cleared", patch(EventPatch.Builder::clearVideoUrl))));
    }

    private static EventPatch patch(UnaryOperator<EventPatch.Builder> change) {
        return change.apply(EventPatch.builder()).build();
    }

    private static ProductDraft product(UnaryOperator<ProductDraft.Builder> change) {
        return change.apply(ProductDraft.builder()
                        .name("Le Cid")
                        .description("A play")
                        .category(music())
                        .location(Location.digital(535, "https://example.org/d"))
                        .accessibility(Accessibility.of(Disability.AUDIO, Disability.MOTOR))
                        .bookingContact("b@example.org")
                        .bookingEmail("e@example.org")
                        .idAtProvider("A")
                        .itemCollectionDetails("At the desk")
                        .externalTicketOfficeUrl("https://example.org/a")
                        .image(OfferImageDraft.of(FILE).credit("Nadar"))
                        .publication(Publication.at(SOON))
                        .bookingAllowedDatetime(SOON)
                        .stock(stock(500, 10, SOON)))
                .build();
    }

    private static ProductCategory.Recording music() {
        return ProductCategory.musicDownload(MusicType.JAZZ_BLUES)
                .ean(Ean.of("3700551782888"))
                .author("Monk")
                .performer("Rollins");
    }

    private static ProductStockDraft stock(long cents, long places, Instant limit) {
        return ProductStockDraft.builder()
                .price(Price.cents(cents))
                .capacity(Capacity.of(places))
                .bookingLimit(limit)
                .build();
    }

    @Test
    void everyFieldOfAProductDraftCounts() {
        FieldsThatCount.check(
                product(draft -> draft),
                draft -> Shown.shows(PRODUCT, draft),
                Map.ofEntries(
                        Map.entry("name", product(d -> d.name("Le Cit"))),
                        Map.entry("description", product(d -> d.description("X"))),
                        Map.entry("category", product(d -> d.category(ProductCategory.musicDownload(MusicType.POP)))),
                        Map.entry("category.author", product(d -> d.category(music().author("X")))),
                        Map.entry("category.performer", product(d -> d.category(music().performer("X")))),
                        Map.entry("category.ean", product(d -> d.category(music().ean(Ean.of("9782070541270"))))),
                        Map.entry("location", product(d -> d.location(Location.digital(535, "https://example.org/e")))),
                        Map.entry(
                                "location.venueId",
                                product(d -> d.location(Location.digital(536, "https://example.org/d")))),
                        Map.entry("accessibility", product(d -> d.accessibility(with(Disability.VISUAL, true)))),
                        Map.entry("bookingContact", product(d -> d.bookingContact("x@example.org"))),
                        Map.entry("bookingEmail", product(d -> d.bookingEmail("x@example.org"))),
                        Map.entry(
                                "duo",
                                product(d -> d.category(ProductCategory.museumCard())
                                        .location(Location.atVenue(535))
                                        .duo(true))),
                        Map.entry("idAtProvider", product(d -> d.idAtProvider("B"))),
                        Map.entry("itemCollectionDetails", product(d -> d.itemCollectionDetails("X"))),
                        Map.entry(
                                "externalTicketOfficeUrl",
                                product(d -> d.externalTicketOfficeUrl("https://example.org/b"))),
                        Map.entry(
                                "image.credit",
                                product(d -> d.image(OfferImageDraft.of(FILE).credit("X")))),
                        Map.entry("publication", product(d -> d.publication(Publication.at(SOON.minusSeconds(60))))),
                        Map.entry("publication.never", product(d -> d.publication(Publication.never()))),
                        Map.entry(
                                "bookingAllowedDatetime", product(d -> d.bookingAllowedDatetime(SOON.minusSeconds(1)))),
                        Map.entry("stock.price", product(d -> d.stock(stock(501, 10, SOON)))),
                        Map.entry("stock.capacity", product(d -> d.stock(stock(500, 7, SOON)))),
                        Map.entry("stock.bookingLimit", product(d -> d.stock(stock(500, 10, LATER))))));
    }

    private static ProductPatch change(UnaryOperator<ProductPatch.Builder> change) {
        return change.apply(ProductPatch.builder()).build();
    }

    private static ProductPatch stock(UnaryOperator<ProductStockPatch.Builder> change) {
        return change(
                patch -> patch.stock(change.apply(ProductStockPatch.builder()).build()));
    }

    @Test
    void everyFieldOfAProductPatchCounts() {
        FieldsThatCount.check(
                change(p -> p.name("Le Cid")
                        .description("A play")
                        .category(music())
                        .location(Location.digital(535, "https://example.org/d"))
                        .accessibility(Accessibility.unknown().with(Disability.MOTOR, true))
                        .bookingContact("b@example.org")
                        .bookingEmail("e@example.org")
                        .duo(false)
                        .idAtProvider("A")
                        .itemCollectionDetails("At the desk")
                        .externalTicketOfficeUrl("https://example.org/a")
                        .publication(Publication.at(SOON))
                        .bookingAllowedDatetime(SOON)
                        .stock(ProductStockPatch.builder()
                                .price(Price.euros("5"))
                                .remaining(Remaining.of(7))
                                .bookingLimit(SOON)
                                .build())),
                patch -> Shown.shows(PRODUCT, patch),
                Map.ofEntries(
                        Map.entry("name", change(p -> p.name("Le Cit"))),
                        Map.entry("description", change(p -> p.description("X"))),
                        Map.entry("description.cleared", change(ProductPatch.Builder::clearDescription)),
                        Map.entry("category", change(p -> p.category(music().author("X")))),
                        Map.entry("location", change(p -> p.location(Location.digital(535, "https://example.org/e")))),
                        Map.entry(
                                "accessibility",
                                change(p -> p.accessibility(Accessibility.of(Disability.MOTOR, Disability.MENTAL)))),
                        Map.entry("bookingContact", change(p -> p.bookingContact("x@example.org"))),
                        Map.entry("bookingEmail", change(p -> p.bookingEmail("x@example.org"))),
                        Map.entry("duo", change(p -> p.duo(true))),
                        Map.entry("idAtProvider", change(p -> p.idAtProvider("B"))),
                        Map.entry(
                                "externalTicketOfficeUrl",
                                change(p -> p.externalTicketOfficeUrl("https://example.org/b"))),
                        Map.entry("itemCollectionDetails", change(p -> p.itemCollectionDetails("X"))),
                        Map.entry(
                                "image",
                                change(p -> p.image(OfferImageDraft.of(FILE).credit("Nadar")))),
                        Map.entry("publication", change(p -> p.publication(Publication.at(LATER)))),
                        Map.entry("publication.now", change(p -> p.publication(Publication.now()))),
                        Map.entry("publication.never", change(p -> p.publication(Publication.never()))),
                        Map.entry("bookingAllowedDatetime", change(p -> p.bookingAllowedDatetime(LATER))),
                        Map.entry(
                                "bookingAllowedDatetime.cleared",
                                change(ProductPatch.Builder::clearBookingAllowedDatetime)),
                        Map.entry("stock.deleted", change(p -> p.stock(Patch.clear()))),
                        Map.entry("stock.price", stock(s -> s.price(Price.euros("6")))),
                        Map.entry("stock.remaining", stock(s -> s.remaining(Remaining.of(10)))),
                        Map.entry("stock.unlimited", stock(s -> s.remaining(Remaining.unlimited()))),
                        Map.entry("stock.bookingLimit", stock(s -> s.bookingLimit(LATER))),
                        Map.entry("stock.noLimit", stock(ProductStockPatch.Builder::clearBookingLimit))));
    }

    private static DateDraft date(UnaryOperator<DateDraft.Builder> change) {
        return change.apply(DateDraft.at(SOON)
                        .priceCategoryId(3)
                        .capacity(Capacity.of(10))
                        .idAtProvider("D"))
                .build();
    }

    @Test
    void everyFieldOfADateDraftCounts() {
        FieldsThatCount.check(
                date(draft -> draft),
                draft -> Shown.shows(DATE, draft),
                Map.of(
                        "beginning", date(d -> d.beginning(LATER).bookingLimit(SOON)),
                        "bookingLimit", date(d -> d.bookingLimit(SOON.minusSeconds(1))),
                        "priceCategoryId", date(d -> d.priceCategoryId(4)),
                        "capacity", date(d -> d.capacity(Capacity.of(7))),
                        "capacity.unlimited", date(d -> d.capacity(Capacity.unlimited())),
                        "idAtProvider", date(d -> d.idAtProvider("E"))));
    }

    private static DatePatch change(DatePatch.Builder patch) {
        return patch.build();
    }

    @Test
    void everyFieldOfADatePatchCounts() {
        FieldsThatCount.check(
                DatePatch.builder()
                        .beginning(SOON)
                        .bookingLimit(SOON)
                        .priceCategoryId(3L)
                        .remaining(Remaining.of(7))
                        .idAtProvider("D")
                        .build(),
                patch -> Shown.shows(DATE, patch),
                Map.of(
                        "beginning", change(DatePatch.builder().beginning(LATER)),
                        "bookingLimit", change(DatePatch.builder().bookingLimit(LATER)),
                        "priceCategoryId", change(DatePatch.builder().priceCategoryId(4L)),
                        "remaining", change(DatePatch.builder().remaining(Remaining.of(10))),
                        "remaining.unlimited", change(DatePatch.builder().remaining(Remaining.unlimited())),
                        "idAtProvider", change(DatePatch.builder().idAtProvider("E")),
                        "idAtProvider.cleared", change(DatePatch.builder().clearIdAtProvider())));
    }

    @Test
    void everyFieldOfAPriceCounts() {
        FieldsThatCount.check(
                gold(),
                draft -> Shown.shows(PRICE, draft),
                Map.of(
                        "label", gold().toBuilder().label("Argent").build(),
                        "price", gold().toBuilder().price(Price.euros("24")).build(),
                        "idAtProvider", gold().toBuilder().idAtProvider("Q").build()));
        FieldsThatCount.check(
                PriceCategoryPatch.builder()
                        .label("Or")
                        .price(Price.euros("25"))
                        .idAtProvider("P")
                        .build(),
                patch -> Shown.shows(PRICE, patch),
                Map.of(
                        "label", PriceCategoryPatch.builder().label("Argent").build(),
                        "price", PriceCategoryPatch.builder().price(Price.FREE).build(),
                        "idAtProvider",
                                PriceCategoryPatch.builder().idAtProvider("Q").build(),
                        "idAtProvider.cleared",
                                PriceCategoryPatch.builder().clearIdAtProvider().build()));
    }

    @Test
    void blanksAroundATextDoNotCountNorDoesAnEmptyOne() {
        assertThat(Shown.shows(EVENT, event(d -> d.name(" Le Cid ")))).isTrue();
        assertThat(Shown.shows(DATE, date(d -> d.idAtProvider("")))).isFalse();

        EventDate unnamed = EventDate.builder().from(DATE).idAtProvider(null).build();
        assertThat(Shown.shows(unnamed, date(d -> d.idAtProvider("")))).isTrue();
    }

    @Test
    void theDomainOfAnAddressIsWrittenInSmallLetters() {
        assertThat(Shown.shows(EVENT, event(d -> d.bookingEmail("e@Example.ORG"))))
                .isTrue();
        assertThat(Shown.shows(EVENT, event(d -> d.bookingEmail("E@example.org"))))
                .isFalse();
    }

    @Test
    void aNewOfferIsPublishedToTheMinuteAndAChangedOneToTheSecond() {
        Publication soon = Publication.at(SOON.plusSeconds(59));

        assertThat(Shown.shows(EVENT, event(d -> d.publication(soon)))).isTrue();
        assertThat(Shown.shows(EVENT, patch(p -> p.publication(soon)))).isFalse();
    }

    @Test
    void pricesMayComeInAnyOrder() {
        assertThat(Shown.shows(EVENT, event(d -> d.priceCategories(List.of(blue(), gold())))))
                .isTrue();
    }

    /** Server reference 5.2: when its address or its label is the venue's own. */
    @Test
    void aNewOfferAtAnAddressMayBeShownAtItsVenue() {
        Event atVenue =
                Event.builder().from(EVENT).location(Location.atVenue(535)).build();

        assertThat(Shown.shows(atVenue, event(d -> d))).isTrue();
        assertThat(Shown.shows(atVenue, patch(p -> p.location(Location.address(535, 9, "Court")))))
                .as("a patch is not: the address may be what it was")
                .isFalse();
    }

    @Test
    void aDurationOfZeroIsNone() {
        Event open = Event.builder().from(EVENT).durationMinutes(null).build();

        assertThat(Shown.shows(open, event(d -> d.durationMinutes(0)))).isTrue();
    }

    @Test
    void aPublicationAtOnceShowsOnlyOnANewOffer() {
        Event published = Event.builder().from(EVENT).status(OfferStatus.ACTIVE).build();

        assertThat(Shown.shows(published, event(d -> d.publication(Publication.now()))))
                .isTrue();
        assertThat(Shown.shows(published, patch(p -> p.publication(Publication.now()))))
                .as("a changed one may have been published before")
                .isFalse();
    }

    @Test
    void duoCountsByItself() {
        Product card = Product.builder()
                .from(PRODUCT)
                .category(ProductCategory.museumCard())
                .location(Location.atVenue(535))
                .build();
        UnaryOperator<ProductDraft.Builder> sameCard =
                draft -> draft.category(ProductCategory.museumCard()).location(Location.atVenue(535));

        assertThat(Shown.shows(card, product(sameCard))).isTrue();
        assertThat(Shown.shows(card, product(draft -> sameCard.apply(draft).duo(true))))
                .isFalse();
    }

    @Test
    void aStockThatIsDeletedIsShownAsNone() {
        Product soldOut = Product.builder().from(PRODUCT).stock(null).build();

        assertThat(Shown.shows(soldOut, change(p -> p.stock(Patch.clear())))).isTrue();
        assertThat(Shown.shows(soldOut, stock(s -> s.remaining(Remaining.of(7)))))
                .isFalse();
    }

    @Test
    void anotherMusicIsShownByItsFrenchName() {
        Product other = Product.builder()
                .from(PRODUCT)
                .category(ProductCategory.musicDownload(MusicType.AUTRES))
                .build();

        assertThat(Shown.shows(other, change(p -> p.category(ProductCategory.musicDownload(MusicType.of("OTHER"))))))
                .isTrue();
    }

    @Test
    void whatWasNotSentIsNotLookedAt() {
        assertThat(Shown.shows(EVENT, patch(p -> p))).isTrue();
    }

    @Test
    void aProductThatIsNeverPublishedHasNoMomentToBookItFrom() {
        Product hidden = Product.builder()
                .from(PRODUCT)
                .publicationDatetime(null)
                .bookingAllowedDatetime(null)
                .build();

        assertThat(Shown.shows(hidden, product(d -> d.publication(Publication.never()))))
                .isTrue();
    }

    @Test
    void whatTheServerDoesNotSayIsNotShown() {
        Event silent = read(Event.class, """
                {'id':12,'status':'SCHEDULED','hasTicket':true,
                'categoryRelatedFields':{'category':'SPECTACLE_REPRESENTATION'},
                'name':null,'accessibility':null,'location':null}""");

        assertThat(Shown.shows(silent, EventPatch.builder().name("Le Cid").build()))
                .isFalse();
        assertThat(Shown.shows(
                        silent,
                        EventPatch.builder()
                                .accessibility(Accessibility.of(Disability.MOTOR))
                                .build()))
                .isFalse();
        assertThat(Shown.shows(
                        silent,
                        EventPatch.builder().location(Location.atVenue(535)).build()))
                .isFalse();
    }

    @Test
    void aPriceWithoutLabelShowsNone() {
        PriceCategory silent = read(PriceCategory.class, "{'id':3,'price':2500}");

        assertThat(Shown.shows(silent, PriceCategoryDraft.of("Or", Price.euros("25"))))
                .isFalse();
        assertThat(Shown.shows(silent, PriceCategoryDraft.of(" ", Price.euros("25"))))
                .as("a blank label")
                .isFalse();
    }
}
