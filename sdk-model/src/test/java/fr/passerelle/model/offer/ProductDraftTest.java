package fr.passerelle.model.offer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.model.Pictures;
import fr.passerelle.model.Violations;
import fr.passerelle.model.WireJson;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Ean;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.model.venue.Accessibility;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProductDraftTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(86_400);

    private final ObjectMapper json = WireJson.mapper();

    private static ProductDraft.Builder film() {
        return ProductDraft.builder()
                .name("Les Vacances de Monsieur Hulot")
                .category(ProductCategory.filmOnDisc(Ean.of("3760000000017")))
                .location(Location.atVenue(3))
                .accessibility(Accessibility.of());
    }

    private static ProductStockDraft.Builder stock() {
        return ProductStockDraft.builder().price(Price.euros("12.50")).capacity(Capacity.of(8));
    }

    @Test
    void isWrittenAsTheServerReadsIt() throws JsonProcessingException {
        ProductDraft draft = film().publication(Publication.at(NOW))
                .stock(stock().bookingLimit(LATER).build())
                .build();

        assertThat(json.writeValueAsString(draft))
                .isEqualTo(
                        "{\"name\":\"Les Vacances de Monsieur Hulot\","
                                + "\"location\":{\"type\":\"physical\",\"venueId\":3},"
                                + "\"accessibility\":{\"audioDisabilityCompliant\":false,\"mentalDisabilityCompliant\":false,"
                                + "\"motorDisabilityCompliant\":false,\"visualDisabilityCompliant\":false},"
                                + "\"categoryRelatedFields\":{\"category\":\"SUPPORT_PHYSIQUE_FILM\",\"ean\":\"3760000000017\"},"
                                + "\"enableDoubleBookings\":false,\"publicationDatetime\":\"2026-03-02T10:00:00Z\","
                                + "\"stock\":{\"price\":1250,\"quantity\":8,\"bookingLimitDatetime\":\"2026-03-03T10:00:00Z\"}}");
    }

    @Test
    void reportsEverythingThatIsMissingAtOnce() {
        assertThat(Violations.of(() -> ProductDraft.builder().build()))
                .containsExactly(
                        "name required",
                        "categoryRelatedFields required",
                        "location required",
                        "accessibility required");
        assertThat(Violations.of(() -> ProductStockDraft.builder().build()))
                .containsExactly("price required", "quantity required");
    }

    @Test
    void onlyTheMuseumCardIsForTwo() {
        assertThat(Violations.of(() -> film().duo(true).build()))
                .containsExactly("enableDoubleBookings duo_not_allowed");
        assertThat(film().category(ProductCategory.museumCard())
                        .duo(true)
                        .build()
                        .duo())
                .isTrue();
        assertThat(film().category(ProductCategory.museumCard()).build().duo()).isFalse();
    }

    @Test
    void whatIsOnLineOnlyHasADigitalLocationAndGoodsHaveNot() {
        Location site = Location.digital(3, "https://films.example.org");

        assertThat(Violations.of(
                        () -> film().category(ProductCategory.videoOnDemand()).build()))
                .containsExactly("location.type must_be_digital");
        assertThat(Violations.of(() -> film().location(site).build()))
                .containsExactly("location.type must_not_be_digital");
        assertThatCode(() -> film().category(ProductCategory.videoOnDemand())
                        .location(site)
                        .build())
                .doesNotThrowAnyException();
    }

    @Test
    void aStockHasAPieceAndCostsAtMostThreeHundredEuros() {
        assertThat(Violations.of(() -> stock().capacity(Capacity.of(0))
                        .price(Price.cents(30_001))
                        .build()))
                .containsExactly("price too_large 30000", "quantity too_small 1");
        assertThatCode(() -> ProductStockDraft.of(Price.FREE, Capacity.unlimited()))
                .doesNotThrowAnyException();
    }

    @Test
    void aStockDoesNotCloseBeforeItOpens() {
        ProductStockDraft closing = stock().bookingLimit(NOW).build();

        assertThat(Violations.of(() -> film().stock(closing)
                        .publication(Publication.at(LATER))
                        .bookingAllowedDatetime(LATER)
                        .build()))
                .containsExactly(
                        "stock.bookingLimitDatetime before_limit publicationDatetime",
                        "stock.bookingLimitDatetime before_limit bookingAllowedDatetime");
        assertThatCode(() ->
                        film().stock(closing).publication(Publication.at(NOW)).build())
                .doesNotThrowAnyException();
    }

    @Test
    void whatNeedsTheTimeIsCheckedAtTheMomentOfTheCall() {
        ProductDraft draft = film().stock(stock().bookingLimit(NOW).build())
                .bookingAllowedDatetime(NOW)
                .build();

        assertThat(Violations.of(() -> draft.checkAt(NOW)))
                .containsExactly("bookingAllowedDatetime not_in_future", "stock.bookingLimitDatetime not_in_future");
    }

    @Test
    void checksItsPicture() throws JsonProcessingException {
        OfferImageDraft small = OfferImageDraft.of(Pictures.ofSize(200, 300));
        OfferImageDraft good = OfferImageDraft.of(Pictures.ofSize(400, 600)).credit("J. Tati");

        assertThat(Violations.of(() -> film().image(small).build()))
                .containsExactly("image.file image_too_small 400x600");
        assertThat(json.valueToTree(film().image(good).build()).get("image").toString())
                .startsWith("{\"file\":\"iVBORw0KGgoAAAAN")
                .endsWith("\",\"credit\":\"J. Tati\"}");
    }

    @Test
    void anEventAndAChangeCheckTheirPictureToo() {
        OfferImageDraft small = OfferImageDraft.of(Pictures.ofSize(200, 300));

        assertThat(Violations.of(() -> EventDraftTest.play().image(small).build()))
                .containsExactly("image.file image_too_small 400x600");
        assertThat(Violations.of(() -> EventPatch.builder().image(small).build()))
                .containsExactly("image.file image_too_small 400x600");
        assertThat(Violations.of(() -> ProductPatch.builder().image(small).build()))
                .containsExactly("image.file image_too_small 400x600");
    }

    @Test
    void isReadWithOrWithoutAStock() throws JsonProcessingException {
        String response = "{\"id\":12,\"status\":\"ACTIVE\",\"name\":\"Vingt mille lieues\",\"accessibility\":{},"
                + "\"categoryRelatedFields\":{\"category\":\"LIVRE_PAPIER\",\"ean\":\"9782070541270\",\"author\":null},"
                + "\"enableDoubleBookings\":false,\"location\":{\"type\":\"physical\",\"venueId\":3},"
                + "\"publicationDatetime\":\"2026-03-02T10:00:00Z\",\"stock\":%s}";

        Product product = json.readValue(
                response.formatted(
                        "{\"price\":790,\"quantity\":10,\"bookedQuantity\":3,\"bookingLimitDatetime\":null}"),
                Product.class);
        ProductStock stock = requireNonNull(product.stock());
        assertThat(product.category())
                .isEqualTo(new ProductCategory.Book(CategoryId.LIVRE_PAPIER, Ean.of("9782070541270"), null));
        assertThat(stock).isEqualTo(new ProductStock(Price.cents(790), Capacity.of(10), 3, null));
        assertThat(stock.remaining()).isEqualTo(Remaining.of(7));
        assertThat(json.readValue(response.formatted("null"), Product.class).stock())
                .isNull();
    }

    @Test
    void aCategoryDescriptionIsRead() throws JsonProcessingException {
        assertThat(json.readValue(
                        "{\"id\":\"VOD\",\"conditionalFields\":{},\"locationType\":\"DIGITAL\"}",
                        ProductCategoryInfo.class))
                .isEqualTo(new ProductCategoryInfo(CategoryId.VOD, Map.of(), OfferLocationType.DIGITAL));
    }

    @Test
    void canBeTakenUpAgain() {
        assertThat(film().build().toBuilder().name("Playtime").build().category())
                .isEqualTo(film().build().category());
    }
}
