package fr.passerelle.model.offer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.model.Violations;
import fr.passerelle.model.WireJson;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Ean;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.model.venue.Accessibility;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class EanUpsertTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(86_400);
    private static final Ean EAN = Ean.of("9782070541270");

    private final ObjectMapper json = WireJson.mapper();

    private static EanProductDraft book(EanDates dates) {
        return EanProductDraft.of(EAN, Price.euros("7.90"), Remaining.of(4), dates);
    }

    @Test
    void isWrittenAsTheServerReadsIt() throws JsonProcessingException {
        EanUpsert upsert = new EanUpsert(Location.atVenue(3), List.of(book(EanDates.reset())));

        assertThat(json.writeValueAsString(upsert))
                .isEqualTo("{\"location\":{\"type\":\"physical\",\"venueId\":3},"
                        + "\"products\":[{\"ean\":\"9782070541270\",\"stock\":{\"price\":790,\"quantity\":4},"
                        + "\"publicationDatetime\":\"now\"}]}");
    }

    @Test
    void carriesAllThreeDates() throws JsonProcessingException {
        EanDates dates =
                EanDates.published(Publication.at(NOW)).bookingAllowed(LATER).bookingLimit(LATER.plusSeconds(1));

        assertThat(json.writeValueAsString(book(dates)))
                .isEqualTo("{\"ean\":\"9782070541270\","
                        + "\"stock\":{\"price\":790,\"quantity\":4,\"bookingLimitDatetime\":\"2026-03-03T10:00:01Z\"},"
                        + "\"publicationDatetime\":\"2026-03-02T10:00:00Z\","
                        + "\"bookingAllowedDatetime\":\"2026-03-03T10:00:00Z\"}");
        assertThat(json.writeValueAsString(book(EanDates.published(Publication.never()))))
                .endsWith("\"publicationDatetime\":null}");
    }

    @Test
    void doesNotGoWithoutSayingWhatBecomesOfTheDates() {
        assertThat(Violations.of(() -> EanProductDraft.builder().build()))
                .containsExactly(
                        "ean required",
                        "stock.price required",
                        "stock.quantity required",
                        "publicationDatetime required");
    }

    @Test
    void keepsTheDatesOfAProductThatWasRead() {
        Product product = Product.builder()
                .id(12)
                .status(OfferStatus.SCHEDULED)
                .name("Vingt mille lieues sous les mers")
                .category(new ProductCategory.Book(CategoryId.LIVRE_PAPIER, EAN, null))
                .accessibility(Accessibility.unknown())
                .location(Location.atVenue(3))
                .publicationDatetime(LATER)
                .bookingAllowedDatetime(LATER)
                .stock(new ProductStock(Price.FREE, Capacity.unlimited(), 0, LATER))
                .build();

        assertThat(EanDates.of(product, NOW)).isEqualTo(new EanDates(Publication.at(LATER), LATER, LATER));
        assertThat(EanDates.of(product, LATER)).isEqualTo(new EanDates(Publication.now(), null, LATER));
    }

    @Test
    void aHiddenProductWithoutAStockStaysHidden() {
        Product product = Product.builder()
                .id(12)
                .status(OfferStatus.INACTIVE)
                .name("Vingt mille lieues sous les mers")
                .category(new ProductCategory.Book(CategoryId.LIVRE_PAPIER, EAN, null))
                .accessibility(Accessibility.unknown())
                .location(Location.atVenue(3))
                .build();

        assertThat(EanDates.of(product, NOW)).isEqualTo(EanDates.published(Publication.never()));
    }

    @Test
    void checksEachProduct() {
        assertThat(Violations.of(() -> EanProductDraft.of(
                        new Ean("978"),
                        Price.cents(30_001),
                        Remaining.of(1_000_001),
                        EanDates.published(Publication.at(LATER)).bookingLimit(NOW))))
                .containsExactly(
                        "ean bad_ean",
                        "stock.price too_large 30000",
                        "stock.quantity too_large 1000000",
                        "stock.bookingLimitDatetime before_limit publicationDatetime");
    }

    @Test
    void takesFiveHundredProductsInOneCall() {
        List<EanProductDraft> products = Collections.nCopies(501, book(EanDates.reset()));

        assertThat(new EanUpsert(Location.atVenue(3), products.subList(0, 500)).products())
                .hasSize(500);
        assertThat(Violations.of(() -> new EanUpsert(new Location.Unknown("moon"), products)))
                .containsExactly("location.type unknown_value", "products too_many 500");
    }

    @Test
    void namesTheProductWhoseDatesLieBehind() {
        EanUpsert upsert = new EanUpsert(
                Location.atVenue(3),
                List.of(
                        book(EanDates.reset()),
                        book(EanDates.published(Publication.at(NOW))
                                .bookingAllowed(NOW)
                                .bookingLimit(NOW))));

        assertThat(Violations.of(() -> upsert.checkAt(NOW)))
                .containsExactly(
                        "products.1.publicationDatetime not_in_future",
                        "products.1.bookingAllowedDatetime not_in_future",
                        "products.1.stock.bookingLimitDatetime not_in_future");
    }

    @Test
    void availabilityTellsWhyNot() throws JsonProcessingException {
        EanAvailability availability = json.readValue(
                "{\"available\":[\"9782070541270\"],\"rejected\":{\"notFound\":[],\"subcategoryNotAllowed\":null,"
                        + "\"notCompliantWithCgu\":[\"3760000000124\"],\"banned\":[\"3760000000131\"]}}",
                EanAvailability.class);

        assertThat(availability.available()).containsExactly(EAN);
        assertThat(availability.rejection(EAN)).isEmpty();
        assertThat(availability.rejection(new Ean("3760000000124"))).contains(EanRejection.NOT_COMPLIANT);
        assertThat(availability.rejection(new Ean("3760000000131")))
                .contains(EanRejection.of("banned"))
                .get()
                .satisfies(reason -> assertThat(reason.known()).isFalse());
    }
}
